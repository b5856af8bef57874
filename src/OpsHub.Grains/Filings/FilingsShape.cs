using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Filings;

/// <summary>How filings are folded, named, indexed, and whom their steps tell.</summary>
internal sealed class FilingsShape(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock) : SubjectShape<UnitFilings, FilingEvent>
{
    /// <summary>The rules that hold for a unit at an instant, under the newest calendar of its county.</summary>
    public RuleBook Rules(UnitCode unit, DateTimeOffset now) => rules.On(LocalDay.Of(now), CountyOf(unit));

    /// <summary>The county in force of a unit; by code where it ended.</summary>
    public UnitCode CountyOf(UnitCode unit) => directory.FilingPlaceOf(unit)?.County ?? unit.At(UnitLevel.County);

    public override UnitFilings Fold(UnitFilings? state, FilingEvent happened) => FilingFold.Apply(state, happened);

    public override EventLine Describe(FilingEvent happened) => new(happened.Name, happened.Why, happened.Rule);

    // What the first command found owed, or found passed, is not of that command's making.
    public override Actor? ActorOf(UnitFilings state, FilingEvent happened) => happened.IsNobodysStep ? Actor.Hub(state.Unit.At(UnitLevel.City)) : null;

    public override bool Reads(Actor actor, UnitFilings state) => FilingAccess.ReadsTrace(actor, state.Unit, directory.IsWithin);

    public override Publication Publish(string key, UnitFilings s, TraceChain trace, long version, long after)
    {
        var (steps, county) = (trace.Recent.FindAll(e => e.Sequence > after).ConvertAll(Step), CountyOf(s.Unit));
        return new(key, version)
        {
            Filings = Row(key, s, county, version),
            Rungs = Head(key, s, trace) is { } head ? [head] : [],
            // Later than that a notice may have been forgotten, and it would be told again.
            Notices = FilingNotices.Of(key, s, county, steps.Where(e => clock.Now - e.At < CaseNotices.Planned), Rules(s.Unit, clock.Now).Filings, directory.NameOf(OrganCode.Of(s.Unit))),
            Standing = steps.Exists(e => e.Event is not (FilingsOpened or FilingRungsFired)) ? FilingNotices.Standing(s) : null,
        };
    }

    public override Task Push(string key, UnitFilings? before, UnitFilings state, TraceChain trace, long version) => grains.Announce(Head(key, state, trace), clock);

    // The nearest only: whatever has passed fires in one write, and that write's publication tells the next. A county owes detailed rules of each township.
    private RungRow? Head(string key, UnitFilings s, TraceChain trace)
    {
        var book = Rules(s.Unit, clock.Now);
        return FilingTerms.Ahead(s, book.Calendar, book.Filings) is [var first, ..] ? first.Row(key, trace.SettledAt()) : null;
    }

    private static FilingsRow Row(string key, UnitFilings s, UnitCode county, long version) => new()
    {
        Key = key,
        Version = version,
        Unit = s.Unit,
        County = county,
        City = s.Unit.At(UnitLevel.City),
        MeasuresFiled = FilingDuties.AreMeasuresFiled(s) && s.InForce,
        DueAt = FilingTerms.Nearest(s)?.Due,
        ChangedAt = s.ChangedAt,
        Obligations = FilingDuties.Obligations(s).ConvertAll(o => new FilingObligationRow(
            s.Unit, o.Term.Id, o.Kind, new(o.Term.Holder), o.Term.OpenedAt, o.Term.Due, o.Term.DoneAt, o.Term.IsLifted)),
    };

    private static FilingStep Step(TraceEntry e) => new(e.Sequence, e.At, e.Organ, JsonSerializer.Deserialize<FilingEvent>(e.Content, DomainSerialization.Options)!);
}
