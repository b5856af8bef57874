using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Cases;

/// <summary>A case, live: the commit path around <see cref="CaseDecisions"/>, its rungs, and who watches it.</summary>
internal sealed class CaseGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<Case>> store, CommitServices services, CaseShape shape, CaseFacts facts, IRuleBook rules, IHubDirectory directory,
    HubClock clock)
    : Grain, ICaseGrain
{
    private readonly Observers<ICaseObserver> _observers = new(clock.Time);
    private Subject<Case, CaseEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, services, DeactivateOnIdle) { Changed = Tell };
        if (_subject.State is { } state)
            await rules.Know(Math.Max(state.Rules, state.Calendar), state.Placement.City);
    }

    public Task<CommandReply> Do(CaseCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            var found = await facts.For(command, context, standing);
            return () => context.OccurredAt is null ? CaseDecisions.DecideNow(standing.State, command, found) : CaseDecisions.DecideThen(standing.State, command, found);
        },
        begins: command is ReportCase report ? facts.Beginning(report, context.Actor) : null);

    public async Task<CaseView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(Key, state, _subject.Trace.Length, _subject.Trace.Head) : null;
    }

    public Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit) => _subject.Entries(after, Math.Clamp(limit, 1, 200));

    public async Task<int> Tick(DateTimeOffset now)
    {
        await _subject.ReadIfDoubtful();
        // A shard reads what falls due within the minute ahead of time: then nothing has been passed yet for it.
        if (_subject.State is not { } state || now < _subject.Trace.SettledAt())
            return 0;
        var fired = 0;
        var context = new CommandContext($"rungs-{_subject.Trace.Length}", Actor.Hub(state.Placement.City));
        var reply = await _subject.Commit(context, "tick", standing => ValueTask.FromResult<Func<Decision<CaseEvent>>>(() =>
        {
            // The shard may run on another machine whose clock is a little ahead: its instant counts as far as that is no alarm.
            var instant = now > standing.Now && now - standing.Now < HubClock.AlarmAbove ? now : standing.Now;
            Decision<CaseEvent> overtaken = CaseReprojection.Overtaken(standing.State!, instant, rules.Of(standing.State!, directory), standing.NextSequence);
            fired = overtaken.Events.Sum(e => e is CaseRungsFired { Rungs: var rungs } ? rungs.Count : 1);
            return overtaken;
        }), settles: true);
        return reply.Accepted ? fired : throw new InvalidOperationException(reply.Refusal!.En);
    }

    public Task Settle() => _subject.Settle();

    public async Task<bool> CatchUp(int since, int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, state.Placement.City);
        var book = rules.Of(state, directory);
        var former = new Lazy<ImmutableList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(since, CountyOf(state)));
        if (Again(state, clock.Now, 0) is null)
            return false;
        var context = new CommandContext($"calendar-{_subject.Trace.Length}", Actor.Hub(state.Placement.City));
        var reply = await _subject.Commit(context, "catch-up", standing =>
            ValueTask.FromResult(() => Again(standing.State!, standing.Now, standing.NextSequence) is { } again ? again : Decision<CaseEvent>.Nothing));
        return reply.Accepted ? true : throw new InvalidOperationException(reply.Refusal!.En);

        CaseTermsReprojected? Again(Case s, DateTimeOffset now, long sequence) =>
            CaseReprojection.Of(s, now, book.Calendar, sequence) ?? CaseReprojection.OfRungs(s, now, book, former.Value);
    }

    public Task<long> Watch(ICaseObserver observer)
    {
        _observers.Renew(observer);
        return Task.FromResult(_subject.Trace.Length);
    }

    public Task Unwatch(ICaseObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private UnitCode CountyOf(Case state) => (directory.Place(state.Placement.Grid) ?? state.Placement).County;

    private void Tell() => _observers.Tell(o => o.Changed(Key, _subject.Trace.Length));
}
