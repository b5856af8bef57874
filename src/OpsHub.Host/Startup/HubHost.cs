using OpsHub.Grains;
using OpsHub.Host.Health;
using OpsHub.Host.Options;
using OpsHub.Storage;
using Serilog.Events;

namespace OpsHub.Host.Startup;

/// <summary>How the hub is to serve.</summary>
/// <param name="Settings">Settings given on the command line, <c>--OpsHub:DataFolder=…</c>.</param>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Demo">Whether the sample stream is replayed.</param>
/// <param name="Speed">Seconds of the stream in a real second.</param>
internal sealed record ServeRequest(IReadOnlyList<string> Settings, IReadOnlyList<string> Urls, bool Demo, double Speed);

/// <summary>Builds the process that serves.</summary>
internal static class HubHost
{
    public static WebApplication Build(ServeRequest request)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. request.Settings], ContentRootPath = AppContext.BaseDirectory });
        var storage = builder.Configuration.StorageChoice();
        builder.WebHost.UseUrls([.. request.Urls]);
        builder.AddLog(LogEventLevel.Information).AddHub(storage).AddSilo(storage);
        builder.Services.AddOpsHubGrainLoops();
        builder.Services.AddSingleton<StartupState>().AddSingleton<StartupSequence>().AddHostedService<StartupService>();
        var app = builder.Build();
        app.MapHealth();
        return app;
    }

    /// <summary>Serves until told to stop; the exit code.</summary>
    public static async Task<int> Serve(ServeRequest request, CancellationToken cancel)
    {
        Addresses.EnsureFree(request.Urls);
        await using var app = Build(request);
        await app.Services.GetRequiredService<IStorageSetup>().Prepare(cancel);
        var state = app.Services.GetRequiredService<StartupState>();
        state.Enter(StartupStep.Silo);
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return state.ExitCode;
    }
}
