using System.Data.Common;
using System.Runtime.CompilerServices;
using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.States;

/// <summary>Reads the grains' documents straight from their table.</summary>
internal sealed class StoredStates(IDatabase database) : IStoredStates
{
    private const int Part = 200;
    private const int MostKeys = 100;
    private const string Columns = "SELECT GrainIdExtensionString, Version, PayloadBinary FROM OrleansStorage";
    private const string Text = $"{Columns} WHERE substr(GrainIdExtensionString, 1, @Length) = @Prefix";

    private static readonly SqlStatement HowMany = new("SELECT COUNT(*) FROM OrleansStorage");

    private readonly string _next =
        $"{Columns} WHERE GrainIdExtensionString {database.ByBytes} > @After ORDER BY GrainIdExtensionString {database.ByBytes} LIMIT {Part}";

    private readonly string[] _ofKeys = [.. Enumerable.Range(1, MostKeys).Select(count =>
        $"{Columns} WHERE GrainIdExtensionString {database.ByBytes} IN ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@Key{i}"))})")];

    public IAsyncEnumerable<StoredState> ReadStates(string prefix, CancellationToken cancel = default) => database.Stream(
        new SqlStatement(Text, ("@Length", prefix.Length), ("@Prefix", prefix)), Row, cancel);

    // In parts, each a query of its own: a reader that takes minutes would keep the log of writes from being cut all the while.
    public async IAsyncEnumerable<StoredState> InOrder([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var part = await After("", cancel);
        while (part.Count > 0)
        {
            var next = part.Count == Part ? After(part[^1].Key, cancel) : Task.FromResult(new List<StoredState>());
            foreach (var state in part)
                yield return state;
            part = await next;
        }
    }

    public async Task<int> Count(CancellationToken cancel = default) => (int)(await database.Read(HowMany, r => r.GetInt64(0), cancel))[0];

    public async Task<IReadOnlyList<StoredState>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        var found = new List<StoredState>(keys.Count);
        foreach (var some in keys.Chunk(MostKeys))
            found.AddRange(await database.Read(new SqlStatement(_ofKeys[some.Length - 1], [.. some.Select((k, i) => ($"@Key{i}", (object?)k))]), Row, cancel));
        return found;
    }

    private Task<List<StoredState>> After(string key, CancellationToken cancel) => database.Read(new SqlStatement(_next, ("@After", key)), Row, cancel);

    private static StoredState Row(DbDataReader r) => new(r.GetString(0), r.GetInt32(1), r.IsDBNull(2) ? ReadOnlyMemory<byte>.Empty : (byte[])r.GetValue(2));
}
