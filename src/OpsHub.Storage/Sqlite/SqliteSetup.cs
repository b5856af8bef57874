using DbUp;
using Microsoft.Data.Sqlite;
using OpsHub.Storage.Schema;
using SQLitePCL;

namespace OpsHub.Storage.Sqlite;

/// <summary>Makes the data folder ready: lock, integrity, scripts; then starts the store.</summary>
internal sealed class SqliteSetup(StorageOptions options, SqliteConnections connections, SqliteStore store) : IStorageSetup, IDisposable
{
    private const long LargestChecked = 1L << 30;

    private readonly Lock _once = new();
    private DataFolderLock? _lock;

    public Task Prepare(CancellationToken cancel = default)
    {
        lock (_once)
        {
            if (_lock is not null)
                return Task.CompletedTask;
            var taken = DataFolderLock.Take(options.DataFolder);
            try
            {
                Open();
                _lock = taken;
            }
            finally
            {
                if (_lock is null)
                    taken.Dispose();
            }
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        store.Dispose(); // the last writes are durable before the next process may come in
        _lock?.Dispose();
    }

    private void Open()
    {
        try
        {
            using (var connection = connections.OpenWriter())
                Check(connection);
            SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connections.ReadWrite), StorageKind.Sqlite);
            store.Start();
        }
        catch (SqliteException error)
        {
            throw DataFolderFailures.Of(Path.GetFullPath(options.DatabaseFile), error);
        }
    }

    private void Check(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version"; // reads the header, whatever the size
        command.ExecuteScalar();
        var isSmall = new FileInfo(options.DatabaseFile).Length <= LargestChecked;
        command.CommandText = "PRAGMA quick_check(1)";
        if (isSmall && (string)command.ExecuteScalar()! is not "ok" and var finding)
            throw DataFolderFailures.Damaged(Path.GetFullPath(options.DatabaseFile), finding, null);
        EnsureWritable(connection);
        if (!isSmall)
            return;
        command.CommandText = "PRAGMA analysis_limit=400; PRAGMA optimize=0x10002";
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite opens a file that may only be read, and begins a writing transaction on it, without complaint: it has to be asked.</summary>
    /// <exception cref="SqliteException">It can't be written.</exception>
    internal static void EnsureWritable(SqliteConnection connection)
    {
        if (raw.sqlite3_db_readonly(connection.Handle, "main") != 0)
            throw new SqliteException("the file may only be read", raw.SQLITE_READONLY);
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; ROLLBACK"; // a folder that may only be read, a full disk
        command.ExecuteNonQuery();
    }
}
