using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A unit's figures at a past instant. The index says which cases may have counted then; of those about which something was recorded since, the trace
/// is folded up to the instant; the others are what they were.</summary>
internal sealed class PastSummaries(IPastCases cases, IStoredStates states, ISegmentStore segments, IHubDirectory directory, HubClock clock, IOptions<PastOptions> options) : IDisposable
{
    /// <summary>What it costs of a query's complexity: ten instants are a query.</summary>
    public const int Cost = 5_000;

    private const int AtOnce = 200;
    private static readonly int Folders = Math.Clamp(Environment.ProcessorCount, 1, 4);

    // One at a time in a process: the second waits, and the live part of the hub keeps its share.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The figures; the unit is one whose present figures the asker may see.</summary>
    public async Task<SummaryView> At(UnitCode unit, DateTimeOffset asked, CancellationToken cancel)
    {
        if (asked > clock.Now)
            throw RequestError.Input("at", "at lies in the future.");
        var at = Instants.Through(asked);
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var places = await PastPlaces.Read(directory, states, at, cancel).ConfigureAwait(false);
            var found = await Candidates(places, unit, at, cancel).ConfigureAwait(false);
            found.RemoveAll(c => c.Settled is not null && !places.WasWithin(c.Grid, unit));
            var facts = SummaryFold.Of(await Contributions(found, grid => places.WasWithin(grid, unit), at, cancel).ConfigureAwait(false), at);
            return new SummaryView(new LiveSummary(OrganCode.Of(unit), 0, 0, facts), asked) { IsPast = true };
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<List<PastCase>> Candidates(PastPlaces places, UnitCode unit, DateTimeOffset at, CancellationToken cancel)
    {
        var most = options.Value.MaxCases;
        var found = new Dictionary<string, PastCase>(StringComparer.Ordinal);
        foreach (var one in places.Holding(unit))
            Take(await cases.Candidates(one, at, most + 1, cancel).ConfigureAwait(false));
        // What was put into another grid since lies elsewhere now, in the same county: where it lay then, its trace tells.
        foreach (var one in unit.Level > UnitLevel.County && places.CountyOf(unit) is { } county ? places.Holding(county) : [])
            Take(await cases.Relocated(one, at, most + 1, cancel).ConfigureAwait(false));
        return [.. found.Values];

        void Take(IReadOnlyList<PastCase> some)
        {
            foreach (var one in some)
                found[one.Key] = one;
            if (found.Count > most)
                throw new RequestError("TOO_MANY_CASES", $"More than {most} cases may have counted for this unit then; ask for the units below it. OpsHub:Past:MaxCases.", "at");
        }
    }

    private async Task<IEnumerable<CaseContribution>> Contributions(List<PastCase> found, Predicate<UnitCode> counts, DateTimeOffset at, CancellationToken cancel)
    {
        var folded = new ConcurrentQueue<CaseContribution>();
        var moved = found.Where(c => c.Settled is null).Select(c => c.Key).Chunk(AtOnce);
        await Parallel.ForEachAsync(moved, new ParallelOptions { MaxDegreeOfParallelism = Folders, CancellationToken = cancel }, async (keys, _) =>
        {
            foreach (var stored in await states.ByKey(keys, cancel).ConfigureAwait(false))
            {
                if (StoredSubject.Of(stored) is { } subject
                    && CaseHistory.At(stored.Key, await subject.Entries(stored.Key, segments, cancel).ConfigureAwait(false), at) is { } then
                    && counts(then.Case.Placement.Grid))
                    folded.Enqueue(CaseTerms.Contribution(then.Case));
            }
        }).ConfigureAwait(false);
        return found.Where(c => c.Settled is not null).Select(c => c.Settled!).Concat(folded);
    }
}
