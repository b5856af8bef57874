using System.Collections;
using GraphQL;
using OpsHub.Contracts.Deadlines;

namespace OpsHub.GraphQL.Describing;

/// <summary>An object that may show a past instant.</summary>
internal interface IAsOf
{
    /// <summary>The past instant; null for the present.</summary>
    DateTimeOffset? AsOf { get; }
}

/// <summary>A list of a past instant: from an item of a list the engine leads up to the list, and not to what the list belongs to.</summary>
internal sealed class PastList<T>(IReadOnlyList<T> items, DateTimeOffset at) : IReadOnlyList<T>, IAsOf
{
    public DateTimeOffset? AsOf => at;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Past instants in queries.</summary>
internal static class Instants
{
    /// <summary>The last tick of an instant's millisecond: the API writes milliseconds, and what it says of an entry must find that entry.</summary>
    public static DateTimeOffset Through(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond) + TimeSpan.TicksPerMillisecond - 1, at.Offset);

    /// <summary>The instant at which a field is read: that of the nearest object above that shows a past one, else now.</summary>
    public static DateTimeOffset Of(IResolveFieldContext context, HubClock clock)
    {
        for (IResolveFieldContext? above = context; above is not null; above = above.Parent)
        {
            if (above.Source is IAsOf { AsOf: { } at })
                return at;
        }

        return clock.Now;
    }
}
