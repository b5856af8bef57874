using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Posts;

/// <summary>People decisions of an agency, live: the commit path around <see cref="PostDecisions"/>, and their rungs.</summary>
internal sealed class PostsGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<AgencyPosts>> store, CommitServices commits, PostsShape shape, IRuleBook rules, IHubDirectory directory, HubClock clock)
    : Grain, IPostsGrain
{
    private Subject<AgencyPosts, PostEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private OrganCode Agency => GrainKeys.AgencyOfPosts(Key);

    private UnitCode City => Agency.Unit.At(UnitLevel.City);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        await rules.Know(_subject.State?.Calendar ?? 1, City);
    }

    public Task<CommandReply> Do(PostCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing =>
        {
            var book = shape.Rules(Agency, standing.Now);
            var found = new PostContext(context.Actor, standing.Now, book.Calendar, book.Cases.Hours, book.Posts, standing.NextSequence)
            {
                Agency = directory.PostFactsOf(Agency), NameOf = directory.NameOf,
            };
            return ValueTask.FromResult(() => context.OccurredAt is null ? PostDecisions.DecideNow(standing.State, command, found) : PostDecisions.Decide(standing.State?.In(found.Agency), command, found));
        });

    public async Task<PostsView?> Get()
    {
        await _subject.ReadIfDoubtful();
        var agency = directory.PostFactsOf(Agency);
        return _subject.State is { } state ? new(Key, state.In(agency), _subject.Trace.Length)
            : agency is null ? null
            : new(Key, PostDecisions.Blank(agency, clock.Now), 0);
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task<int> Tick(DateTimeOffset now) => _subject.Fire(now, _ => City, (s, instant, sequence) =>
    {
        var book = shape.Rules(Agency, instant);
        return PostReprojection.Overtaken(s, instant, book.Calendar, book.Posts, sequence);
    }, e => e is PostRungsFired { Rungs: var rungs } ? rungs.Count : 1);

    public async Task<bool> CatchUp(int calendar)
    {
        await rules.Know(calendar, City);
        await _subject.ReadIfDoubtful();
        if (_subject.State is not { } state)
            return false;
        var newest = shape.Rules(Agency, clock.Now);
        // Its rungs were told by the calendar that it knows, or by one that came since without moving a due of it.
        var former = new Lazy<ImmutableList<OfficialCalendar>>(() => rules.Versions.CalendarsSince(state.Calendar, Agency.Unit.CountyByCode));
        return await _subject.CountAgain(clock.Now, City, (s, now, sequence) =>
            PostReprojection.Of(s, now, newest.Calendar, sequence) ?? PostReprojection.OfRungs(s, now, newest.Calendar, former.Value, newest.Posts));
    }

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
