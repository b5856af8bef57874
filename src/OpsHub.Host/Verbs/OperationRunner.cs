using OpsHub.Host.Control;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;
using OpsHub.Storage;
using Serilog.Events;

namespace OpsHub.Host.Verbs;

/// <summary>Has an operation carried out: by the hub that runs on the data folder, or else here, with the folder opened and locked.</summary>
internal sealed class OperationRunner(IReadOnlyList<string> settings)
{
    /// <param name="verb">Name of the operation on the socket.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="needsSilo">Whether it needs grains when it runs here.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<int> Run<T>(string verb, T request, bool needsSilo, CancellationToken cancel)
        where T : notnull
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = [.. settings], ContentRootPath = AppContext.BaseDirectory });
        var storage = builder.Configuration.StorageChoice();
        var console = new ConsoleOutput(TimeProvider.System);
        using var hub = await ControlClient.Find(storage.DataFolder, cancel);
        if (hub is not null)
            return await console.Run(output => hub.Run(verb, request, output, cancel));

        builder.AddLog(LogEventLevel.Warning).AddHub(storage);
        if (needsSilo)
            builder.AddSilo(storage);
        using var host = builder.Build();
        await host.Services.GetRequiredService<IStorageSetup>().Prepare(cancel);
        if (!needsSilo)
            return await Here(host, request, console, cancel);
        await host.StartAsync(cancel);
        try
        {
            return await Here(host, request, console, cancel);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static Task<int> Here<T>(IHost host, T request, ConsoleOutput console, CancellationToken cancel)
        where T : notnull =>
        console.Run(output => host.Services.GetRequiredService<IOperation<T>>().Run(request, output, cancel));
}
