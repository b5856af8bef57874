using System.Data.Common;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Notices;

/// <summary>The audit lines of commands about channels and notices; also what makes a command take effect once.</summary>
internal sealed class NoticeCommands(IDatabase database)
{
    private const string All = "SELECT CommandKey, Body, Stamp, Subject, Version, At, Principal, Role, Organ, Change FROM NoticeCommands";

    private const string ByKey = $"{All} WHERE CommandKey = @CommandKey";

    private const string BySubject = $"{All} WHERE Subject = @Subject ORDER BY Version DESC LIMIT @Limit";

    // Another command of the same key, or another change to the same version, was first.
    private const string Add = """
        INSERT INTO NoticeCommands (CommandKey, Body, Stamp, Subject, Version, At, Principal, Role, Organ, Change)
        VALUES (@CommandKey, @Body, @Stamp, @Subject, @Version, @At, @Principal, @Role, @Organ, @Change)
        ON CONFLICT DO NOTHING
        """;

    public static SqlStatement Insert(string commandKey, string body, string stamp, string subject, long version, DateTimeOffset at, Actor actor, string change) => new(
        Add,
        ("@CommandKey", commandKey), ("@Body", body), ("@Stamp", stamp), ("@Subject", subject), ("@Version", version), ("@At", at.UtcTicks),
        ("@Principal", actor.Principal), ("@Role", actor.Role.ToString()), ("@Organ", actor.Organ.Value), ("@Change", change));

    public async Task<NoticeCommandRow?> Find(string commandKey, CancellationToken cancel) =>
        (await database.Read(new SqlStatement(ByKey, ("@CommandKey", commandKey)), Read, cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<NoticeCommandRow>> Of(string subject, int limit, CancellationToken cancel) =>
        await database.Read(new SqlStatement(BySubject, ("@Subject", subject), ("@Limit", (long)limit)), Read, cancel);

    private static NoticeCommandRow Read(DbDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), Columns.Instant(r.GetInt64(5)), r.GetString(6), r.GetString(7),
        new OrganCode(r.GetString(8)), r.GetString(9));
}
