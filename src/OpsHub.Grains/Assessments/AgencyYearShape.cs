using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Assessments;

/// <summary>How an agency's year is folded, named and indexed, and whom its steps tell.</summary>
internal sealed class AgencyYearShape(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock) : SubjectShape<AgencyYear, AgencyYearEvent>
{
    public override AgencyYear Fold(AgencyYear? state, AgencyYearEvent happened) => AgencyYearFold.Apply(state, happened);

    public override string NameOf(OrganCode organ) => directory.NameOf(organ);

    public override EventLine Describe(AgencyYearEvent happened) => new(happened.Name, happened.Why, happened.Rule);

    // A rung that a command found passed, or a term that it found counted by a former calendar, is not of that command's making.
    public override Actor? ActorOf(AgencyYear state, AgencyYearEvent happened) => happened.IsNobodysStep ? Actor.Hub(AgencyYearRuleBooks.CityOf(state.Host)) : null;

    public override string? StageOf(AgencyYear? state) => state?.Stage.ToString();

    public override bool Reads(Actor actor, AgencyYear state) => AgencyYearAccess.Reads(actor, state) != YearReading.None;

    public override Publication Publish(string key, AgencyYear s, TraceChain trace, long version, long after)
    {
        var steps = trace.Recent.FindAll(e => e.Sequence > after).ConvertAll(Step);
        var calendar = rules.CalendarOf(s);
        return new Publication(key, version)
        {
            AgencyYear = AgencyYearRow.Of(key, s, version),
            Rungs = Head(key, s, trace) is { } head ? [head] : [],
            Notices = AgencyYearNotices.Of(key, s, steps.Where(e => clock.Now - e.At < CaseNotices.Planned), calendar, rules.Current.Cases.Hours, directory.NameOf),
            // What began it is the first step, and a rung is nobody's act: neither makes a notice moot.
            Standing = steps.Exists(e => e.Sequence > 1 && e.Event is not AgencyYearRungsFired) ? AgencyYearNotices.Standing(s) : null,
        };
    }

    public override Task Push(string key, AgencyYear? before, AgencyYear s, TraceChain trace, long version) =>
        grains.Announce(Head(key, s, trace), clock);

    // The nearest only: whatever has passed fires in one write, and that write's publication tells the next. Fifty targets have a ladder each.
    private RungRow? Head(string key, AgencyYear s, TraceChain trace) => AgencyYearTerms.Ahead(s, rules.CalendarOf(s)) is [var r, ..] ? r.Row(key, trace.SettledAt()) : null;

    private static AgencyYearStep Step(TraceEntry e) =>
        new(e.Sequence, e.At, e.OccurredAt, e.Organ, JsonSerializer.Deserialize<AgencyYearEvent>(e.Content, DomainSerialization.Options)!);
}
