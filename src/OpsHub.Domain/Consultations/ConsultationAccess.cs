using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>Who may act on a consultation and who reads it (协商权限): part 4 of the rules.</summary>
public static class ConsultationAccess
{
    /// <summary>Roles that may enter an opinion, each within its own area. C002, C032, C034: a resident adds opinions and puts no topic.</summary>
    private static readonly HashSet<Role> Collectors =
    [
        Role.Resident, Role.GridWorker, Role.CommunityCommittee, Role.CommunityParty, Role.GroupParty, Role.Council, Role.SupervisionCommittee,
        Role.TownshipGovernment, Role.TownshipGovernanceCentre, Role.Hotline, Role.Integrator,
    ];

    /// <summary>May the actor give this command here? Null when it may; otherwise who may, with rule and clause.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="state">The consultation, or null before it begins.</param>
    /// <param name="command">Type of the command.</param>
    /// <param name="context">Place in force, and the present instant.</param>
    public static Refusal? MayAct(Actor actor, Consultation? state, Type command, ConsultationContext context)
    {
        if (state is null)
            return Begins(actor, context.Place);
        if (command == typeof(AddOpinion))
            return Collects(actor, state, context);
        var offices = ConsultationOffices.Of(state, command, context.Now, context.Place);
        return offices.Exists(office => office.IsHeldBy(actor)) ? null : ConsultationActs.Forbidden(state, command, offices);
    }

    /// <summary>May the actor read a consultation whole? What is published everyone reads, on its public pages. Part 4, reads, column Consultation.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="communities">Communities concerned.</param>
    /// <param name="delegatedBy">Who entrusted it, or null.</param>
    /// <param name="standing">Where it stands: drafts are the party organisation's and the committee's own.</param>
    /// <param name="isWithin">Parents in force: a community that moved is read by the township that it moved to, and no longer by the former.</param>
    public static bool Reads(
        Actor actor, ConsultationPlace place, IEnumerable<UnitCode> communities, OrganCode? delegatedBy, ConsultationStanding standing, IsWithin isWithin)
    {
        var scope = Scope(actor);
        return !scope.IsEmpty
            && (scope.Stages is null || (scope.Stages.Contains(standing.Stage) && (standing.Published || standing.Stage != ConsultationStage.Withdrawn || (scope.WithdrawnTopics && standing.Topic))))
            && (scope.DelegatedBy is null || scope.DelegatedBy == delegatedBy)
            && (scope.Unit is not { } unit || place.IsWithin(unit) || communities.Any(c => isWithin(c, unit)));
    }

