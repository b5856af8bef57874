using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Assessments;

/// <summary>An agency's year, live: the commit path around <see cref="AgencyYearDecisions"/>, its rungs, and who watches it.</summary>
internal sealed class AgencyYearGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<AgencyYear>> store, CommitServices services, AgencyYearShape shape, AgencyYearLookups lookups, IRuleBook rules, HubClock clock)
    : Grain, IAgencyYearGrain
{
    private readonly Observers<IAgencyYearObserver> _observers = new(clock.Time);
    private Subject<AgencyYear, AgencyYearEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, services, DeactivateOnIdle) { Changed = Tell };
        if (_subject.State is { } state)
            await rules.Know(state.Calendar, AgencyYearRuleBooks.CityOf(state.Host));
    }

    public Task<CommandReply> Do(AgencyYearCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            if (command is OpenYear named && GrainKeys.AgencyYear(named.Agency, named.Year) != Key)
                return () => AgencyYearDecisions.OtherYear(named);
            var (agency, year) = GrainKeys.YearOf(Key);
            var found = await lookups.For(agency, year, context, standing);
            return () => context.OccurredAt is null
                ? AgencyYearDecisions.DecideNow(standing.State, command, found)
                : AgencyYearDecisions.Decide(standing.State, command, found);
        });

    public async Task<AgencyYearView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(Key, state, _subject.Trace.Length, _subject.Trace.Head) : null;
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task<int> Tick(DateTimeOffset now) => _subject.Fire(
        now, s => AgencyYearRuleBooks.CityOf(s.Host), (s, instant, sequence) => AgencyYearReprojection.Overtaken(s, instant, rules.CalendarOf(s), sequence), e => e is AgencyYearRungsFired { Rungs: var rungs } ? rungs.Count : 1);

    public async Task<bool> CatchUp(int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, AgencyYearRuleBooks.CityOf(state.Host));
        var newest = rules.CalendarOf(state);
        // Its rungs were told by the calendar that it knows, or by one that came since without moving a due of it.
        var former = new Lazy<ImmutableList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(state.Calendar, state.County));
        return await _subject.CountAgain(clock.Now, AgencyYearRuleBooks.CityOf(state.Host), (s, now, sequence) => AgencyYearReprojection.Of(s, now, newest, sequence) ?? AgencyYearReprojection.OfRungs(s, now, newest, former.Value));
    }

    public Task<long> Watch(IAgencyYearObserver observer)
    {
        _observers.Renew(observer);
        return Task.FromResult(_subject.Trace.Length);
    }

    public Task Unwatch(IAgencyYearObserver observer)
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
