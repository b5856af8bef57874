using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Publishing;

/// <summary>The publishing port.</summary>
internal sealed class Publisher(IDatabase database) : IPublisher
{
    private const string MarksStanding = "SELECT COUNT(*) FROM Unpublished";
    private const string Take = """
        INSERT INTO Numbers (Series, Taken) VALUES (@Series, @Count)
        ON CONFLICT (Series) DO UPDATE SET Taken = Numbers.Taken + excluded.Taken
        RETURNING Taken
        """;

    private readonly string _oldestMarks =
        $"SELECT Subject, Version FROM Unpublished WHERE Since <= {database.NowMilliseconds} - @Age ORDER BY Since, Subject LIMIT @Limit";

    private readonly MarkRemoval _marks = new(database);

    public long Connections => database.Connections;

    public Task<bool> Publish(Publication publication, CancellationToken cancel = default)
    {
        Check(publication);
        return database.WriteRepeatable(publication.Subject, PublicationSql.Of(publication, database.WritesUnchangedIndexes), publication.Connections, cancel);
    }

    public Task Place(UnitCode unit, IReadOnlyList<UnitCode> above, CancellationToken cancel = default) =>
        above.Count == 0 ? Task.CompletedTask : database.Write(PlaceSql.Of(unit, above), cancel);

    public Task Unmark(string subject, long version, CancellationToken cancel = default) => _marks.Remove(subject, version).WaitAsync(cancel);

    public async Task<IReadOnlyList<UnpublishedMark>> Marks(TimeSpan age, int limit, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(_oldestMarks, ("@Age", (long)age.TotalMilliseconds), ("@Limit", (long)limit)),
        r => new UnpublishedMark(r.GetString(0), r.GetInt64(1)),
        cancel);

    public async Task<int> CountMarks(CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement(MarksStanding), r => (int)r.GetInt64(0), cancel))[0];

    public Task<long> NextEpoch(CancellationToken cancel = default) => database.NextEpoch(cancel);

    public async Task<long> TakeNumbers(string series, int count, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var taken = await database.WriteReturning(new SqlStatement(Take, ("@Series", series), ("@Count", (long)count)), cancel);
        return taken - count + 1;
    }

    public Task<DateTimeOffset> Clock(CancellationToken cancel = default) => database.Clock(cancel);

    // Rows and rungs of another subject or version would slip past the guards.
    private static void Check(Publication p)
    {
        var rowsFit = (p.Case is null || (p.Case.Key == p.Subject && p.Case.Version == p.Version))
            && (p.Consultation is null || (p.Consultation.Key == p.Subject && p.Consultation.Version == p.Version))
            && (p.Unit is null || p.Unit.Version == p.Version)
            && (p.Agency is null || p.Agency.Version == p.Version)
            && (p.AgencyYear is null || (p.AgencyYear.Key == p.Subject && p.AgencyYear.Version == p.Version))
            && (p.Councils is null || p.Councils.Version == p.Version)
            && (p.Posts is null || (p.Posts.Key == p.Subject && p.Posts.Version == p.Version))
            && (p.Scheme is null || (p.Scheme.Key == p.Subject && p.Scheme.Version == p.Version))
            && (p.Mandates is null || (p.Mandates.Key == p.Subject && p.Mandates.Version == p.Version))
            && (p.Establishment is null || (p.Establishment.Key == p.Subject && p.Establishment.Version == p.Version))
            && (p.Filings is null || (p.Filings.Key == p.Subject && p.Filings.Version == p.Version))
            && p.Rungs.All(r => r.Subject == p.Subject);
        if (!rowsFit)
            throw new ArgumentException($"Every row of a publication must be of its subject and version: {p.Subject}, {p.Version}.");
    }
}
