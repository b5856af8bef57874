using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Agencies;

/// <summary>Live figures of agencies, each asked once in a query.</summary>
internal sealed class AgencySummaries(IGrainFactory grains, HubClock clock)
{
    public IDataLoaderResult<SummaryView?> Of(IResolveFieldContext context, OrganCode agency) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<OrganCode, SummaryView>("agency summaries", agency, Fetch);

    private async Task<IReadOnlyDictionary<OrganCode, SummaryView>> Fetch(IReadOnlyCollection<OrganCode> codes)
    {
        var summaries = await Task.WhenAll(codes.Select(code => grains.Agency(code).Summary())).ConfigureAwait(false);
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds());
        return summaries.ToDictionary(s => s.Code, s => new SummaryView(s, now));
    }
}
