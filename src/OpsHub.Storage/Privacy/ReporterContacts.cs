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
        INSERT INTO ReporterContacts (CaseKey, Command, KeyId, Sealed, KeptAt, Settled, Requested) VALUES (@CaseKey, @Command, @KeyId, @Sealed, @KeptAt, 0, 0)
        ON CONFLICT (CaseKey, Command) DO UPDATE SET Requested = ReporterContacts.Requested
        RETURNING CAST(CASE WHEN Sealed = @Sealed THEN 1 ELSE 0 END AS BIGINT)
        """;

    private const string Over = """
        SELECT r.CaseKey, r.Command FROM ReporterContacts AS r LEFT JOIN Cases AS c ON c.CaseKey = r.CaseKey
         WHERE r.Requested = 1 OR (r.Settled = 1 AND c.ClosedAt <= @Before) ORDER BY r.CaseKey, r.Command LIMIT @Limit
        """;

    private const string Open = "SELECT CaseKey, Command FROM ReporterContacts WHERE Settled = 0 AND KeptAt <= @Before ORDER BY CaseKey, Command LIMIT @Limit";

    private const string Former = "SELECT CaseKey, Command, KeyId, Sealed FROM ReporterContacts WHERE KeyId <> @KeyId ORDER BY CaseKey, Command LIMIT @Limit";

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

    public Task Request(KeptContact of, bool erase, CancellationToken cancel = default) =>
        database.Write([Of(of, $"UPDATE ReporterContacts SET Requested = @Requested {Where}", ("@Requested", erase ? 1L : 0L))], cancel);

    public Task Erase(KeptContact of, CancellationToken cancel = default) => database.Write([Of(of, $"DELETE FROM ReporterContacts {Where}")], cancel);

    public async Task<IReadOnlyList<KeptContact>> Expired(DateTimeOffset endedBefore, int limit, CancellationToken cancel = default) => await Find(Over, endedBefore, limit, cancel);

    public async Task<IReadOnlyList<KeptContact>> Unsettled(DateTimeOffset keptBefore, int limit, CancellationToken cancel = default) => await Find(Open, keptBefore, limit, cancel);

    public async Task<int> Renew(CancellationToken cancel = default)
    {
        if (keys.Current is not { } current)
            return 0;
        var former = await database.Read(
            new SqlStatement(Former, ("@KeyId", current), ("@Limit", (long)Batch)), r => (Of: new KeptContact(r.GetString(0), r.GetString(1)), KeyId: r.GetString(2), Sealed: r.GetString(3)), cancel);
        var renewed = 0;
        foreach (var (of, keyId, before) in former.Where(f => keys.Of(f.KeyId) is not null))
        {
            if (Opened(of, keyId, before) is not { } contact)
                continue; // whoever asks for it is told
            await database.Write([Of(of, Replace, ("@KeyId", current), ("@Sealed", _seal.Seal(of, contact).Sealed), ("@Before", before))], cancel);
            renewed++;
        }

        return renewed;
    }

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
