using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>What the three have in common: state, answers by command id, publication.</summary>
public abstract class FakeGovernanceSubject<TState, TEvent>(string key, TestHub hub) where TState : class
{
    private readonly Dictionary<string, CommandReply> _answered = [];

    protected string Key => key;

    protected TState? State { get; private set; }

    protected long Length { get; private set; }

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([], Length));

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    protected Task<CommandReply> Answer(UnitCode unit, CommandContext context, Func<TState?, GovernanceFacts, Decision<TEvent>> decide, Func<TState?, TEvent, TState> fold, Func<TState, GovernanceRow> row)
    {
        if (hub.Failure is { } failure)
            throw failure;
        if (_answered.TryGetValue(context.Key, out var before))
            return Task.FromResult(before with { Repeated = true });
        var decision = decide(State, new(unit, u => hub.Directory.Unit(u) is not null, context.Actor, hub.Clock.Now, hub.Directory.IsWithin) { IsCategory = hub.Rules.Current.Cases.Categories.ContainsKey });
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply(key, decision.Refusal, Length));
        State = decision.Events.Aggregate(State, fold);
        Length += decision.Events.Count;
        if (State is { } state)
            hub.Governance.Rows[key] = row(state);
        return Task.FromResult(_answered[context.Key] = new(key, null, Length));
    }
}

/// <summary>A grid file in memory, by the real decisions.</summary>
public sealed class FakeGridFile(UnitCode community, TestHub hub) : FakeGovernanceSubject<GridFile, GridFileEvent>(GrainKeys.GridFile(community), hub), IGridFileGrain
{
    public Task<CommandReply> Do(GridFileCommand command, CommandContext context) =>
        Answer(community, context, (s, facts) => GridDecisions.Decide(s, command, facts), GridFile.Apply, s => new(Key, Length) { Grids = GridFileRow.Of(s) });

    public Task<GridFileView> Get() => Task.FromResult(new GridFileView(State ?? new() { Community = community }, Length));
}

/// <summary>A governance file in memory, by the real decisions.</summary>
public sealed class FakeGovernanceFile(UnitCode unit, TestHub hub) : FakeGovernanceSubject<GovernanceFile, GovernanceEvent>(GrainKeys.Governance(unit), hub), IGovernanceGrain
{
    public Task<CommandReply> Do(GovernanceCommand command, CommandContext context) =>
        Answer(unit, context, (s, facts) => GovernanceDecisions.Decide(s, command, facts), GovernanceFile.Apply, s => new(Key, Length) { File = s });

    public Task<GovernanceView> Get() => Task.FromResult(new GovernanceView(State ?? new() { Unit = unit }, Length));
}

/// <summary>An analysis report in memory, by the real decisions.</summary>
public sealed class FakeAnalysis(string key, TestHub hub) : FakeGovernanceSubject<AnalysisReport, AnalysisEvent>(key, hub), IAnalysisGrain
{
    public Task<CommandReply> Do(AnalysisCommand command, CommandContext context)
    {
        var (township, from) = GrainKeys.AnalysisOf(Key);
        return Answer(township, context, (s, facts) => AnalysisDecisions.Decide(s, from, command, facts), AnalysisReport.Apply, s => new(Key, Length) { Report = s });
    }

    public Task<AnalysisView?> Get() => Task.FromResult(State is null ? null : new AnalysisView(State, Length));
}

/// <summary>Grid files, governance files and reports in memory. Every question is counted.</summary>
public sealed class FakeGovernanceIndex : IGovernanceIndex
{
    public Dictionary<string, GovernanceRow> Rows { get; } = [];

    public int Asked { get; private set; }

    public Task<IReadOnlyList<GridFileRow>> Grids(IReadOnlyCollection<UnitCode> communities, CancellationToken cancel = default) =>
        Read([.. Rows.Values.Where(r => r.Grids is not null && communities.Contains(r.Unit)).Select(r => r.Grids!)]);

    public Task<IReadOnlyList<GovernanceFile>> Files(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default) =>
        Read([.. Rows.Values.Where(r => r.File is not null && units.Contains(r.Unit)).Select(r => r.File!)]);

    public Task<IReadOnlyList<AnalysisReport>> Reports(IReadOnlyCollection<UnitCode> townships, DateOnly from, AnalysisStage? stage = null, CancellationToken cancel = default) =>
        Read([.. Rows.Values.Select(r => r.Report).OfType<AnalysisReport>().Where(r => townships.Contains(r.Township) && r.From >= from && (stage is null || r.Stage == stage)).OrderBy(r => r.From)]);

    public Task<DateOnly> Since(CancellationToken cancel = default) => Task.FromResult(new DateOnly(2026, 1, 1));

    private Task<IReadOnlyList<T>> Read<T>(ImmutableList<T> rows)
    {
        Asked++;
        return Task.FromResult<IReadOnlyList<T>>(rows);
    }
}
