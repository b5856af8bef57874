using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Filings;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>What a unit has on file, in memory, by the real decisions.</summary>
public sealed class FakeFilings(UnitCode unit, TestHub hub) : IFilingsGrain
{
    private readonly string _key = GrainKeys.Filings(unit);
    private readonly List<TraceEntry> _trace = [];
    private UnitFilings? _state;

    public Task<CommandReply> Do(FilingCommand command, CommandContext context)
    {
        hub.Grains.Calls.Enqueue($"{_key}.Do");
        if (hub.Failure is { } failure)
            throw failure;
        if (_trace.FindLast(e => e.Command == context.Key) is { } done)
            return Task.FromResult(new CommandReply(_key, null, done.Sequence, Repeated: true));
        if (context.ExpectedVersion is { } expected && expected != _trace.Count)
            return Task.FromResult(new CommandReply(_key, new Refusal(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale"), _trace.Count));
        var book = hub.Rules.Current;
        var decision = FilingDecisions.DecideNow(_state, command, new(context.Actor, hub.Clock.Now, book.Calendar, book.Cases.Hours, book.Filings, _trace.Count + 1, hub.Directory.FilingPlaceOf(unit)));
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply(_key, decision.Refusal, _trace.Count));
        foreach (var happened in decision.Events)
        {
            _state = FilingFold.Apply(_state, happened);
            _trace.Add(new TraceEntry
            {
                Sequence = _trace.Count + 1, At = hub.Clock.Now, Principal = context.Actor.Principal, Role = context.Actor.Role, Organ = context.Actor.Organ, Event = happened.Name, Reason = happened.Why,
                Command = context.Key, Body = "", Rule = happened.Rule, Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
                PreviousHash = _trace.Count == 0 ? new string('0', 64) : _trace[^1].Hash, Hash = CommandIds.Hash(_key, $"{_trace.Count + 1}"),
            });
        }

        if (_state is { } state)
            hub.Filings.Put(state);
        return Task.FromResult(new CommandReply(_key, null, _trace.Count));
    }

    public Task<FilingsView?> Get()
    {
        hub.Grains.Calls.Enqueue($"{_key}.Get");
        return Task.FromResult(_state is { } state ? new(_key, state, _trace.Count)
            : hub.Directory.FilingPlaceOf(unit) is { InForce: true } place ? new FilingsView(_key, FilingDecisions.Blank(place, hub.Clock.Now), 0) : null);
    }

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([.. _trace.Skip((int)after).Take(limit)], _trace.Count));

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}

/// <summary>Lists of obligations in memory.</summary>
public sealed class FakeFilingIndex : IFilingIndex
{
    private readonly Dictionary<UnitCode, UnitFilings> _records = [];

    /// <summary>The filter of the last question.</summary>
    public FilingFilter? Asked { get; private set; }

    public void Put(UnitFilings state) => _records[state.Unit] = state;

    public Task<Page<FilingObligationRow>> Obligations(FilingFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        if (page.After is not null)
            throw new BadCursorException("The cursor was not made by this list.");
        Asked = filter;
        return Task.FromResult(new Page<FilingObligationRow>([.. Matching(filter).Take(page.First ?? 100).Select(o => (o, $"{o.Unit}/{o.Term}"))], false, false, DateTimeOffset.UnixEpoch));
    }

    public Task<int> CountObligations(FilingFilter filter, CancellationToken cancel = default) => Task.FromResult(Matching(filter).Count());

    public Task<IReadOnlyList<UnitCode>> CountiesFiled(UnitCode city, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<UnitCode>>([.. _records.Values.Where(FilingDuties.AreMeasuresFiled).Select(s => s.Unit).Order()]);

    public Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default) => throw new NotSupportedException();

    private IEnumerable<FilingObligationRow> Matching(FilingFilter f) => _records.Values
        .Where(s => f.Unit is not { } unit || (f.OwnOnly ? s.Unit == unit : s.Unit.Value.StartsWith(unit.Value, StringComparison.Ordinal)))
        .SelectMany(FilingsReader.Obligations).Where(o => (!f.OpenOnly || o.DoneAt is null) && (f.Kind is null || o.Kind == f.Kind) && (f.Holder is null || o.Holder == f.Holder)).OrderBy(o => o.DueAt);
}
