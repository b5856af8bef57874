using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Loads cases for a query, each once, however many places of the query name it: one that is asked for by its name from its grain, those of lists from storage.</summary>
internal sealed class CaseLoader(IGrainFactory grains, StoredSubjects stored, Access access)
{
    private readonly StoredItems<CaseNode, CaseView> _listed = new(
        "case", CaseFields.OfRow,
        keys => stored.Read<Case, CaseView>(keys, (key, state, length, head) => new(key, state, length, head), s => (s.Placement.City, Math.Max(s.Rules, s.Calendar))),
        access.Case, CaseNode.Of);

    /// <summary>A case as a node; null when it was never reported, or the viewer may not read it.</summary>
    public IDataLoaderResult<CaseNode?> Find(IResolveFieldContext context, Viewer viewer, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, CaseView>("cases", key, Fetch)
            .Then(view => view is not null && access.Case(viewer.Actor, view) ? CaseNode.Of(view) : null);

    /// <summary>The same of a list that names cases, from storage; null for the key of anything else: notices tell of other subjects too.</summary>
    public object? Listed(IResolveFieldContext context, string key) => GrainKeys.IsCase(key) ? _listed.Find(context, key) : null;

    /// <summary>The stored state of a case that a list names; null when there is none. For those who may read the case.</summary>
    public IDataLoaderResult<CaseView?> Stored(IResolveFieldContext context, string key) => _listed.Load(context, key);

    /// <summary>A list's cases with what the selection asks for.</summary>
    public object Complete(IResolveFieldContext context, IReadOnlyList<CaseNode> nodes) => _listed.Complete(context, nodes);

    /// <summary>The same for one case of a list.</summary>
    public object Complete(IResolveFieldContext context, CaseNode node) => _listed.Complete(context, node);

    private async Task<IReadOnlyDictionary<string, CaseView>> Fetch(IReadOnlyCollection<string> keys)
    {
        var views = await Task.WhenAll(keys.Select(key => grains.Case(key).Get())).ConfigureAwait(false);
        return views.OfType<CaseView>().ToDictionary(v => v.Key);
    }
}
