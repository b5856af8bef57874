namespace OpsHub.Storage;

/// <summary>Makes the database ready: lock, reachability, scripts, integrity. One implementation for each database.</summary>
public interface IStorageSetup
{
    /// <summary>Makes the database ready; later calls do nothing. Must have run before anything else uses the storage.</summary>
    /// <exception cref="StorageUnavailableException">It can't be used; the message says what to do.</exception>
    Task Prepare(CancellationToken cancel = default);
}
