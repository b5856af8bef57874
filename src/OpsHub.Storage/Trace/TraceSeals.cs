using System.Data.Common;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Trace;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Trace;

/// <summary>The seals port.</summary>
internal sealed class TraceSeals(IDatabase database) : ITraceSeals
{
    private const int PerTransaction = 500;
    private const string Insert = """
        INSERT INTO TraceSeals (Number, Day, Run, SealedAt, Algorithm, Chains, Root, Changed, ChangedRoot, Previous, Hash)
        VALUES (@Number, @Day, @Run, @SealedAt, @Algorithm, @Chains, @Root, @Changed, @ChangedRoot, @Previous, @Hash)
        ON CONFLICT DO NOTHING
        """;

    private const string InsertHead = "INSERT INTO TraceSealHeads (Subject, Run, Length, Head) VALUES (@Subject, @Run, @Length, @Head) ON CONFLICT DO NOTHING";
    private const string Seals = "SELECT Number, Day, Run, SealedAt, Algorithm, Chains, Root, Changed, ChangedRoot, Previous, Hash FROM TraceSeals ORDER BY Number";
    private const string Closed = """
        SELECT h.Run, h.Subject, h.Length, h.Head FROM TraceSealHeads AS h
         WHERE h.Run <= @Run AND EXISTS (SELECT 1 FROM TraceSeals AS s WHERE s.Run = h.Run)
        """;

    // Runs grow, and each reads the seals after it began: one older than a closed one would have its number.
    private const string Left = """
        SELECT h.Subject, h.Run FROM TraceSealHeads AS h
         WHERE h.Run < (SELECT MAX(s.Run) FROM TraceSeals AS s) AND NOT EXISTS (SELECT 1 FROM TraceSeals AS s WHERE s.Run = h.Run)
        """;

    private const string Delete = "DELETE FROM TraceSealHeads WHERE Subject = @Subject AND Run = @Run";

    private static readonly SqlStatement Everything = new(Seals);

    public async Task<IReadOnlyList<TraceSeal>> All(CancellationToken cancel = default) => await database.Read(Everything, Seal, cancel);

    public IAsyncEnumerable<StoredHead> Heads(long upTo, CancellationToken cancel = default) =>
        database.Stream(new SqlStatement(Closed + " ORDER BY h.Subject, h.Run", ("@Run", upTo)), Head, cancel);

    public async Task<IReadOnlyList<StoredHead>> HeadsOf(string subject, long upTo, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(Closed + " AND h.Subject = @Subject ORDER BY h.Run", ("@Run", upTo), ("@Subject", subject)), Head, cancel);

    // In parts, so that cases' writes get in between.
    public async Task Add(long run, IReadOnlyCollection<SealedHead> heads, CancellationToken cancel = default)
    {
        foreach (var part in heads.Chunk(PerTransaction))
            await database.Write([.. part.Select(h => new SqlStatement(InsertHead, ("@Subject", h.Subject), ("@Run", run), ("@Length", h.Length), ("@Head", h.Head)))], cancel);
    }

    public async Task<bool> Close(TraceSeal seal, CancellationToken cancel = default)
    {
        await database.Write(
            [
                new SqlStatement(
                    Insert, ("@Number", seal.Number), ("@Day", (long)seal.Day.DayNumber), ("@Run", seal.Run), ("@SealedAt", seal.SealedAt.UtcTicks), ("@Algorithm", seal.Algorithm),
                    ("@Chains", seal.Chains), ("@Root", seal.Root), ("@Changed", seal.Changed), ("@ChangedRoot", seal.ChangedRoot), ("@Previous", seal.Previous), ("@Hash", seal.Hash)),
            ],
            cancel);
        return (await All(cancel)).Any(s => s.Run == seal.Run);
    }

    public async Task Tidy(CancellationToken cancel = default)
    {
        var left = await database.Read(new SqlStatement(Left), r => new SqlStatement(Delete, ("@Subject", r.GetString(0)), ("@Run", r.GetInt64(1))), cancel);
        foreach (var part in left.Chunk(PerTransaction))
            await database.Write(part, cancel);
    }

    private static TraceSeal Seal(DbDataReader r) => new()
    {
        Number = r.GetInt64(0),
        Day = DateOnly.FromDayNumber((int)r.GetInt64(1)),
        Run = r.GetInt64(2),
        SealedAt = new DateTimeOffset(r.GetInt64(3), TimeSpan.Zero),
        Algorithm = r.GetString(4),
        Chains = r.GetInt64(5),
        Root = r.GetString(6),
        Changed = r.GetInt64(7),
        ChangedRoot = r.GetString(8),
        Previous = r.GetString(9),
        Hash = r.GetString(10),
    };

    private static StoredHead Head(DbDataReader r) => new(r.GetInt64(0), new(r.GetString(1), r.GetInt64(2), r.GetString(3)));
}
