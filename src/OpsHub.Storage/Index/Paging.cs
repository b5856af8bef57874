using OpsHub.Contracts.Index;

namespace OpsHub.Storage.Index;

/// <summary>A page request with its cursors read.</summary>
internal sealed record Paging(int Count, bool Backward, Cursor? After, Cursor? Before, string List)
{
    private const int Largest = 100;

    public static Paging Of(PageRequest page, string list)
    {
        if (page.First is null == page.Last is null)
            throw new ArgumentException("Exactly one of First and Last must be set.", nameof(page));
        var count = page.First ?? page.Last!.Value;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(page));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Largest, nameof(page));
        return new Paging(count, page.Last is not null, Cursor.Read(list, page.After), Cursor.Read(list, page.Before), list);
    }

    /// <summary>Makes the page from one row more than asked for, read in the request's direction.</summary>
    public Page<TRow> Page<TRecord, TRow>(List<TRecord> read, Func<TRecord, TRow> row, Func<TRecord, (long Sort, string Id)> place, DateTimeOffset now)
    {
        var asOf = After?.AsOf ?? Before?.AsOf ?? now;
        var more = read.Count > Count;
        if (more)
            read.RemoveAt(Count);
        if (Backward)
            read.Reverse();
        var items = read.ConvertAll(r => (row(r), new Cursor(List, place(r).Sort, place(r).Id, asOf).Write()));
        return new Page<TRow>(items, Backward ? Before is not null : more, Backward ? more : After is not null, asOf);
    }
}
