using System.Globalization;
using GraphQL;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Relay;

/// <summary>Pages of a subject's trace, by sequence.</summary>
internal sealed class TracePages(HubClock clock)
{
    /// <summary>A page of a trace whose length the grain tells: one call forwards, two backwards.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, string subject, Func<long, int, Task<TraceSlice>> read)
    {
        var page = Paging.Read(context);
        if (page.First is not { } first)
            return await Page(context, subject, (await read(0, 1).ConfigureAwait(false)).Length, async (after, count) => (await read(after, count).ConfigureAwait(false)).Entries).ConfigureAwait(false);
        var list = List(subject);
        var from = Sequence(list, "after", page.After) ?? 0;
        var slice = await read(from, first).ConfigureAwait(false);
        var to = (Sequence(list, "before", page.Before) ?? long.MaxValue) - 1;
        return Connection(list, [.. slice.Entries.Where(e => e.Sequence <= to)], from, slice.Length);
    }

    /// <summary>A page of a trace whose length is known: one call, whichever way it goes.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, string subject, long length, Func<long, int, Task<IReadOnlyList<TraceEntry>>> read)
    {
        var page = Paging.Read(context);
        var list = List(subject);
        var from = Sequence(list, "after", page.After) ?? 0;
        var to = Math.Min((Sequence(list, "before", page.Before) ?? long.MaxValue) - 1, length);
        if (page.First is { } first)
            to = Math.Min(to, from + first);
        else
            from = Math.Max(from, to - page.Last!.Value);
        var count = (int)Math.Max(0, to - from);
        return Connection(list, count == 0 ? [] : await read(from, count).ConfigureAwait(false), from, length);
    }

    private Connection<TraceEntry> Connection(string list, IReadOnlyList<TraceEntry> entries, long from, long length)
    {
        var edges = entries.Select(e => new Edge<TraceEntry>(ListPages.Cursor(list, e.Sequence.ToString(CultureInfo.InvariantCulture)), e)).ToList();
        return new Connection<TraceEntry>(edges, from + edges.Count < length, from > 0, clock.Now);
    }

    private static string List(string subject) => "trace-" + subject;

    private static long? Sequence(string list, string argument, string? cursor) =>
        ListPages.Key(list, argument, cursor) is { } key && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
