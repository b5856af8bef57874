using System.Buffers.Text;
using System.Text;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Relay;

/// <summary>Pages of a list that is held in memory, ascending by key. A cursor holds the key, so that items that come or go move nothing.</summary>
internal static class ListPages
{
    private const int Longest = 200;

    public static Connection<T> Of<T>(string list, IReadOnlyList<T> items, Func<T, string> key, PageRequest page, DateTimeOffset now)
    {
        var (after, before) = (Key(list, "after", page.After), Key(list, "before", page.Before));
        int from = 0, to = items.Count;
        while (after is not null && from < to && string.CompareOrdinal(key(items[from]), after) <= 0)
            from++;
        while (before is not null && to > from && string.CompareOrdinal(key(items[to - 1]), before) >= 0)
            to--;
        if (page.First is { } first)
            to = Math.Min(to, from + first);
        else
            from = Math.Max(from, to - page.Last!.Value);
        var edges = new Edge<T>[to - from];
        for (var i = from; i < to; i++)
            edges[i - from] = new(Cursor(list, key(items[i])), items[i]);
        return new Connection<T>(edges, to < items.Count, from > 0, now);
    }

    public static string Cursor(string list, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}|{key}"));

    public static string? Key(string list, string argument, string? cursor, int longest = Longest)
    {
        if (cursor is null)
            return null;
        if (cursor.Length <= longest && Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|', 2) is [var name, var key] && name == list)
            return key;
        throw RequestError.Input(argument, "This cursor was not made by this list; start again without it.");
    }
}
