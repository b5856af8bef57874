using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Loads consultations for a query, each once, however many places of the query name it: one that is asked for by its name from its grain, those of lists from storage.</summary>
internal sealed class ConsultationLoader(IGrainFactory grains, StoredSubjects stored, Access access)
{
    private readonly StoredItems<ConsultationNode, ConsultationView> _listed = new(
        "consultation", ConsultationFields.OfRow,
        keys => stored.Read<Consultation, ConsultationView>(keys, (key, state, length, head) => new(key, state, length, head), s => (s.Place.City, Math.Max(s.Rules, s.Calendar))),
        access.Consultation, ConsultationNode.Of);

    /// <summary>A consultation as a node; null when it was never begun, or the viewer may not read it.</summary>
    public IDataLoaderResult<ConsultationNode?> Find(IResolveFieldContext context, Viewer viewer, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, ConsultationView>("consultations", key, Fetch)
            .Then(view => view is not null && access.Consultation(viewer.Actor, view) ? ConsultationNode.Of(view) : null);

    /// <summary>A list's consultations with what the selection asks for.</summary>
    public object Complete(IResolveFieldContext context, IReadOnlyList<ConsultationNode> nodes) => _listed.Complete(context, nodes);

    /// <summary>The same for one consultation of a list.</summary>
    public object Complete(IResolveFieldContext context, ConsultationNode node) => _listed.Complete(context, node);

    /// <summary>What follows from a consultation's stored state, for one that may not be read itself. No grain is woken.</summary>
    public IDataLoaderResult<T?> Judge<T>(IResolveFieldContext context, string key, Func<Consultation, T?> judge) =>
        _listed.Load(context, key).Then(view => view is null ? default : judge(view.State));

    private async Task<IReadOnlyDictionary<string, ConsultationView>> Fetch(IReadOnlyCollection<string> keys)
    {
        var views = await Task.WhenAll(keys.Select(key => grains.Consultation(key).Get())).ConfigureAwait(false);
        return views.OfType<ConsultationView>().ToDictionary(v => v.Key);
    }
}
