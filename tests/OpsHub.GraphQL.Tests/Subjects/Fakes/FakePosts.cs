using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Schemes;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>People decisions of an agency in memory.</summary>
public sealed class FakePosts(OrganCode agency, TestHub hub) : FakeSubject<AgencyPosts, PostEvent>(GrainKeys.Posts(agency), hub), IPostsGrain
{
    public Task<CommandReply> Do(PostCommand command, CommandContext context)
    {
        var book = Hub.Rules.Current;
        return Carry(context, () => PostDecisions.DecideNow(State, command, new(context.Actor, Hub.Clock.Now, book.Calendar, book.Cases.Hours, book.Posts, Length + 1)
        {
            Agency = Hub.Directory.PostFactsOf(agency), NameOf = Hub.Directory.NameOf,
        }));
    }

    public Task<PostsView?> Get()
    {
        Asked("Get");
        var facts = Hub.Directory.PostFactsOf(agency);
        return Task.FromResult(State is { } state ? new(Key, state.In(facts), Length) : facts is null ? null : new PostsView(Key, PostDecisions.Blank(facts, Hub.Clock.Now), 0));
    }

    public Task<TraceSlice> Trace(long after, int limit) => Slice(after, limit);

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    protected override AgencyPosts Apply(AgencyPosts? state, PostEvent happened) => PostFold.Apply(state, happened);

    protected override (string Name, string? Why, string? Rule) Describe(PostEvent happened) => (happened.Name, happened.Why, happened.Rule);

    protected override void Publish(AgencyPosts state) => Hub.Posts.Put(state);
}

/// <summary>Lists of people decisions in memory, found by the agency as it is registered now: consultations and inquiries on heads are enough to ask for.</summary>
public sealed class FakePostsIndex(FakeDirectory directory) : IPostsIndex
{
    private readonly Dictionary<OrganCode, AgencyPosts> _records = [];

    /// <summary>The filter of the last question.</summary>
    public PostMatterFilter? Asked { get; private set; }

    public void Put(AgencyPosts state) => _records[state.Agency] = state;

    public Task<Page<PostMatterRow>> Matters(PostMatterFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        if (page.After is not null)
            throw new BadCursorException("The cursor was not made by this list.");
        Asked = filter;
        return Task.FromResult(new Page<PostMatterRow>([.. Matching(filter).Take(page.First ?? 100).Select(m => (m, $"{m.Agency}/{m.Kind}/{m.Id}"))], false, false, DateTimeOffset.UnixEpoch));
    }

    public Task<int> CountMatters(PostMatterFilter filter, CancellationToken cancel = default) => Task.FromResult(Matching(filter).Count());

    public Task<IReadOnlyDictionary<OrganCode, PostsRow>> ByAgency(IReadOnlyCollection<OrganCode> agencies, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<OrganCode, PostsRow>>(_records.Values.Where(s => agencies.Contains(s.Agency)).ToDictionary(s => s.Agency, s => new PostsRow
        {
            Key = GrainKeys.Posts(s.Agency), Version = 1, Agency = s.Agency, Posts = s.Posts, Filled = s.Filled, ChangedAt = s.ChangedAt, Matters = [],
        }));

    public Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    private IEnumerable<PostMatterRow> Matching(PostMatterFilter f) => _records.Values
        .Select(s => s.In(directory.PostFactsOf(s.Agency)))
        .Where(s => (f.Unit is not { } unit || s.Served.Exists(t => t.LiesIn(unit))) && (f.Department is null || s.Department == f.Department) && (f.Agency is null || s.Agency == f.Agency))
        .SelectMany(s => s.Heads.Select(h => new PostMatterRow(s.Agency, PostMatterKind.HeadConsultation, h.Id, $"{h.Stage}", h.At, null, !h.IsOver))
            .Concat(s.Inquiries.Select(i => new PostMatterRow(s.Agency, PostMatterKind.Inquiry, i.Id, $"{i.Stage}", i.At, null, i.Stage != InquiryStage.Closed))))
        .Where(m => (f.Kind is null || m.Kind == f.Kind) && (!f.OpenOnly || m.IsOpen)).OrderByDescending(m => m.At);
}

/// <summary>An assessment scheme in memory, by the real decisions.</summary>
public sealed class FakeScheme(string key, TestHub hub) : ISchemeGrain
{
    private readonly Dictionary<string, CommandReply> _answered = [];
    private AssessmentScheme? _state;

    public Task<CommandReply> Do(SchemeCommand command, CommandContext context)
    {
        if (_answered.TryGetValue(context.Key, out var before))
            return Task.FromResult(before with { Repeated = true });
        var decision = SchemeDecisions.Decide(_state, command, context.Actor, hub.Clock.Now);
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply(key, decision.Refusal, _state is null ? 0 : 1));
        _state = decision.Events.Aggregate(_state, AssessmentScheme.Apply);
        hub.Schemes.Rows[key] = new(key, 1, _state!);
        return Task.FromResult(_answered[context.Key] = new(key, null, 1));
    }

    public Task<SchemeView?> Get() => Task.FromResult(_state is null ? null : new SchemeView(key, _state, 1));

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([], _state is null ? 0 : 1));

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}

/// <summary>Assessment schemes in memory.</summary>
public sealed class FakeSchemeIndex : ISchemeIndex
{
    public Dictionary<string, SchemeRow> Rows { get; } = [];

    /// <summary>How often rows were asked for by key.</summary>
    public int AskedByKey { get; private set; }

    public Task<IReadOnlyList<SchemeRow>> OfCounty(UnitCode county, int? year = null, CancellationToken cancel = default) => Task.FromResult<IReadOnlyList<SchemeRow>>(
        [.. Rows.Values.Where(r => r.Scheme.County == county && (year is null || r.Scheme.Year == year)).OrderByDescending(r => r.Scheme.Year)]);

    public Task<IReadOnlyDictionary<string, SchemeRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        AskedByKey++;
        return Task.FromResult<IReadOnlyDictionary<string, SchemeRow>>(keys.Where(Rows.ContainsKey).ToDictionary(k => k, k => Rows[k]));
    }
}
