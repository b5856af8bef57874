using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;
using OpsHub.Storage;
using Serilog.Events;

namespace OpsHub.Host.Tests.Fakes;

/// <summary>The hub's services on a folder of a test's own, without silo and server.</summary>
internal static class OpenHub
{
    public static async Task<IHost> On(TemporaryFolder folder, Action<IServiceCollection>? more = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = [folder.Setting], ContentRootPath = AppContext.BaseDirectory });
        builder.AddLog(LogEventLevel.Warning).AddHub(builder.Configuration.StorageChoice());
        more?.Invoke(builder.Services);
        var host = builder.Build();
        await host.Services.GetRequiredService<IStorageSetup>().Prepare();
        return host;
    }
}
