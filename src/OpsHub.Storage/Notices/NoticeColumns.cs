using System.Data.Common;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Notices;

/// <summary>How a notice is read.</summary>
internal static class NoticeColumns
{
    /// <summary>The columns, of a table called n.</summary>
    public const string All =
        "n.Position, n.NoticeKey, n.CaseKey, n.Sequence, n.Number, n.Recipient, n.Kind, n.Emergency, n.Term, n.DueAt, n.At, n.NotBefore, n.Needs, n.Zh, n.En, n.ToldAt, n.MootAt, n.ReadAt";

    public static NoticeRow Read(DbDataReader r) => new(
        r.GetInt64(0),
        new Notice(
            r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetString(4), new OrganCode(r.GetString(5)), Enum.Parse<NoticeKind>(r.GetString(6)), r.GetInt64(7) != 0,
            r.IsDBNull(8) ? null : r.GetString(8), r.GetInt64(9) == Columns.Never ? null : Columns.Instant(r.GetInt64(9)), Columns.Instant(r.GetInt64(10)),
            Columns.Instant(r.GetInt64(11)), r.IsDBNull(12) ? null : r.GetString(12), r.GetString(13), r.GetString(14)),
        Instant(r, 15), Instant(r, 16), Instant(r, 17));

    public static DateTimeOffset? Instant(DbDataReader r, int column) => r.IsDBNull(column) ? null : Columns.Instant(r.GetInt64(column));
}
