using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Mandates;

/// <summary>Townships' rights and duties of a county, live: the commit path around <see cref="MandateDecisions"/>, and their rungs.</summary>
internal sealed class MandatesGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<CountyMandates>> store, CommitServices commits, MandatesShape shape, IRuleBook rules, IHubDirectory directory, HubClock clock)
    : Grain, IMandatesGrain
{
    private Subject<CountyMandates, MandateEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode County => GrainKeys.CountyOfMandates(Key);

    private UnitCode City => County.At(UnitLevel.City);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        await rules.Know(_subject.State?.Calendar ?? 1, City);
    }

    public Task<CommandReply> Do(MandateCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing =>
        {
            var book = Rules(standing.Now);
            var found = new MandateContext(County, context.Actor, standing.Now, book.Calendar, book.Cases.Hours, book.Mandates, standing.NextSequence, directory.IsWithin) { NameOf = directory.NameOf };
            return ValueTask.FromResult(() => context.OccurredAt is null || standing.State is null
                ? MandateDecisions.DecideNow(standing.State, command, found)
                : MandateDecisions.Decide(standing.State, command, found));
        });

    public async Task<MandatesView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(Key, state, _subject.Trace.Length)
            : directory.Unit(County) is null ? null
            : new(Key, new() { County = County, ChangedAt = clock.Now }, 0);
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task<int> Tick(DateTimeOffset now) => _subject.Fire(
        now, _ => City, (s, instant, sequence) => Rules(instant) is var book ? MandateTerms.Overtaken(s, instant, book.Calendar, book.Mandates, sequence) : Decision<MandateEvent>.Nothing,
        e => e is MandateRungsFired { Rungs: var rungs } ? rungs.Count : 1);

    public async Task<bool> CatchUp(int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, City);
        var book = Rules(clock.Now);
        // Its rungs were told by the calendar that it knows, or by one that came since without moving a due of it.
        var former = new Lazy<IReadOnlyList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(state.Calendar, County));
        return await _subject.CountAgain(clock.Now, City, (s, now, sequence) =>
            MandateTerms.Reprojected(s, now, book.Calendar, sequence) ?? MandateTerms.OfRungs(s, now, book.Calendar, book.Mandates, former.Value));
    }

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private RuleBook Rules(DateTimeOffset now) => rules.On(LocalDay.Of(now), County);
}