    /// <summary>The consultations that the actor may list. Goes with <see cref="Reads"/>, which judges each one.</summary>
    public static ConsultationScope Scope(Actor actor) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => ConsultationScope.All,
        Role.Department when actor.Organ.Kind == OrganKind.Department => new(DelegatedBy: actor.Organ),
        Role.AgencyStaff when actor.Organ.Kind == OrganKind.Agency => new(DelegatedBy: actor.Organ),
        _ when actor.Organ.Kind != OrganKind.Unit => ConsultationScope.None,
        Role.CommunityParty or Role.CommunityCommittee or Role.GroupParty or Role.TownshipGovernment or Role.CountyGovernment => new(actor.Organ.Unit),
        // What the party organisation has submitted to it, also where it was withdrawn afterwards: its own session may stand in a calendar.
        Role.Council => new(actor.Organ.Unit) { Stages = [.. Enum.GetValues<ConsultationStage>().Where(s => s >= ConsultationStage.TopicProposed)], WithdrawnTopics = true },
        // A grid worker reads its community's, without drafts.
        Role.GridWorker when actor.Organ.Unit.Level == UnitLevel.Grid => new(actor.Organ.Unit.At(UnitLevel.Community)) { Stages = ConsultationScope.Determined },
        Role.SupervisionCommittee => new(actor.Organ.Unit) { Stages = ConsultationScope.BeingCarriedOut },
        // Aggregates or published content only.
        _ => ConsultationScope.None,
    };

    /// <summary>May the actor read the trace? Those who read it whole, but council and supervision committee. Part 4, column Trace.</summary>
    public static bool ReadsTrace(
        Actor actor, ConsultationPlace place, IEnumerable<UnitCode> communities, OrganCode? delegatedBy, ConsultationStanding standing, IsWithin isWithin) =>
        actor.Role is not (Role.Council or Role.SupervisionCommittee) && Reads(actor, place, communities, delegatedBy, standing, isWithin);

    /// <summary>May the actor begin a consultation of this place? C001.</summary>
    public static bool BeginsAt(Actor actor, ConsultationPlace place) => Begins(actor, place) is null;

    private static Refusal? Begins(Actor actor, ConsultationPlace? place) => place is { } at && actor.Organ.Kind == OrganKind.Unit && actor.Role switch
    {
        Role.CommunityParty or Role.CommunityCommittee => actor.Organ.Unit == at.Community,
        Role.GroupParty => actor.Organ.Unit == at.Grid,
        Role.TownshipGovernment => actor.Organ.Unit == at.Township,
        _ => false,
    }
        ? null
        : new(RefusalCodes.NotAllowed, "C001", "一(二)", "unit", "协商由本社区党组织或居（村）委会、本楼宇小区或村民小组党组织、本乡镇街道党（工）委启动",
            "A consultation is begun by the community's own party organisation or committee, the building's or group's party organisation, or the township");

    private static Refusal? Collects(Actor actor, Consultation s, ConsultationContext x)
    {
        var place = x.Place ?? s.Place;
        var unit = actor.Organ.Unit;
        var near = place.IsWithin(unit) || x.IsWithin(unit, place.Township) || s.Communities.Any(c => x.IsWithin(unit, c) || x.IsWithin(c, unit));
        return Collectors.Contains(actor.Role) && actor.Organ.Kind == OrganKind.Unit && near
            ? null
            : new(RefusalCodes.NotAllowed, "C032", "二(四)2", null, "意见由本乡镇街道的居民、网格员和各组织提出或登记", "Opinions come from residents, grid workers and organs of this township");
    }
}

/// <summary>What of a consultation decides who reads it besides its place (公开程度).</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Published">Something of it was published: a withdrawn one without is a draft still.</param>
/// <param name="Topic">Its topic was put to the council.</param>
public readonly record struct ConsultationStanding(ConsultationStage Stage, bool Published, bool Topic)
{
    /// <summary>Of a consultation.</summary>
    public static ConsultationStanding Of(Consultation s) => new(s.Stage, s.PublishedAt is not null, s.Topic is not null);
}

/// <summary>Which consultations an actor may list (协商可见范围).</summary>
/// <param name="Unit">Those of this unit's subtree, and those that concern a community of it.</param>
/// <param name="DelegatedBy">Those that this organ entrusted.</param>
/// <param name="IsEmpty">None at all.</param>
public sealed record ConsultationScope(UnitCode? Unit = null, OrganCode? DelegatedBy = null, bool IsEmpty = false)
{
    /// <summary>Every consultation.</summary>
    public static readonly ConsultationScope All = new();

    /// <summary>No consultation.</summary>
    public static readonly ConsultationScope None = new(IsEmpty: true);

    /// <summary>Only those in one of these stages, a withdrawn one only where something of it was published; null for all of them.</summary>
    public ImmutableList<ConsultationStage>? Stages { get; init; }

    /// <summary>Beside those, withdrawn ones whose topic was put to the council.</summary>
    public bool WithdrawnTopics { get; init; }

    internal static readonly ImmutableList<ConsultationStage> Determined = [.. Enum.GetValues<ConsultationStage>().Where(s => s >= ConsultationStage.TopicDetermined)];

    internal static readonly ImmutableList<ConsultationStage> BeingCarriedOut =
    [
        ConsultationStage.Adopted, ConsultationStage.Implementing, ConsultationStage.Implemented, ConsultationStage.FedBack, ConsultationStage.Surveyed, ConsultationStage.Archived,
        ConsultationStage.Corrected,
    ];
}
