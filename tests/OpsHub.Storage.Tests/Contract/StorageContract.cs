using OpsHub.Fixtures;

namespace OpsHub.Storage.Tests.Contract;

/// <summary>What both storages must do. Each part of the contract is written once and run on both.</summary>
public abstract class StorageContract(SharedHub shared)
{
    protected Samples Samples { get; } = new();

    protected static CancellationToken None => CancellationToken.None;

    protected StorageHub Hub
    {
        get
        {
            Skip.If(shared.Hub is null, PostgresServer.Missing);
            return shared.Hub!;
        }
    }
}
