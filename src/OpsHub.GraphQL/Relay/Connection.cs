using OpsHub.Contracts.Index;

namespace OpsHub.GraphQL.Relay;

/// <summary>One item of a list with its cursor.</summary>
internal sealed record Edge<T>(string Cursor, T Node);

/// <summary>A page of a list.</summary>
/// <param name="Edges">Items with their cursors.</param>
/// <param name="HasNext">More follow.</param>
/// <param name="HasPrevious">Some come before.</param>
/// <param name="AsOf">When the list was first read.</param>
/// <param name="Count">Counts all that match; null where nobody may ask.</param>
internal sealed record Connection<T>(
    IReadOnlyList<Edge<T>> Edges, bool HasNext, bool HasPrevious, DateTimeOffset AsOf, Func<CancellationToken, Task<int>>? Count = null)
{
    public PageEnds Ends => new(HasNext, HasPrevious, Edges.Count == 0 ? null : Edges[0].Cursor, Edges.Count == 0 ? null : Edges[^1].Cursor);

    public static Connection<T> Of<TRow>(Page<TRow> page, Func<TRow, T> node, Func<CancellationToken, Task<int>>? count = null) =>
        new([.. page.Items.Select(i => new Edge<T>(i.Cursor, node(i.Row)))], page.HasNext, page.HasPrevious, page.AsOf, count);
}

/// <summary>Where a page begins and ends.</summary>
internal sealed record PageEnds(bool HasNext, bool HasPrevious, string? Start, string? End);
