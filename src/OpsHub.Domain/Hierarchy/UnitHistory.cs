using System.Collections.Immutable;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Changes one property of a unit's periods from a day on.</summary>
internal static class UnitHistory
{
    /// <summary>Sets a property from a day on. Later periods that still carried the former value follow;
    /// from the first later period with a value of its own on, nothing changes.</summary>
    internal static ImmutableList<UnitPeriod> Change<T>(
        ImmutableList<UnitPeriod> history, DateOnly from, Func<UnitPeriod, T> get, Func<UnitPeriod, T, UnitPeriod> set, T value)
    {
        var at = history.FindLastIndex(p => p.From <= from);
        var former = get(history[at]);
        if (history[at].From < from)
            history = history.Insert(++at, history[at - 1] with { From = from });
        for (; at < history.Count && Equals(get(history[at]), former); at++)
            history = history.SetItem(at, set(history[at], value));
        return history;
    }
}
