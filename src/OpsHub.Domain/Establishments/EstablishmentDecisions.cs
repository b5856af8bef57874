using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Establishments.EstablishmentRefusals;

namespace OpsHub.Domain.Establishments;

/// <summary>Decides every command about a county's establishment (机构编制决策). Pure: the same arguments give the same answer. R020-R027, T030-T037.</summary>
public static class EstablishmentDecisions
{
    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The record; null before the first step.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which limits, for which townships.</param>
    public static Decision<EstablishmentEvent> Decide(CountyEstablishment? state, EstablishmentCommand command, EstablishmentContext context)
    {
        if (EstablishmentAccess.Forbids(context.Actor, context.County, command) is { } forbidden)
            return forbidden;
        var s = state ?? CountyEstablishment.Blank(context.County, context.Now);
        // What was recorded of a township that is gone can still be taken away, and nothing added.
        if (command is TownshipCommand { Township: var place } && context.Fact(place) is null && !(command is RemoveTownshipOrgan or RemoveNameplate or RecordOutsideStaff && Holds(s, place)))
            return NoTownship("township", place, RuleOf(command));
        return command switch
        {
            SetEstablishmentTotal c => AllotmentDecisions.Total(s, c, context),
            MoveTownshipPosts c => AllotmentDecisions.Move(s, c, context),
            SetStaffQuota c => AllotmentDecisions.Quota(s, c, context),
            RecordOutsideStaff c => AllotmentDecisions.Staff(s, c, context),
            ClassifyTownship c => Classify(s.Of(c.Township), c, context),
            RecordUnity c => Unity(s.Of(c.Township), c, context),
            AddTownshipOrgans c => OrganDecisions.Add(s.Of(c.Township), c, context),
            RenameTownshipOrgan c => OrganDecisions.Rename(s.Of(c.Township), c, context),
            RemoveTownshipOrgan c => OrganDecisions.Remove(s.Of(c.Township), c, context),
            AddNameplate c => NameplateDecisions.Add(s.Of(c.Township), c, context),
            RenameNameplate c => NameplateDecisions.Rename(s.Of(c.Township), c, context),
            RemoveNameplate c => NameplateDecisions.Remove(s.Of(c.Township), c, context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    /// <summary>The rule that a command rests on.</summary>
    public static string RuleOf(EstablishmentCommand command) => EstablishmentMoves.Of(command.GetType()).Rule;

    internal static Refusal NoTownship(string field, UnitCode township, string rule) =>
        NotFound(field, rule, $"{township} 不是本县市区现有的乡镇街道", $"{township} is no township or street of this county in force");

    internal static bool Holds(CountyEstablishment s, UnitCode township) => s.Townships.Exists(t => t.Township == township);

    private static Decision<EstablishmentEvent> Classify(TownshipEstablishment t, ClassifyTownship c, EstablishmentContext x) =>
        !Enum.IsDefined(c.Class) ? Input("class", "R003", "class 须为一、二、三类", "class is the first, second or third")
        : Text("source", c.Source, 200, "R003", required: false) is { } refusal ? refusal
        : (t.Class, t.ClassSource) == (c.Class, Trimmed(c.Source)) ? Decision<EstablishmentEvent>.Nothing
        : new TownshipClassified(x.Now, x.County, c.Township, c.Class, Trimmed(c.Source));

    private static Decision<EstablishmentEvent> Unity(TownshipEstablishment t, RecordUnity c, EstablishmentContext x)
    {
        if ((Count("approvalSeals", c.ApprovalSeals, "R024") ?? Count("enforcementTeams", c.EnforcementTeams, "R024") ?? Count("governancePlatforms", c.GovernancePlatforms, "R024")) is { } refusal)
            return refusal;
        var counts = new UnityCounts(c.ApprovalSeals, c.EnforcementTeams, c.GovernancePlatforms);
        return t.Unity == counts ? Decision<EstablishmentEvent>.Nothing : new UnityRecorded(x.Now, x.County, c.Township, counts);
    }
}
