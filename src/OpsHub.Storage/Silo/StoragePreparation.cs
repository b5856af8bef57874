using Orleans.Runtime;

namespace OpsHub.Storage.Silo;

/// <summary>Prepares the database before anything of the silo touches it. Where the host has done so already, nothing happens.</summary>
internal sealed class StoragePreparation(IStorageSetup setup) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(StoragePreparation), ServiceLifecycleStage.First, setup.Prepare);
}
