using OpsHub.Contracts.Notices;
using OpsHub.Grains;
using OpsHub.Host.Accounts;
using OpsHub.Host.Control;
using OpsHub.Host.Database;
using OpsHub.Host.Doors.Tickets;
using OpsHub.Host.Notices;
using OpsHub.Host.Options;
using OpsHub.Host.Seeds;
using OpsHub.Storage;
using OpsHub.Storage.Hierarchy;
using OpsHub.Storage.Silo;
using Orleans.Configuration;
using Orleans.Dashboard;
using Serilog;
using Serilog.Events;

namespace OpsHub.Host.Startup;

/// <summary>What every run of the hub has: serving, or a verb on a folder that no hub has open.</summary>
internal static class HubServices
{
    // Twelve thousand grids are woken by an import and few are needed: those that rest make room.
    private static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(3);

    // Room is taken for all of them at the start; the default is a million.
    private const int KnownActivations = 50_000;

    /// <summary>Storage, rules, directory, host tables.</summary>
    public static IHostApplicationBuilder AddHub(this IHostApplicationBuilder builder, StorageOptions storage)
    {
        builder.Services
            .AddHubOptions(builder.Configuration)
            .AddOpsHubStorage(storage)
            .AddOpsHubGrains()
            .AddSingleton(TimeProvider.System)
            .AddHubDirectory()
            .AddHostDatabase()
            .AddSeeds()
            .AddSingleton<ISourceChannels, SourceChannels>()
            .AddSingleton(provider => new OwnTurns(provider.GetRequiredService<INoticeQueue>(), OwnTurns.OwnerOn(storage.Kind)))
            .AddTokens()
            .AddOperations();
        return builder;
    }

    /// <summary>The silo with its grains, on the storage.</summary>
    public static IHostApplicationBuilder AddSilo(this IHostApplicationBuilder builder, StorageOptions storage)
    {
        builder.UseOrleans(silo => silo
            .UseOpsHubStorage(storage)
            .AddDashboard()
            .Configure<GrainDirectoryOptions>(o => o.CacheSize = KnownActivations)
            .Configure<GrainCollectionOptions>(o => (o.CollectionAge, o.CollectionQuantum) = (IdleAfter, TimeSpan.FromSeconds(30))));
        return builder;
    }

    /// <summary>A console log: warnings of the libraries, and of the hub from the level given. A verb logs to standard error: its standard output is its result.</summary>
    public static IHostApplicationBuilder AddLog(this IHostApplicationBuilder builder, LogEventLevel own)
    {
        builder.Services.AddSerilog(log => log
            .MinimumLevel.Warning()
            .MinimumLevel.Override("OpsHub", own)
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error) // it advises server garbage collection, which was decided against
            .ReadFrom.Configuration(builder.Configuration)
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning) // whatever is configured: it writes addresses, and some carry keys
            .WriteTo.Console(standardErrorFromLevel: own == LogEventLevel.Information ? null : LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        return builder;
    }
}
