using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsHub.Storage.Database;
using OpsHub.Storage.States;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace OpsHub.Storage.Silo;

/// <summary>Puts a silo on the storage.</summary>
public static class SiloStorage
{
    /// <summary>Name of the grain storage of subjects' states; also the default.</summary>
    public const string StateStorage = "state";

    /// <summary>Grain storage, reminders and clustering on the chosen database.</summary>
    public static ISiloBuilder UseOpsHubStorage(this ISiloBuilder silo, StorageOptions options) =>
        silo.UseOpsHubGrainStorage(options).UseOpsHubClustering(options);

    /// <summary>Grain storage and reminders only, for a silo whose clustering is set elsewhere (a test cluster).</summary>
    public static ISiloBuilder UseOpsHubGrainStorage(this ISiloBuilder silo, StorageOptions options)
    {
        silo.Services.AddOpsHubStorage(options);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StoragePreparation>();
        return silo
            .AddAdoNetGrainStorage(StateStorage, Configure)
            .AddAdoNetGrainStorageAsDefault(Configure)
            .UseAdoNetReminderService((OptionsBuilder<AdoNetReminderTableOptions> reminders) =>
                reminders.Configure<IDatabase>((o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.GrainData)));
    }

    private static void Configure(OptionsBuilder<AdoNetGrainStorageOptions> builder) => builder.Configure<IDatabase>((o, database) =>
    {
        o.Invariant = database.Invariant;
        o.DataSource = database.GrainData;
        o.GrainStorageSerializer = new StateSerializer();
    });
}
