using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Councils;

/// <summary>How a ledger is folded, named and indexed. What an opinion says stands in no trace line.</summary>
internal sealed class LedgerShape(IHubDirectory directory) : SubjectShape<OpinionLedger, OpinionEvent>
{
    public override bool PublishesEvents => true;

    public override OpinionLedger Fold(OpinionLedger? state, OpinionEvent happened) => OpinionLedger.Apply(state, happened);

    public override bool Reads(Actor actor, OpinionLedger state) => OpinionAccess.Reads(actor, state.Community, directory.IsWithin);

    public override EventLine Describe(OpinionEvent happened) => new(happened.GetType().Name, null, happened is HouseholdsVisited ? "C068" : "C032");

    public override Publication Publish(string key, OpinionLedger state, TraceChain trace, long version, long after) => new(key, version)
    {
        Councils = new() { Ledger = new(state.Community, version, state.Count, state.LastVisit), Opinions = trace.Since<OpinionEvent>(after).ConvertAll(e => e.Event) },
    };
}

/// <summary>How a council is folded, named and indexed.</summary>
internal sealed class CouncilShape(IHubDirectory directory) : SubjectShape<Council, CouncilEvent>
{
    public override Council Fold(Council? state, CouncilEvent happened) => Council.Apply(state, happened);

    public override bool Reads(Actor actor, Council state) => CouncilAccess.ReadsMembers(actor, state.Community, directory.IsWithin);

    public override EventLine Describe(CouncilEvent happened) => new(happened.GetType().Name, null, happened switch
    {
        CouncilEstablished => "C008",
        HallSet => "C011",
        MembersSet => "C010",
        HeadNominated => "C082",
        _ => "C009",
    });

    public override string? StageOf(Council? state) => state?.Election?.Stage.ToString();

    public override Publication Publish(string key, Council state, TraceChain trace, long version, long after) => new(key, version)
    {
        Councils = new() { Council = new(state.Community, version, state.EstablishedOn, state.TermEnd) },
    };
}

/// <summary>How a support file is folded, named, indexed, and whom its events tell.</summary>
internal sealed class SupportShape(IHubDirectory directory, HubClock clock) : SubjectShape<SupportFile, SupportEvent>
{
    public override bool PublishesEvents => true;

    public override SupportFile Fold(SupportFile? state, SupportEvent happened) => SupportFile.Apply(state, happened);

    public override bool Reads(Actor actor, SupportFile state) => SupportAccess.Reads(actor, state.Unit, directory.IsWithin);

    public override string NameOf(OrganCode organ) => directory.NameOf(organ);

    public override EventLine Describe(SupportEvent happened) => happened switch
    {
        SupportRecorded { Record: var r } => new(nameof(SupportRecorded), r.Unconsulted ? "未经协商" : null, SupportRule.Of(r.Kind).Rule),
        SupportEnded e => new(nameof(SupportEnded), e.Reason, SupportRule.Of(e.Kind).Rule),
        _ => new(happened.GetType().Name, null, null),
    };

    public override Publication Publish(string key, SupportFile state, TraceChain trace, long version, long after)
    {
        var fresh = trace.Since<SupportEvent>(after);
        return new(key, version)
        {
            Councils = new() { Support = new(state.Unit, version, state.Count), Records = fresh.ConvertAll(e => e.Event) },
            // Later than that a notice may have been forgotten, and it would be told again.
            Notices = [.. fresh.Where(e => clock.Now - e.Entry.At < CaseNotices.Planned).SelectMany(e => SupportNotices.Of(
                key, e.Entry.Sequence, e.Entry.At, e.Event, directory.Upwards(state.Unit), directory.NameOf(OrganCode.Of(state.Unit))))],
        };
    }
}

/// <summary>What the three have in common with no other subject.</summary>
internal static class CouncilUnits
{
    /// <summary>The events of the entries after a sequence that the document still has.</summary>
    public static ImmutableList<(TraceEntry Entry, TEvent Event)> Since<TEvent>(this TraceChain trace, long after) =>
        trace.Recent.FindAll(e => e.Sequence > after).ConvertAll(e => (e, JsonSerializer.Deserialize<TEvent>(e.Content, DomainSerialization.Options)!));

    /// <summary>True for a unit in force at an instant.</summary>
    public static bool IsInForce(this IHubDirectory directory, UnitCode unit, DateTimeOffset now) => directory.Unit(unit) is { } row && !(row.EndedOn <= LocalDay.Of(now));

    /// <summary>True for a community in force at an instant.</summary>
    public static bool IsCommunity(this IHubDirectory directory, UnitCode unit, DateTimeOffset now) => unit.Level == UnitLevel.Community && directory.IsInForce(unit, now);
}
