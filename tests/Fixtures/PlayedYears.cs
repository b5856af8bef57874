using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Trace;
using OpsHub.Storage;
using OpsHub.Storage.Silo;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Fixtures;

/// <summary>Years of agencies, put into a database as their grains would have written them.</summary>
internal static class PlayedYears
{
    public static async Task Store(StorageOptions options, IEnumerable<PlayedYear> years)
    {
        using var host = new HostBuilder().ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole()).UseOrleans(silo => silo.UseOpsHubStorage(options)).Build();
        await host.StartAsync();
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>(SiloStorage.StateStorage);
        foreach (var year in years)
            await storage.WriteStateAsync("state", GrainId.Create("agencyyear", year.Key), new GrainState<SubjectDocument<AgencyYear>>(year.Document()));
        await host.StopAsync();
    }
}
