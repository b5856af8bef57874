using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>Loads cases for a query, each once, however many places of the query name it.</summary>
internal sealed class CaseLoader(IGrainFactory grains, Access access)
{
    /// <summary>A case by key; null when it was never reported.</summary>
    public IDataLoaderResult<CaseView?> Load(IResolveFieldContext context, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, CaseView>("cases", key, Fetch);

    /// <summary>A case as a node; null when it was never reported, or the viewer may not read it, and for the key of anything else: notices tell of other subjects too.</summary>
    public IDataLoaderResult<CaseNode?> Find(IResolveFieldContext context, Viewer viewer, string key) => !key.StartsWith("case-", StringComparison.Ordinal)
        ? new Loaded<CaseNode>(() => Task.FromResult<CaseNode?>(null))
        : Load(context, key).Then(view => view is not null && access.Case(viewer.Actor, view) ? CaseNode.Of(view) : null);

    /// <summary>The state of a list's cases where the selection asks for more than the index has; the rows otherwise.</summary>
    public object Complete(IResolveFieldContext context, IReadOnlyList<CaseNode> nodes)
    {
        if (CaseFields.RowSuffices(context.SubFields))
            return nodes;
        var viewer = Viewer.Of(context);
        var loads = nodes.Select(n => Load(context, n.Key)).ToList();
        return new Loaded<IReadOnlyList<CaseNode>>(async () =>
        {
            var views = await Task.WhenAll(loads.Select(l => l.GetResultAsync())).ConfigureAwait(false);
            // Between the index and the grain a case may have passed to somebody else.
            return [.. views.Where(v => v is not null && access.Case(viewer.Actor, v)).Select(v => CaseNode.Of(v!))];
        });
    }

    /// <summary>The same for one case of a list.</summary>
    public object Complete(IResolveFieldContext context, CaseNode node)
    {
        if (node.View is not null || CaseFields.RowSuffices(context.SubFields))
            return node;
        var viewer = Viewer.Of(context);
        return Load(context, node.Key).Then(view => view is not null && access.Case(viewer.Actor, view) ? CaseNode.Of(view) : throw RequestError.NotFound("case"));
    }

    private async Task<IReadOnlyDictionary<string, CaseView>> Fetch(IReadOnlyCollection<string> keys)
    {
        var views = await Task.WhenAll(keys.Select(key => grains.Case(key).Get())).ConfigureAwait(false);
        return views.OfType<CaseView>().ToDictionary(v => v.Key);
    }
}
