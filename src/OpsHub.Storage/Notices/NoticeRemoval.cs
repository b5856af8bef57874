using OpsHub.Storage.Database;

namespace OpsHub.Storage.Notices;

/// <summary>Deletes what is old: messages that are settled, those of channels that nobody will try again, and notices.</summary>
internal static class NoticeRemoval
{
    private static readonly string[] Texts =
    [
        "DELETE FROM Deliveries WHERE SettledAt < @Before",
        "DELETE FROM Deliveries WHERE State = 0 AND NotBefore < @Before AND NOT EXISTS (SELECT 1 FROM Channels AS c WHERE c.Id = Deliveries.Channel AND c.Enabled = 1)",
        "DELETE FROM Notices WHERE At < @Before AND Position NOT IN (SELECT d.Notice FROM Deliveries AS d WHERE d.State = 0 AND d.Notice IS NOT NULL)",
        "DELETE FROM Turns WHERE Until < @Before",
    ];

    public static async Task Run(IDatabase database, DateTimeOffset before, CancellationToken cancel)
    {
        foreach (var text in Texts) // one after the other: no need to hold up others for all of it
            await database.Write([new SqlStatement(text, ("@Before", before.UtcTicks))], cancel);
    }
}
