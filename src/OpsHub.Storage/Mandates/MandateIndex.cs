using OpsHub.Contracts.Mandates;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Mandates;

/// <summary>Counties with open terms of townships' rights and duties.</summary>
internal sealed class MandateIndex(IDatabase database) : IMandateIndex
{
    private const string Running = "SELECT Subject, Version, County, DueAt, ChangedAt FROM CountyMandates WHERE DueAt < @Never AND Subject > @After ORDER BY Subject LIMIT @Limit";

    public async Task<IReadOnlyList<MandatesRow>> WithTerms(string? after, int limit, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(Running, ("@Never", Columns.Never), ("@After", after ?? ""), ("@Limit", (long)limit)),
        r => new MandatesRow(r.GetString(0), r.GetInt64(1), new(r.GetString(2)), Columns.Instant(r.GetInt64(3)), Columns.Instant(r.GetInt64(4))), cancel);
}
