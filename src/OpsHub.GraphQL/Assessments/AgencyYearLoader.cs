using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Assessments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Loads agencies' years for a query, each once, however many places of the query name it.</summary>
internal sealed class AgencyYearLoader(IGrainFactory grains)
{
    /// <summary>A year as a node; null when it was never opened, or the viewer may read nothing of it.</summary>
    public IDataLoaderResult<AgencyYearNode?> Find(IResolveFieldContext context, Viewer viewer, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, AgencyYearView>("agencyYears", key, Fetch).Then(view => AgencyYearNode.Of(viewer.Actor, view));

    private async Task<IReadOnlyDictionary<string, AgencyYearView>> Fetch(IReadOnlyCollection<string> keys)
    {
        var views = await Task.WhenAll(keys.Select(key => grains.GetGrain<IAgencyYearGrain>(key).Get())).ConfigureAwait(false);
        return views.OfType<AgencyYearView>().ToDictionary(v => v.Key);
    }
}
