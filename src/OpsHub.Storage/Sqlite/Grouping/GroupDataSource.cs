using System.Data.Common;

namespace OpsHub.Storage.Sqlite.Grouping;

/// <summary>What Orleans' unmodified AdoNet provider is given: writes join the group commit, reads go to the readers.</summary>
internal sealed class GroupDataSource(string connectionString, SqliteStore store) : DbDataSource
{
    public override string ConnectionString => connectionString;

    protected override DbConnection CreateDbConnection() => new GroupConnection(connectionString, store);
}
