using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Filings;

/// <summary>What a county or township has on file, live: the commit path around <see cref="FilingDecisions"/>, and its rungs.</summary>
internal sealed class FilingsGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<UnitFilings>> store, CommitServices commits, FilingsShape shape, IRuleBook rules, IHubDirectory directory, HubClock clock)
    : Grain, IFilingsGrain
{
    private Subject<UnitFilings, FilingEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Unit => GrainKeys.UnitOf(Key);

    private UnitCode City => Unit.At(UnitLevel.City);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        await rules.Know(_subject.State?.Calendar ?? 1, City);
    }

    public Task<CommandReply> Do(FilingCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing =>
        {
            var book = shape.Rules(Unit, standing.Now);
            var found = new FilingContext(context.Actor, standing.Now, book.Calendar, book.Cases.Hours, book.Filings, standing.NextSequence, directory.FilingPlaceOf(Unit));
            return ValueTask.FromResult(() => context.OccurredAt is null ? FilingDecisions.DecideNow(standing.State, command, found) : FilingDecisions.Decide(standing.State, command, found));
        });

    public async Task<FilingsView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(Key, state, _subject.Trace.Length)
            : directory.FilingPlaceOf(Unit) is { InForce: true } place ? new(Key, FilingDecisions.Blank(place, clock.Now), 0)
            : null;
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task<int> Tick(DateTimeOffset now) => _subject.Fire(now, _ => City, Overtaken, e => e is FilingRungsFired { Rungs: var rungs } ? rungs.Count : 1);

    public async Task<bool> CatchUp(int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, City);
        var book = shape.Rules(Unit, clock.Now);
        // Its rungs were told by the calendar that it knows, or by one that came since without moving a due of it.
        var former = new Lazy<IReadOnlyList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(state.Calendar, shape.CountyOf(Unit)));
        return await _subject.CountAgain(clock.Now, City, (s, now, sequence) =>
            FilingTerms.Reprojected(s, now, book.Calendar, sequence) ?? FilingTerms.OfRungs(s, now, book.Calendar, book.Filings, former.Value));
    }

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private Decision<FilingEvent> Overtaken(UnitFilings s, DateTimeOffset now, long sequence)
    {
        var book = shape.Rules(Unit, now);
        return FilingTerms.Overtaken(s, now, book.Calendar, book.Filings, sequence);
    }
}
