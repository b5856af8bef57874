using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Schemes;

/// <summary>Assessment schemes for those who may read them.</summary>
internal sealed class SchemeReader(IGrainFactory grains, ISchemeIndex index, IHubDirectory directory)
{
    /// <summary>May the viewer read the schemes of a county?</summary>
    public bool Reads(Viewer viewer, UnitCode county) => SchemeAccess.Reads(viewer.Actor, county, directory.IsWithin);

    /// <summary>A scheme by its grain's key; null when there is none, or none that the viewer may read.</summary>
    public async Task<SchemeNode?> Read(Viewer viewer, string key) =>
        GlobalScheme.County(key) is { } county && Reads(viewer, county) && await grains.Scheme(key).Get().ConfigureAwait(false) is { } view ? new SchemeNode(view.Key, view.State) : null;

    /// <summary>The same from the index, those of a whole list in one question.</summary>
    public IDataLoaderResult<SchemeNode?> Find(IResolveFieldContext context, Viewer viewer, string key) => context.RequestServices!.GetRequiredService<Batches>()
        .Load<string, SchemeRow>("schemes", key, keys => index.ByKey(keys, context.CancellationToken))
        .Then<SchemeRow, SchemeNode>(row => row is not null && Reads(viewer, row.Scheme.County) ? new SchemeNode(row.Key, row.Scheme) : null);

    /// <summary>Schemes of a county, the newest year first.</summary>
    public async Task<IReadOnlyList<SchemeNode>> Of(UnitCode county, int? year, CancellationToken cancel) =>
        [.. (await index.OfCounty(county, year, cancel).ConfigureAwait(false)).Select(r => new SchemeNode(r.Key, r.Scheme))];

    /// <summary>Flags against the year before; the years before of a whole list are read in one question.</summary>
    public IDataLoaderResult<IReadOnlyList<SchemeFlag>?> Flags(IResolveFieldContext context, SchemeNode of) => context.RequestServices!.GetRequiredService<Batches>()
        .Load<string, SchemeRow>("schemes", GrainKeys.Scheme(of.Scheme.County, of.Scheme.Year - 1, of.Scheme.Target), keys => index.ByKey(keys, context.CancellationToken))
        .Then<SchemeRow, IReadOnlyList<SchemeFlag>>(before => SchemeDecisions.Flags(of.Scheme, before?.Scheme));
}

/// <summary>Keys of schemes that came from outside.</summary>
internal static class GlobalScheme
{
    /// <summary>The county of a well-formed key, or null.</summary>
    public static UnitCode? County(string key) => key.Split('-') is ["scheme", var code, { Length: 4 } year, var target] && UnitCode.TryParse(code, out var county)
        && int.TryParse(year, System.Globalization.NumberStyles.None, null, out _) && Enum.TryParse<SchemeTarget>(target, out var known) && $"{known}" == target ? county : null;
}
