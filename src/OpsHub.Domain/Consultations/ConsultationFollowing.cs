using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>A unit and the one that stands in its place now (承接单位).</summary>
/// <param name="Former">The former one.</param>
/// <param name="Now">The one in force.</param>
public sealed record SucceededUnit(UnitCode Former, UnitCode Now);

/// <summary>The units in force of a consultation (现行区划), as the shell found them.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="SuccessorOf">The unit that took another over; the unit itself where none did.</param>
/// <param name="NameOf">What an organ is called, for the reason.</param>
/// <param name="Directory">Version of the hierarchy by which they are (区划版本): greater is newer.</param>
public sealed record ConsultationArea(ConsultationPlace Place, Func<UnitCode, UnitCode> SuccessorOf, Func<OrganCode, string> NameOf, long Directory = 0);

/// <summary>The units that it belongs to or concerns are others now (区划调整移交): what the former ones led and owed is for those in force. No due moves.</summary>
/// <param name="At">When.</param>
/// <param name="Former">Where it stood.</param>
/// <param name="Place">Where it stands now.</param>
/// <param name="Lead">Who leads it now.</param>
/// <param name="Successors">Who stands in whose place, for units of its place and communities concerned.</param>
/// <param name="Reason">Which unit changed.</param>
/// <param name="Duties">The open ones that another owes now.</param>
public sealed record ConsultationAreaChanged(
    DateTimeOffset At, ConsultationPlace Former, ConsultationPlace Place, OrganCode Lead, ImmutableList<SucceededUnit> Successors, string Reason, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <summary>Who took over the unit that entrusted the matter; null where that is still in force.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrganCode? DelegatedBy { get; init; }

    /// <summary>As <see cref="ConsultationArea.Directory"/>; 0 where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Directory { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "G011";
}

/// <summary>A consultation goes with its units (协商随区划走): when they move, merge or end, whoever is in force leads and owes what the former ones did. G011.</summary>
public static class ConsultationFollowing
{
    /// <summary>The event that hands a consultation over, or null where it follows already. One that is over goes too: whoever is in force keeps its file, and may have to correct it (C054).</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="area">The units in force.</param>
    public static ConsultationAreaChanged? Of(Consultation s, DateTimeOffset now, ConsultationArea area)
    {
        var own = Changed(s.Place, area.Place);
        var successors = own.AddRange(s.Communities.Select(c => new SucceededUnit(c, area.SuccessorOf(c))).Where(c => c.Former != c.Now && !own.Exists(o => o.Former == c.Former)));
        // Whoever entrusted a matter did so for itself, wherever the community stands.
        var by = s.Matter.DelegatedBy is { Kind: OrganKind.Unit } organ && area.SuccessorOf(organ.Unit) is var into && into != organ.Unit ? OrganCode.Of(into) : (OrganCode?)null;
        if (successors.IsEmpty && by is null)
            return null;
        var duties = s.OpenDuties.Select(d => (Former: d, Now: d with { Term = d.Term with { Holder = Holder(d).Value } })).Where(d => d.Former.Term.Holder != d.Now.Term.Holder).Select(d => d.Now);
        return new(now, s.Place, area.Place, Successor(successors, s.Lead), successors, Reason(own, successors, s.Matter.DelegatedBy, by, area.NameOf), [.. duties])
        {
            DelegatedBy = by,
            Directory = area.Directory,
        };

        OrganCode Holder(Duty duty) => new OrganCode(duty.Term.Holder) is var holder && duty.Stem == DutyStems.GovernmentFeedback ? by ?? holder : Successor(successors, holder);
    }

    /// <summary>The consultation where it stands now: what was said, asked and voted in a former community counts for the one that took it over.</summary>
    internal static Consultation Moved(Consultation s, ConsultationAreaChanged e)
    {
        return ConsultationFold.With(s, e.Duties) with
        {
            Place = e.Place,
            Directory = e.Directory,
            Lead = e.Lead,
            Communities = [.. s.Communities.Select(Now)],
            Opinions = s.Opinions.ConvertAll(o => o with { Community = Now(o.Community) }),
            Solicitations = s.Solicitations.ConvertAll(a => a with { Community = Now(a.Community) }),
            Answered = [.. s.Answered.Select(Now)],
            Votes = s.Votes.ConvertAll(v => v.Community is { } community ? v with { Community = Voted(s, community, Now) } : v),
            Matter = e.DelegatedBy is { } by ? s.Matter with { DelegatedBy = by } : s.Matter,
            Delegated = e.DelegatedBy is { } organ && s.Delegated is { } track ? track with { Organ = organ } : s.Delegated,
        };

        UnitCode Now(UnitCode unit) => Successor(e.Successors, unit);
    }

    // Whose meeting a vote is now: of the community that took it over once all that it took over have passed the result. Otherwise that one votes for itself, and the
    // vote is the former one's still, or nobody's where it goes on under the same code. C007.
    private static UnitCode? Voted(Consultation s, UnitCode community, Func<UnitCode, UnitCode> now)
    {
        var into = now(community);
        var formers = s.Communities.Where(c => now(c) == into).ToImmutableList();
        return formers.TrueForAll(c => c == into) || formers.TrueForAll(c => s.Votes.Exists(v => v.Passed && v.Community == c && ConsultationVoting.IsOfThisResult(s, v))) ? into
            : into == community ? null : community;
    }

    private static ImmutableList<SucceededUnit> Changed(ConsultationPlace former, ConsultationPlace now)
    {
        (UnitCode? Former, UnitCode? Now)[] levels =
        [
            (former.Grid, now.Grid ?? now.Community), (former.Community, now.Community), (former.Township, now.Township), (former.County, now.County), (former.City, now.City),
        ];
        return [.. levels.Where(level => level is { Former: not null, Now: not null } && level.Former != level.Now).Select(level => new SucceededUnit(level.Former!.Value, level.Now!.Value))];
    }

    // Agencies and departments go by their own records and stay.
    private static OrganCode Successor(ImmutableList<SucceededUnit> successors, OrganCode organ) => organ.Kind == OrganKind.Unit ? OrganCode.Of(Successor(successors, organ.Unit)) : organ;

    private static UnitCode Successor(ImmutableList<SucceededUnit> successors, UnitCode unit) => successors.Find(pair => pair.Former == unit)?.Now ?? unit;

    // The lowest that is another: whatever stands above it came with it.
    private static string Reason(ImmutableList<SucceededUnit> own, ImmutableList<SucceededUnit> all, OrganCode? entrusted, OrganCode? by, Func<OrganCode, string> nameOf) => (own, all) switch
    {
        ([var place, ..], _) => $"区划调整：本协商原属{nameOf(OrganCode.Of(place.Former))}，现属{nameOf(OrganCode.Of(place.Now))}",
        (_, [var concerned, ..]) => $"区划调整：涉及的{nameOf(OrganCode.Of(concerned.Former))}现为{nameOf(OrganCode.Of(concerned.Now))}",
        _ => $"区划调整：委托单位{nameOf(entrusted!.Value)}现为{nameOf(by!.Value)}",
    };
}
