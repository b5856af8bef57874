using Microsoft.AspNetCore.ResponseCompression;
using OpsHub.GraphQL;
using OpsHub.GraphQL.Transports;
using OpsHub.Grains;
using OpsHub.Host.Accounts;
using OpsHub.Host.Control;
using OpsHub.Host.Doors;
using OpsHub.Host.Doors.Assessments;
using OpsHub.Host.Doors.Consultations;
using OpsHub.Host.Doors.Feeds;
using OpsHub.Host.Doors.Open311;
using OpsHub.Host.Doors.Surveys;
using OpsHub.Host.Health;
using OpsHub.Host.Jobs;
using OpsHub.Host.Notices;
using OpsHub.Host.Options;
using OpsHub.Host.Pages;
using OpsHub.Host.Replay;
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
internal static partial class HubHost
{
    private const long LargestBody = 1 << 20;

    /// <summary>All services and paths; nothing is opened yet.</summary>
    public static WebApplication Build(ServeRequest request)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. request.Settings], ContentRootPath = AppContext.BaseDirectory });
        var storage = builder.Configuration.StorageChoice();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.MarkControl();
        });
        builder.AddLog(LogEventLevel.Information).AddHub(storage).AddSilo(storage);
        builder.Services
            .AddOpsHubGrainLoops()
            .AddSingleton(request)
            .AddAccounts()
            .AddOpsHubGraphQL()
            .AddNotices()
            .AddJobs(storage)
            .AddMetricsPage()
            .AddRequestLimits()
            .AddDoors()
            .AddPapers()
            .AddAssessmentDoors()
            .AddSurveyDoors()
            .AddFeeds()
            .AddCors()
            .AddResponseCompression(o => o.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("application/graphql-response+json"))
            .AddStartup(request)
            .AddDemo(request);
        var app = builder.Build();
        app.UseControlFence();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseWallFiles();
        app.UseCrossOrigin();
        app.UseReadyGate();
        app.UseOpen311Key();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpsHubGraphQL();
        app.MapDoors();
        app.MapPapers();
        app.MapAssessmentDoors();
        app.MapSurveyDoors();
        app.MapFeeds();
        app.MapControl();
        app.MapOfficeDoor();
        app.MapJobs();
        app.MapSilo();
        app.MapMetrics();
        app.MapWall();
        return app;
    }

    /// <summary>Serves until told to stop; the exit code.</summary>
    public static async Task<int> Serve(ServeRequest request, CancellationToken cancel)
    {
        Addresses.EnsureFree(request.Urls);
        await using var app = Build(request);
        var storage = app.Services.GetRequiredService<StorageOptions>();
        await app.Services.GetRequiredService<IStorageSetup>().Prepare(cancel);
        var state = app.Services.GetRequiredService<StartupState>();
        state.Enter(StartupStep.Silo);
        app.TellAboutWall();
        var socket = ControlSocket.PathOf(storage.DataFolder);
        var isOurs = await TakeSocket(app, storage, socket, cancel);
        foreach (var url in isOurs ? request.Urls.Append($"http://unix:{socket}") : request.Urls)
            app.Urls.Add(url);
        var tokens = app.Services.GetRequiredService<TokensKnown>().Run(cancel); // beside the silo's start: a second less
        try
        {
            await app.StartAsync(cancel);
        }
        catch (OperationCanceledException) when (state.ExitCode != 0)
        {
            return state.ExitCode; // the start-up sequence failed before the addresses were open, and has said why
        }

        if (isOurs)
            ControlSocket.Close(socket);
        await tokens;
        await app.WaitForShutdownAsync(cancel);
        return state.ExitCode;
    }

    // On PostgreSQL the folder holds nothing but the socket, and a container may well have none that can be written.
    private static async Task<bool> TakeSocket(WebApplication app, StorageOptions storage, string socket, CancellationToken cancel)
    {
        try
        {
            return await ControlSocket.Prepare(socket, cancel);
        }
        catch (Exception error) when (storage.Kind == StorageKind.PostgreSql && error is IOException or UnauthorizedAccessException)
        {
            NoSocket(app.Logger, storage.DataFolder, error.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "数据目录 {Folder} 不可写，命令将不经过本进程 / The data folder {Folder} can't be written ({Why}): this process takes no verbs over a socket; they work on the database directly")]
    private static partial void NoSocket(ILogger logger, string folder, string why);
}
