using System.Collections.Concurrent;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>How many units stand below one, by level.</summary>
internal sealed record UnitCounts(int Counties, int Townships, int Communities, int Grids);

/// <summary>Counts units below a unit; kept for a while, because a city has twelve thousand grids and they rarely change.</summary>
internal sealed class UnitCounting(IHubDirectory directory, HubClock clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<UnitCode, (long At, UnitCounts Counts)> _kept = new();

    public UnitCounts Of(UnitCode unit)
    {
        if (_kept.TryGetValue(unit, out var held) && clock.Time.GetElapsedTime(held.At) < KeptFor)
            return held.Counts;
        var counts = new UnitCounts(Count(unit, UnitLevel.County), Count(unit, UnitLevel.Township), Count(unit, UnitLevel.Community), Count(unit, UnitLevel.Grid));
        _kept[unit] = (clock.Time.GetTimestamp(), counts);
        return counts;
    }

    private int Count(UnitCode unit, UnitLevel level) => level > unit.Level ? directory.Descendants(unit, level).Count : 0;
}
