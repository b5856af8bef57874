using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.States;

/// <summary>Reads the grains' documents straight from their table.</summary>
internal sealed class StoredStates(IDatabase database) : IStoredStates
{
    private const string Text =
        "SELECT GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage WHERE substr(GrainIdExtensionString, 1, @Length) = @Prefix";

    public IAsyncEnumerable<StoredState> ReadStates(string prefix, CancellationToken cancel = default) => database.Stream(
        new SqlStatement(Text, ("@Length", prefix.Length), ("@Prefix", prefix)),
        r => new StoredState(r.GetString(0), r.GetInt32(1), r.IsDBNull(2) ? ReadOnlyMemory<byte>.Empty : (byte[])r.GetValue(2)),
        cancel);
}
