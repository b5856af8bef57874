using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
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

    public async Task<int> Tick(DateTimeOffset now)
    {
        await _subject.ReadIfDoubtful();
        // A shard reads what falls due within the minute ahead of time: then nothing has been passed yet for it.
        if (_subject.State is not { } state || now < _subject.Trace.SettledAt())
            return 0;
        var fired = 0;
        var reply = await _subject.Commit(ByHub("rungs", state), "tick", standing => ValueTask.FromResult<Func<Decision<AgencyYearEvent>>>(() =>
        {
            // The shard may run on another machine whose clock is a little ahead: its instant counts as far as that is no alarm.
            var instant = now > standing.Now && now - standing.Now < HubClock.AlarmAbove ? now : standing.Now;
            Decision<AgencyYearEvent> overtaken = AgencyYearReprojection.Overtaken(standing.State!, instant, rules.CalendarOf(standing.State!), standing.NextSequence);
            fired = overtaken.Events.Sum(e => e is AgencyYearRungsFired { Rungs: var rungs } ? rungs.Count : 1);
            return overtaken;
        }));
        return reply.Accepted ? fired : throw new InvalidOperationException(reply.Refusal!.En);
    }

    public async Task<bool> CatchUp(int calendar)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        await rules.Know(calendar, AgencyYearRuleBooks.CityOf(state.Host));
        var newest = rules.CalendarOf(state);
        // Its rungs were told by the calendar that it knows, or by one that came since without moving a due of it.
        var former = new Lazy<ImmutableList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(state.Calendar, state.Host.At(UnitLevel.County)));
        if (Again(state, clock.Now, 0) is null)
            return false;
        var reply = await _subject.Commit(ByHub("calendar", state), "catch-up", standing =>
            ValueTask.FromResult(() => Again(standing.State!, standing.Now, standing.NextSequence) is { } again ? again : Decision<AgencyYearEvent>.Nothing));
        return reply.Accepted ? true : throw new InvalidOperationException(reply.Refusal!.En);

        AgencyYearTermsReprojected? Again(AgencyYear s, DateTimeOffset now, long sequence) =>
            AgencyYearReprojection.Of(s, now, newest, sequence) ?? AgencyYearReprojection.OfRungs(s, now, newest, former.Value);
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

    private CommandContext ByHub(string what, AgencyYear state) => new($"{what}-{_subject.Trace.Length}", Actor.Hub(AgencyYearRuleBooks.CityOf(state.Host)));

    private void Tell() => _observers.Tell(o => o.Changed(Key, _subject.Trace.Length));
}
