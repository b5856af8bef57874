using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Consultations;

/// <summary>A consultation, live: the commit path around <see cref="ConsultationDecisions"/>, its rungs, and who watches it.</summary>
internal sealed class ConsultationGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<Consultation>> store, CommitServices services, ConsultationShape shape, ConsultationLookups lookups, IRuleBook rules,
    IHubDirectory directory, HubClock clock)
    : Grain, IConsultationGrain
{
    private readonly Observers<IConsultationObserver> _observers = new(clock.Time);
    private Subject<Consultation, ConsultationEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, services, DeactivateOnIdle) { Changed = Tell };
        if (_subject.State is { } state)
            await rules.Know(Math.Max(state.Rules, state.Calendar), state.Place.City);
    }

    public Task<CommandReply> Do(ConsultationCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            var found = await lookups.For(command, context, standing);
            return () => context.OccurredAt is null
                ? ConsultationDecisions.DecideNow(standing.State, command, found)
                : ConsultationDecisions.Decide(standing.State, command, found);
        });

    public async Task<ConsultationView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(Key, state, _subject.Trace.Length, _subject.Trace.Head) : null;
    }

    public Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit) => _subject.Entries(after, Math.Clamp(limit, 1, 200));

    public Task<int> Tick(DateTimeOffset now) => _subject.Fire(
        now, s => s.Place.City, (s, instant, sequence) => ConsultationTerms.Overtaken(s, instant, rules.Of(s, directory), sequence, directory.AreaOf(s)), e => e is ConsultationRungsFired { Rungs: var rungs } ? rungs.Count : 1);

    public async Task<bool> CatchUp(int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, state.Place.City);
        var book = rules.Of(state, directory);
        // Its rungs were told by the calendar that it knows, or by one that came since without moving a due of it.
        var former = new Lazy<ImmutableList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(Math.Max(1, state.Calendar), directory.PlaceNow(state).County));
        return await _subject.CountAgain(clock.Now, state.Place.City, (s, now, sequence) => ConsultationReprojection.Of(s, now, book.Calendar, sequence) ?? ConsultationReprojection.OfRungs(s, now, book, former.Value));
    }

    public async Task<bool> Follow()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state
            && await _subject.CountAgain(clock.Now, state.Place.City, (s, now, _) => ConsultationFollowing.Of(s, now, directory.AreaOf(s)), "follow");
    }

    public Task<long> Watch(IConsultationObserver observer)
    {
        _observers.Renew(observer);
        return Task.FromResult(_subject.Trace.Length);
    }

    public Task Unwatch(IConsultationObserver observer)
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

    private void Tell() => _observers.Tell(o => o.Changed(Key, _subject.Trace.Length));
}
