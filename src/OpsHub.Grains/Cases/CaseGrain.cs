using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
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

    public Task<int> Tick(DateTimeOffset now) => _subject.Fire(
        now, s => s.Placement.City, (s, instant, sequence) => CaseReprojection.Overtaken(s, instant, rules.Of(s, directory), sequence, directory.InForce(s), directory.NameOf), e => e is CaseRungsFired { Rungs: var rungs } ? rungs.Count : 1, settles: true);

    public Task Settle() => _subject.Settle();

    public async Task<int> Late(DateTimeOffset now, long published)
    {
        await _subject.ReadIfDoubtful();
        _subject.IsPublished(published);
        var fired = await Tick(now);
        await _subject.Settle();
        return fired;
    }

    public async Task<bool> CatchUp(int since, int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, state.Placement.City);
        var book = rules.Of(state, directory);
        var former = new Lazy<ImmutableList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(since, CountyOf(state)));
        return await _subject.CountAgain(clock.Now, state.Placement.City, (s, now, sequence) => CaseReprojection.Of(s, now, book.Calendar, sequence) ?? CaseReprojection.OfRungs(s, now, book, former.Value));
    }

    public async Task<bool> Follow()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state
            && await _subject.CountAgain(clock.Now, state.Placement.City, (s, now, _) => CaseFollowing.Of(s, now, directory.InForce(s), directory.NameOf), "follow");
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

    private UnitCode CountyOf(Case state) => directory.InForce(state).Placement.County;

    private void Tell() => _observers.Tell(o => o.Changed(Key, _subject.Trace.Length));
}
