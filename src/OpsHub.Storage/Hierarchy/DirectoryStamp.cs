using OpsHub.Storage.Database;

namespace OpsHub.Storage.Hierarchy;

/// <summary>Tells whether anything of the hierarchy has changed, for a few milliseconds instead of a full read: rows are never deleted and
/// versions only grow, so their number and sum together don't come back.</summary>
internal sealed class DirectoryStamp(IDatabase database)
{
    private static readonly SqlStatement Sums = new("""
        SELECT (SELECT COUNT(*) FROM Units), (SELECT CAST(COALESCE(SUM(Version), 0) AS bigint) FROM Units),
               (SELECT COUNT(*) FROM Agencies), (SELECT CAST(COALESCE(SUM(Version), 0) AS bigint) FROM Agencies)
        """);

    /// <summary>Equal as long as nothing changes.</summary>
    public async Task<(long Units, long UnitVersions, long Agencies, long AgencyVersions)> Read(CancellationToken cancel) =>
        (await database.Read(Sums, r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), cancel))[0];
}
