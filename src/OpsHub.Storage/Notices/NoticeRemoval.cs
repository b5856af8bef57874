using OpsHub.Storage.Database;

namespace OpsHub.Storage.Notices;

/// <summary>Deletes what is old: messages that are settled, those of channels that nobody will try again, and notices. What is to go is looked for among the readers
/// and deleted in small parts, so that nobody who writes waits for all of it.</summary>
internal static class NoticeRemoval
{
    /// <summary>The most rows that one transaction deletes.</summary>
    public const int AtOnce = 2_000;

    private static readonly (string Table, string Condition)[] Old =
    [
        ("Deliveries", "SettledAt < @Before"),
        ("Deliveries", "State = 0 AND NotBefore < @Before AND NOT EXISTS (SELECT 1 FROM Channels AS c WHERE c.Id = Deliveries.Channel AND c.Enabled = 1)"),
        ("Notices", "At < @Before AND Position NOT IN (SELECT d.Notice FROM Deliveries AS d WHERE d.State = 0 AND d.Notice IS NOT NULL)"),
    ];

    public static async Task Run(IDatabase database, DateTimeOffset before, CancellationToken cancel)
    {
        foreach (var (table, condition) in Old)
        {
            for (var after = 0L; await Next(database, table, condition, after, before, cancel) is { } last; after = last)
            {
                await database.Write(
                    [new SqlStatement($"DELETE FROM {table} WHERE Position > @After AND Position <= @Last AND {condition}", ("@After", after), ("@Last", last), ("@Before", before.UtcTicks))],
                    cancel);
            }
        }

        await database.Write([new SqlStatement("DELETE FROM Turns WHERE Until < @Before", ("@Before", before.UtcTicks))], cancel);
    }

    // By position, so that the walk over the table goes on where it was.
    private static async Task<long?> Next(IDatabase database, string table, string condition, long after, DateTimeOffset before, CancellationToken cancel)
    {
        var some = await database.Read(
            new SqlStatement($"SELECT Position FROM {table} WHERE Position > @After AND {condition} ORDER BY Position LIMIT @Limit", ("@After", after), ("@Before", before.UtcTicks), ("@Limit", (long)AtOnce)),
            r => r.GetInt64(0), cancel);
        return some.Count == 0 ? null : some[^1];
    }
}
