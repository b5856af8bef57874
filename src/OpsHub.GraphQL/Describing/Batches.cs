using GraphQL.DataLoader;

namespace OpsHub.GraphQL.Describing;

/// <summary>What one query wants to load: resolvers name keys, the engine asks for the results when no resolver can go on without them,
/// and then all keys named so far are loaded in one go. Of one operation, scoped.</summary>
internal sealed class Batches
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, object> _open = new(StringComparer.Ordinal);

    /// <summary>Adds a key to the open batch of a kind, and begins one where there is none.</summary>
    /// <param name="kind">What is loaded.</param>
    /// <param name="key">Which one.</param>
    /// <param name="load">Loads many; keys that it leaves out have no value.</param>
    public IDataLoaderResult<TValue?> Load<TKey, TValue>(string kind, TKey key, Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load)
        where TKey : notnull where TValue : class
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(kind, out var open))
                _open[kind] = open = new Batch<TKey, TValue>(this, kind, load);
            var batch = (Batch<TKey, TValue>)open;
            batch.Keys.Add(key);
            return new Loaded<TValue>(async () => (await batch.Result.Value.ConfigureAwait(false)).GetValueOrDefault(key));
        }
    }

    private sealed class Batch<TKey, TValue> where TKey : notnull
    {
        public Batch(Batches owner, string kind, Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load) =>
            Result = new(async () =>
            {
                // From here on a key begins another batch.
                lock (owner._gate)
                    owner._open.Remove(kind);
                try
                {
                    return await load(Keys).ConfigureAwait(false);
                }
                catch (Exception failure) when (Guarded.MayPass(failure))
                {
                    throw new RetryLaterRequestError();
                }
            });

        public HashSet<TKey> Keys { get; } = [];

        public Lazy<Task<IReadOnlyDictionary<TKey, TValue>>> Result { get; }
    }
}

/// <summary>A result that is fetched when the engine asks for it.</summary>
internal sealed class Loaded<T>(Func<Task<T?>> get) : IDataLoaderResult<T?>
{
    public Task<T?> GetResultAsync(CancellationToken cancellationToken = default) => get();

    async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await get().ConfigureAwait(false);
}

/// <summary>Going on from what is loaded.</summary>
internal static class LoadedResults
{
    public static IDataLoaderResult<TNext?> Then<T, TNext>(this IDataLoaderResult<T?> result, Func<T?, TNext?> next) =>
        new Loaded<TNext>(async () => next(await result.GetResultAsync().ConfigureAwait(false)));
}
