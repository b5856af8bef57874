using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
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
        await rules.Know(1, City);
    }

    public Task<CommandReply> Do(PostCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing =>
        {
            var book = shape.Rules(Agency, standing.Now);
            var found = new PostContext(context.Actor, standing.Now, book.Calendar, book.Cases.Hours, book.Posts, standing.NextSequence) { Agency = directory.PostFactsOf(Agency) };
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

    public async Task<int> Tick(DateTimeOffset now)
    {
        var fired = 0;
        await OfItself($"rungs-{_subject.Trace.Length}", "tick", (state, standing, book) =>
        {
            var passed = PostTerms.Tick(state, SubjectTerms.Heard(now, standing.Now), book.Calendar, book.Posts);
            fired = passed?.Rungs.Count ?? 0;
            return passed;
        });
        return fired;
    }

    public async Task<bool> CatchUp(int calendar)
    {
        await rules.Know(calendar, City);
        var moved = false;
        await OfItself($"calendar-{_subject.Trace.Length}", "catch-up", (state, standing, book) =>
        {
            var terms = PostTerms.Reprojected(state, book.Calendar, standing.Now, standing.NextSequence);
            moved = !terms.IsEmpty;
            return moved ? new PostTermsReprojected(standing.Now, terms) : null;
        });
        return moved;
    }

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task OfItself(string id, string body, Func<AgencyPosts, Standing<AgencyPosts>, Domain.Cases.RuleBook, PostEvent?> happens)
    {
        await _subject.ReadIfDoubtful();
        if (_subject.State is null)
            return;
        var reply = await _subject.Commit(new CommandContext(id, Actor.Hub(City)), body, standing => ValueTask.FromResult<Func<Decision<PostEvent>>>(() =>
            happens(standing.State!, standing, shape.Rules(Agency, standing.Now)) is { } happened ? happened : Decision<PostEvent>.Nothing));
        if (!reply.Accepted)
            throw new InvalidOperationException(reply.Refusal!.En);
    }
}
