using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Mandates;

/// <summary>How townships' rights and duties are folded, named, indexed, and whom their steps tell.</summary>
internal sealed class MandatesShape(IGrainFactory grains, IRuleBook rules, HubClock clock) : SubjectShape<CountyMandates, MandateEvent>
{
    public override CountyMandates Fold(CountyMandates? state, MandateEvent happened) => MandateFold.Apply(state, happened);

    public override EventLine Describe(MandateEvent happened) => new(happened.Name, happened.Why, happened.Rule);

    // The record opens by itself, and a rung that a command found passed is not of that command's making.
    public override Actor? ActorOf(CountyMandates state, MandateEvent happened) =>
        happened is MandatesOpened or MandateRungsFired or MandateTermsReprojected ? Actor.Hub(state.County.At(UnitLevel.City)) : null;

    // Its trace names matters of others: for those alone who read all of it.
    public override bool Reads(Actor actor, CountyMandates state) => MandateAccess.ReadsAll(actor, state.County);

    public override Publication Publish(string key, CountyMandates s, TraceChain trace, long version, long after)
    {
        var steps = trace.Recent.FindAll(e => e.Sequence > after).ConvertAll(Step);
        return new(key, version)
        {
            Mandates = new(key, version, s.County, MandateTerms.Nearest(s)?.Due, s.ChangedAt),
            Rungs = Head(key, s, trace) is { } head ? [head] : [],
            // Later than that a notice may have been forgotten, and it would be told again.
            Notices = MandateNotices.Of(key, s, steps.Where(e => clock.Now - e.At < CaseNotices.Planned)),
            Standing = steps.Exists(e => e.Event is not (MandatesOpened or MandateRungsFired)) ? MandateNotices.Standing(s) : null,
        };
    }

    public override Task Push(string key, CountyMandates? before, CountyMandates s, TraceChain trace, long version) => grains.Announce(Head(key, s, trace), clock);

    // The nearest only: whatever has passed fires in one write, and that write's publication tells the next.
    private RungRow? Head(string key, CountyMandates s, TraceChain trace) =>
        rules.On(LocalDay.Of(clock.Now), s.County) is var book && MandateTerms.Ahead(s, book.Calendar, book.Mandates) is [var r, ..] ? r.Row(key, trace.SettledAt()) : null;

    private static MandateStep Step(TraceEntry e) => new(e.Sequence, e.At, e.Organ, JsonSerializer.Deserialize<MandateEvent>(e.Content, DomainSerialization.Options)!);
}
