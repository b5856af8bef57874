using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Live figures of the units that somebody looked at lately, from this process's memory. Nothing is watched that nobody
/// reads; grids, of which there are too many, only while somebody subscribes.</summary>
internal sealed partial class LiveUnits(IGrainFactory grains, HubClock clock, ILogger<LiveUnits> log) : BackgroundService
{
    private const int MostWatched = 2_000;
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DropAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<UnitCode, WatchedUnit> _watched = new();

    /// <summary>How many units are watched.</summary>
    public int Watched => _watched.Count;

    /// <summary>The figures of a unit that is watched already, else null.</summary>
    public FamilyReading? Held(UnitCode unit) => _watched.TryGetValue(unit, out var watched) && watched.IsFresh ? watched.Reading() : null;

    /// <summary>The figures of a unit: from memory where it is watched, otherwise from its grain, and watched from then on.</summary>
    public async ValueTask<FamilyReading> Read(UnitCode unit)
    {
        if (Held(unit) is { } held)
            return held;
        if (unit.Level < UnitLevel.Grid && (_watched.Count < MostWatched || _watched.ContainsKey(unit))
            && await Watch(unit, join: false).ConfigureAwait(false) is { IsFresh: true } watched)
        {
            return watched.Reading();
        }

        return new FamilyReading(await grains.Unit(unit).Family().ConfigureAwait(false), clock.Now.ToUnixTimeSeconds());
    }

    /// <summary>Watches a unit for a subscriber, who leaves again with <see cref="WatchedUnit.Leave"/>.</summary>
    public Task<WatchedUnit> Join(UnitCode unit) => Watch(unit, join: true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RenewEvery, clock.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            await Keep().ConfigureAwait(false);
    }

    /// <summary>Renews all that is used. A unit that doesn't answer is left to itself after a while, so that the others don't wait for it.</summary>
    internal Task Keep() => Task.WhenAll(_watched.Select(w => Keep(w.Key, w.Value)));

    private async Task<WatchedUnit> Watch(UnitCode unit, bool join)
    {
        while (true)
        {
            var watched = _watched.GetOrAdd(unit, code => new WatchedUnit(code, grains, clock));
            if (join)
                watched.Join();
            try
            {
                await watched.Started.ConfigureAwait(false);
            }
            catch
            {
                // A watch that couldn't begin is nobody's: the next reader tries anew.
                _watched.TryRemove(new(unit, watched));
                throw;
            }

            // It may have been dropped between being found and being joined.
            if (!join || (_watched.TryGetValue(unit, out var held) && held == watched))
                return watched;
            watched.Leave();
        }
    }

    private async Task Keep(UnitCode unit, WatchedUnit watched)
    {
        try
        {
            if (watched.IsRenewing)
                return; // it was asked before and hasn't answered yet
            if (!watched.IsUnused(DropAfter))
                await watched.Renew().WaitAsync(Patience, clock.Time).ConfigureAwait(false);
            else if (_watched.TryRemove(new(unit, watched)))
                await watched.Stop().WaitAsync(Patience, clock.Time).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // one unit that can't be renewed mustn't end the watch of the others; its readers ask the grain meanwhile
        catch (Exception failure)
        {
            LogNotRenewed(log, failure, unit.Value);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(LogLevel.Warning, "The watch of unit {Unit} could not be renewed; it is tried again")]
    private static partial void LogNotRenewed(ILogger log, Exception failure, string unit);
}
