using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.Domain.Schemes;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>People decisions in memory, by the real decisions.</summary>
public sealed class FakePosts(OrganCode agency, TestHub hub) : IPostsGrain
{
    private readonly string _key = GrainKeys.Posts(agency);
    private readonly List<TraceEntry> _trace = [];
    private AgencyPosts? _state;

    public Task<CommandReply> Do(PostCommand command, CommandContext context)
    {
        hub.Grains.Calls.Enqueue($"{_key}.Do");
        if (hub.Failure is { } failure)
            throw failure;
        if (_trace.FindLast(e => e.Command == context.Key) is { } done)
            return Task.FromResult(new CommandReply(_key, null, done.Sequence, Repeated: true));
        if (context.ExpectedVersion is { } expected && expected != _trace.Count)
            return Task.FromResult(new CommandReply(_key, new Refusal(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale"), _trace.Count));
        var book = hub.Rules.Current;
        var decision = PostDecisions.DecideNow(_state, command, new(context.Actor, hub.Clock.Now, book.Calendar, book.Cases.Hours, book.Posts, _trace.Count + 1) { Agency = hub.Directory.PostFactsOf(agency) });
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply(_key, decision.Refusal, _trace.Count));
        foreach (var happened in decision.Events)
        {
            _state = PostFold.Apply(_state, happened);
            _trace.Add(new TraceEntry
            {
                Sequence = _trace.Count + 1, At = hub.Clock.Now, Principal = context.Actor.Principal, Role = context.Actor.Role, Organ = context.Actor.Organ, Event = happened.Name, Reason = happened.Why,
                Command = context.Key, Body = "", Rule = happened.Rule, Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
                PreviousHash = _trace.Count == 0 ? new string('0', 64) : _trace[^1].Hash, Hash = CommandIds.Hash(_key, $"{_trace.Count + 1}"),
            });
        }

        if (_state is { } state)
            hub.Posts.Put(state);
        return Task.FromResult(new CommandReply(_key, null, _trace.Count));
    }

    public Task<PostsView?> Get()
    {
        hub.Grains.Calls.Enqueue($"{_key}.Get");
        var facts = hub.Directory.PostFactsOf(agency);
        return Task.FromResult(_state is { } state ? new(_key, state.In(facts), _trace.Count) : facts is null ? null : new PostsView(_key, PostDecisions.Blank(facts, hub.Clock.Now), 0));
    }

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([.. _trace.Skip((int)after).Take(limit)], _trace.Count));

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}

/// <summary>Lists of people decisions in memory: consultations and inquiries on heads are enough to ask for.</summary>
public sealed class FakePostsIndex : IPostsIndex
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
            Key = GrainKeys.Posts(s.Agency), Version = 1, Agency = s.Agency, Department = s.Department, Host = s.Host, Served = s.Served, Posts = s.Posts, Filled = s.Filled, ChangedAt = s.ChangedAt, Matters = [],
        }));

    public Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    private IEnumerable<PostMatterRow> Matching(PostMatterFilter f) => _records.Values
        .Where(s => (f.Unit is not { } unit || s.Served.Exists(t => t.Value.StartsWith(unit.Value, StringComparison.Ordinal))) && (f.Department is null || s.Department == f.Department) && (f.Agency is null || s.Agency == f.Agency))
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
