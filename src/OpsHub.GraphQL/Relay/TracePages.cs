using System.Globalization;
using GraphQL;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Pages of a case's trace, by sequence: one call, whichever way the page goes.</summary>
internal sealed class CaseTraces(IGrainFactory grains, HubClock clock)
{
    public async ValueTask<object?> Page(IResolveFieldContext context, CaseView view)
    {
        var page = Paging.Read(context);
        var list = "trace-" + view.Key;
        var from = Sequence(list, "after", page.After) ?? 0;
        var to = Math.Min((Sequence(list, "before", page.Before) ?? long.MaxValue) - 1, view.Length);
        if (page.First is { } first)
            to = Math.Min(to, from + first);
        else
            from = Math.Max(from, to - page.Last!.Value);
        var count = (int)Math.Max(0, to - from);
        var entries = count == 0 ? [] : await grains.Case(view.Key).Trace(from, count).ConfigureAwait(false);
        var edges = entries.Select(e => new Edge<TraceEntry>(ListPages.Cursor(list, e.Sequence.ToString(CultureInfo.InvariantCulture)), e)).ToList();
        return new Connection<TraceEntry>(edges, to < view.Length, from > 0, clock.Now);
    }

    private static long? Sequence(string list, string argument, string? cursor) =>
        ListPages.Key(list, argument, cursor) is { } key && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
