using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Loads consultations for a query, each once, however many places of the query name it.</summary>
internal sealed class ConsultationLoader(IGrainFactory grains, StoredConsultations stored, Access access)
{
    /// <summary>A consultation as a node; null when it was never begun, or the viewer may not read it.</summary>
    public IDataLoaderResult<ConsultationNode?> Find(IResolveFieldContext context, Viewer viewer, string key) =>
        Load(context, key).Then(view => view is not null && access.Consultation(viewer.Actor, view) ? ConsultationNode.Of(view) : null);

    /// <summary>The stored state of a list's consultations where the selection asks for more than the index has; the rows otherwise. No grain is woken.</summary>
    public object Complete(IResolveFieldContext context, IReadOnlyList<ConsultationNode> nodes)
    {
        if (ConsultationFields.RowSuffices(context.SubFields))
            return nodes;
        var viewer = Viewer.Of(context);
        var loads = nodes.Select(n => Stored(context, n.Key)).ToList();
        return new Loaded<IReadOnlyList<ConsultationNode>>(async () =>
        {
            var views = await Task.WhenAll(loads.Select(l => l.GetResultAsync())).ConfigureAwait(false);
            // Between the two reads a consultation may have passed out of what the actor reads.
            return [.. views.Where(v => v is not null && access.Consultation(viewer.Actor, v)).Select(v => ConsultationNode.Of(v!))];
        });
    }

    /// <summary>The same for one consultation of a list.</summary>
    public object Complete(IResolveFieldContext context, ConsultationNode node)
    {
        if (node.View is not null || ConsultationFields.RowSuffices(context.SubFields))
            return node;
        var viewer = Viewer.Of(context);
        return Stored(context, node.Key).Then(view =>
            view is not null && access.Consultation(viewer.Actor, view) ? ConsultationNode.Of(view) : throw RequestError.NotFound("consultation"));
    }

    /// <summary>What follows from a consultation's stored state, for one that may not be read itself. No grain is woken.</summary>
    public IDataLoaderResult<T?> Judge<T>(IResolveFieldContext context, string key, Func<Consultation, T?> judge) =>
        Stored(context, key).Then(view => view is null ? default : judge(view.State));

    private IDataLoaderResult<ConsultationView?> Load(IResolveFieldContext context, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, ConsultationView>("consultations", key, Fetch);

    private IDataLoaderResult<ConsultationView?> Stored(IResolveFieldContext context, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, ConsultationView>("stored consultations", key, stored.Read);

    private async Task<IReadOnlyDictionary<string, ConsultationView>> Fetch(IReadOnlyCollection<string> keys)
    {
        var views = await Task.WhenAll(keys.Select(key => grains.Consultation(key).Get())).ConfigureAwait(false);
        return views.OfType<ConsultationView>().ToDictionary(v => v.Key);
    }
}
