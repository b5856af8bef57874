using OpsHub.Contracts.Indicators;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;

namespace OpsHub.GraphQL.Indicators;

/// <summary>The index of indicators, asked for a county or the city by one at a time in a process: such a question walks all rows, the second waits, and the live
/// part of the hub keeps its share. Townships and organs have an index and don't wait.</summary>
internal sealed class IndicatorTurns(IIndicatorIndex index) : IIndicatorIndex, IDisposable
{
    /// <summary>What a question for indicators costs of a query's complexity: 25 are a query.</summary>
    public const int Cost = 2_000;

    private readonly SemaphoreSlim _turn = new(1);

    public Task<IReadOnlyDictionary<IndicatorKey, IndicatorCounts>> Counts(IndicatorQuery query, CancellationToken cancel = default) => Ask(query, index.Counts, cancel);

    public Task<IReadOnlyDictionary<IndicatorKey, HandlingTimes>> Times(IndicatorQuery query, CancellationToken cancel = default) => Ask(query, index.Times, cancel);

    public Task<IReadOnlyList<GridCases>> Loads(IndicatorQuery query, CancellationToken cancel = default) => Ask(query, index.Loads, cancel);

    public void Dispose() => _turn.Dispose();

    private async Task<T> Ask<T>(IndicatorQuery query, Func<IndicatorQuery, CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        if (query.Unit is not { Level: < UnitLevel.Township })
            return await ask(query, cancel).ConfigureAwait(false);
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ask(query, cancel).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
