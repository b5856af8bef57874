using System.Net;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>One replay from its files to its result, against the API at an address.</summary>
internal sealed class ReplayRun(Uri api, TokenSource tokens, TimeProvider time)
{
    /// <param name="files">What is replayed.</param>
    /// <param name="plan">How.</param>
    /// <param name="city">The city at the top.</param>
    /// <param name="departments">Departments by id.</param>
    /// <param name="progress">Steps done and in all.</param>
    /// <param name="cancel">Stops it between two steps.</param>
    /// <returns>What it did, and types that had no category with how often.</returns>
    public async Task<(ReplayResult Result, IReadOnlyDictionary<string, int> Unknown)> Run(
        ReplayFiles files, ReplayPlan plan, UnitCode city, IReadOnlyDictionary<string, Department> departments,
        IProgress<(int Done, int Total)>? progress, CancellationToken cancel)
    {
        var stream = await CaseStream.Read(files.Cases, cancel);
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = api };
        var client = new ReplayClient(http, tokens);
        var byName = departments.Values.GroupBy(d => d.Name).ToDictionary(g => g.Key, g => g.First().Id);
        var categories = await ReplayCategories.Load(files.Types, client, byName, city, cancel);
        var places = await ReplayPlaces.Load(client, city, cancel);
        if (places.Count == 0)
            throw new BadStreamException("系统中没有网格，无法回放；请导入网格或启用 OpsHub:Seeds:GeneratedUnits / The hub has no grids to replay cases into: import grids, or set OpsHub:Seeds:GeneratedUnits");
        var result = await new ReplayDriver(client, places, categories, time).Run(stream, plan, progress, cancel);
        return (result, categories.Unknown);
    }
}
