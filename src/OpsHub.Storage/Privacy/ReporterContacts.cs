using OpsHub.Contracts.Privacy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Privacy;

/// <summary>The contacts' port.</summary>
internal sealed class ReporterContacts(IDatabase database, ContactKeys keys, TimeProvider time) : IReporterContacts
{
    private const int Batch = 500;
    private const string Where = "WHERE CaseKey = @CaseKey AND Command = @Command";

    // Says whether it was this statement that added the row: no two sealed texts are equal.
    private const string Add = """
        INSERT INTO ReporterContacts (CaseKey, Command, KeyId, Sealed, KeptAt, Settled) VALUES (@CaseKey, @Command, @KeyId, @Sealed, @KeptAt, 0)
        ON CONFLICT (CaseKey, Command) DO UPDATE SET Settled = ReporterContacts.Settled
        RETURNING CAST(CASE WHEN Sealed = @Sealed THEN 1 ELSE 0 END AS BIGINT)
        """;

    private const string Over = """
        SELECT r.CaseKey, r.Command FROM ReporterContacts AS r LEFT JOIN Cases AS c ON c.CaseKey = r.CaseKey
         WHERE EXISTS (SELECT 1 FROM ContactRequests AS q WHERE q.CaseKey = r.CaseKey AND q.Command = r.Command) OR (r.Settled = 1 AND c.ClosedAt <= @Before) ORDER BY r.CaseKey, r.Command LIMIT @Limit
        """;

    private const string Open = "SELECT CaseKey, Command FROM ReporterContacts WHERE Settled = 0 AND KeptAt <= @Before ORDER BY CaseKey, Command LIMIT @Limit";

    private const string Former = """
        SELECT CaseKey, Command, Sealed FROM ReporterContacts
         WHERE KeyId = @KeyId AND (CaseKey > @CaseKey OR (CaseKey = @CaseKey AND Command > @Command)) ORDER BY CaseKey, Command LIMIT @Limit
        """;

    private const string Ask = "INSERT INTO ContactRequests (CaseKey, Command, AskedBy) VALUES (@CaseKey, @Command, @By) ON CONFLICT DO NOTHING";

    private const string Replace = $"UPDATE ReporterContacts SET KeyId = @KeyId, Sealed = @Sealed {Where} AND Sealed = @Before";

    private readonly ContactSeal _seal = new(keys);

    public bool CanKeep => _seal.CanSeal;

    public async Task<bool> Keep(KeptContact of, string contact, CancellationToken cancel = default)
    {
        var (keyId, text) = _seal.Seal(of, contact);
        return await database.WriteReturning(Of(of, Add, ("@KeyId", keyId), ("@Sealed", text), ("@KeptAt", time.GetUtcNow().UtcTicks)), cancel) == 1;
    }

    public Task Settle(KeptContact of, CancellationToken cancel = default) => database.Write([Of(of, $"UPDATE ReporterContacts SET Settled = 1 {Where}")], cancel);

    public async Task<bool> Holds(KeptContact of, CancellationToken cancel = default) => await Row(of, cancel) is not null;

    public async Task<string?> Read(KeptContact of, CancellationToken cancel = default) => await Row(of, cancel) is var (keyId, text) ? _seal.Open(of, keyId, text) : null;

    public Task Request(KeptContact of, string by, bool erase, CancellationToken cancel = default) =>
        database.Write([Of(of, erase ? Ask : $"DELETE FROM ContactRequests {Where} AND AskedBy = @By", ("@By", by))], cancel);

    public Task Erase(KeptContact of, CancellationToken cancel = default) =>
        database.Write([Of(of, $"DELETE FROM ReporterContacts {Where}"), Of(of, $"DELETE FROM ContactRequests {Where}")], cancel);

    public async Task<IReadOnlyList<KeptContact>> Expired(DateTimeOffset endedBefore, int limit, CancellationToken cancel = default) => await Find(Over, endedBefore, limit, cancel);

    public async Task<IReadOnlyList<KeptContact>> Unsettled(DateTimeOffset keptBefore, int limit, CancellationToken cancel = default) => await Find(Open, keptBefore, limit, cancel);

    public async Task<int> Renew(CancellationToken cancel = default)
    {
        var renewed = 0;
        foreach (var former in keys.Former)
        {
            // On from the last one read: those that can't be opened stay, and block no other.
            var last = new KeptContact("", "");
            while (await Page(former, last, cancel) is { Count: > 0 } page)
            {
                foreach (var (of, before) in page)
                    renewed += await Renew(of, former, before, cancel) ? 1 : 0;
                last = page[^1].Of;
            }
        }

        return renewed;
    }

    private async Task<bool> Renew(KeptContact of, string former, string before, CancellationToken cancel)
    {
        if (Opened(of, former, before) is not { } contact)
            return false; // whoever asks for it is told
        var (keyId, text) = _seal.Seal(of, contact);
        await database.Write([Of(of, Replace, ("@KeyId", keyId), ("@Sealed", text), ("@Before", before))], cancel);
        return true;
    }

    private Task<List<(KeptContact Of, string Sealed)>> Page(string former, KeptContact after, CancellationToken cancel) => database.Read(
        Of(after, Former, ("@KeyId", former), ("@Limit", (long)Batch)), r => (new KeptContact(r.GetString(0), r.GetString(1)), r.GetString(2)), cancel);

    private string? Opened(KeptContact of, string keyId, string sealedText)
    {
        try
        {
            return _seal.Open(of, keyId, sealedText);
        }
        catch (ContactUnreadableException)
        {
            return null;
        }
    }

    private async Task<(string KeyId, string Sealed)?> Row(KeptContact of, CancellationToken cancel) =>
        await database.Read(Of(of, $"SELECT KeyId, Sealed FROM ReporterContacts {Where}"), r => (r.GetString(0), r.GetString(1)), cancel) is [var row] ? row : null;

    private Task<List<KeptContact>> Find(string text, DateTimeOffset before, int limit, CancellationToken cancel) => database.Read(
        new SqlStatement(text, ("@Before", before.UtcTicks), ("@Limit", (long)limit)), r => new KeptContact(r.GetString(0), r.GetString(1)), cancel);

    private static SqlStatement Of(KeptContact of, string text, params (string, object?)[] values) => new(text, [("@CaseKey", of.CaseKey), ("@Command", of.Command), .. values]);
}
