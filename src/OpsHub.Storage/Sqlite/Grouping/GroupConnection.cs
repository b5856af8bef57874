using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite.Grouping;

/// <summary>A connection that never connects: its commands run on the writer's or a reader's. It is a <see cref="SqliteConnection"/>
/// because Orleans refuses any other type from a data source.</summary>
internal sealed class GroupConnection(string connectionString, SqliteStore store) : SqliteConnection(connectionString)
{
    private bool _open;

    // Closed until Open, or DbDataSource would take it for an opened one.
    public override ConnectionState State => _open ? ConnectionState.Open : ConnectionState.Closed;

    public override void Open() => _open = true;

    public override void Close() => _open = false;

    protected override DbCommand CreateDbCommand() => new GroupCommand(this, store);
}
