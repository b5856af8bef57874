namespace OpsHub.Contracts.Index;

/// <summary>A subject's document as it lies in the database (存储文档).</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Payload">UTF-8 JSON; empty when the state was cleared.</param>
public sealed record StoredState(string Key, long Version, ReadOnlyMemory<byte> Payload);

/// <summary>Reads stored documents without grains, for verbs that check a folder while no hub runs and for what was at a past instant. One implementation for each database.</summary>
public interface IStoredStates
{
    /// <summary>Documents whose key begins with <paramref name="prefix"/>, e.g. <c>case-</c>, in no particular order; a whole key reads one.</summary>
    IAsyncEnumerable<StoredState> ReadStates(string prefix, CancellationToken cancel = default);

    /// <summary>All documents by the bytes of their keys, some hundred at a time: each is as new as the moment in which its part was read.</summary>
    IAsyncEnumerable<StoredState> InOrder(CancellationToken cancel = default);

    /// <summary>How many documents there are.</summary>
    Task<int> Count(CancellationToken cancel = default);

    /// <summary>The documents of these keys, in no particular order; unknown ones are left out.</summary>
    Task<IReadOnlyList<StoredState>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);
}
