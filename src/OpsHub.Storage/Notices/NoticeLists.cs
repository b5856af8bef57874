using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Notices;

/// <summary>Notices for people: an organ's own, newest first, and what was just handed out.</summary>
internal sealed class NoticeLists(IDatabase database, TimeProvider time) : INoticeLists
{
    private const string All = $"SELECT {NoticeColumns.All} FROM Notices AS n";

    private const string ByKey = $"{All} WHERE n.NoticeKey = @Key";

    // What is new is little; the recipient's own index would lead through all that it was ever told, so it is kept from being used.
    private const string ToldTo = $"{All} WHERE n.ToldAt >= @ToldAt AND (n.ToldAt > @ToldAt OR n.Position > @Position) AND n.Recipient || '' = @Recipient AND n.MootAt IS NULL";

    private const string InOrder = " ORDER BY n.ToldAt, n.Position LIMIT @Limit";

    private const string Last = "SELECT ToldAt, Position FROM Notices WHERE ToldAt IS NOT NULL ORDER BY ToldAt DESC, Position DESC LIMIT 1";

    private const string WhoWasTold = "SELECT DISTINCT Recipient FROM Notices WHERE ToldAt > @ToldAt";

    private const string Read = """
        UPDATE Notices SET ReadAt = @At
         WHERE NoticeKey = @Key AND ReadAt IS NULL AND EXISTS (SELECT 1 FROM NoticeCommands AS k WHERE k.CommandKey = @CommandKey AND k.Stamp = @Stamp)
        """;

    public async Task<Page<NoticeRow>> Page(OrganCode recipient, NoticeFilter filter, PageRequest page, CancellationToken cancel = default)
    {
        var paging = Paging.Of(page, "notices");
        List<(string, object?)> values = [("@Recipient", recipient.Value)];
        var text = $"{All} WHERE n.Recipient = @Recipient{About(filter.Subjects)}";
        if (filter.OpenOnly)
            text += " AND n.MootAt IS NULL";
        if (filter.UnreadOnly)
            text += " AND n.ReadAt IS NULL";
        if (filter.Kind is { } kind)
            Narrow(" AND n.Kind = @Kind", "@Kind", kind.ToString());
        if (paging.After is { } after)
            Narrow(" AND n.Position < @After", "@After", after.Sort);
        if (paging.Before is { } before)
            Narrow(" AND n.Position > @Before", "@Before", before.Sort);
        Narrow($" ORDER BY n.Position {(paging.Backward ? "ASC" : "DESC")} LIMIT @Limit", "@Limit", paging.Count + 1L);
        var read = await database.Read(new SqlStatement(text, [.. values]), NoticeColumns.Read, cancel);
        return paging.Page(read, r => r, r => (r.Position, ""), time.GetUtcNow());

        void Narrow(string condition, string name, object value)
        {
            text += condition;
            values.Add((name, value));
        }
    }

    public async Task<NoticeRow?> Find(string key, CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement(ByKey, ("@Key", key)), NoticeColumns.Read, cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<NoticeRow>> Told(OrganCode recipient, NoticeSubjects subjects, NoticePlace after, int limit, CancellationToken cancel = default) => await database.Read(
        new SqlStatement(ToldTo + About(subjects) + InOrder, ("@ToldAt", after.ToldAt), ("@Position", after.Position), ("@Recipient", recipient.Value), ("@Limit", (long)limit)), NoticeColumns.Read, cancel);

    public async Task<NoticePlace> Newest(CancellationToken cancel = default) =>
        (await database.Read(new SqlStatement(Last), r => new NoticePlace(r.GetInt64(0), r.GetInt64(1)), cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<OrganCode>> Recipients(NoticePlace after, CancellationToken cancel = default) =>
        await database.Read(new SqlStatement(WhoWasTold, ("@ToldAt", after.ToldAt)), r => new OrganCode(r.GetString(0)), cancel);

    public Task MarkRead(string key, string commandKey, string body, Actor actor, DateTimeOffset now, string stamp, CancellationToken cancel = default) => database.Write(
        [
            NoticeCommands.Insert(commandKey, body, stamp, key, 1, now, actor, "read"),
            new SqlStatement(Read, ("@At", now.UtcTicks), ("@Key", key), ("@CommandKey", commandKey), ("@Stamp", stamp)),
        ],
        cancel);

    private static string About(NoticeSubjects subjects) => subjects switch
    {
        NoticeSubjects.All => "",
        NoticeSubjects.None => " AND 1 = 0",
        _ => $" AND ({string.Join(" OR ", Parts(subjects))})",
    };

    private static IEnumerable<string> Parts(NoticeSubjects subjects)
    {
        if (subjects.HasFlag(NoticeSubjects.Consultations))
            yield return $"n.CaseKey LIKE '{NoticeAccess.OfConsultations}%'";
        if (subjects.HasFlag(NoticeSubjects.Posts))
            yield return $"n.CaseKey LIKE '{NoticeAccess.OfPosts}%'";
        if (subjects.HasFlag(NoticeSubjects.Others))
            yield return $"(n.CaseKey NOT LIKE '{NoticeAccess.OfConsultations}%' AND n.CaseKey NOT LIKE '{NoticeAccess.OfPosts}%')";
    }
}
