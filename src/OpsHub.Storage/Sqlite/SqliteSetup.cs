using DbUp;
using Microsoft.Data.Sqlite;
using OpsHub.Storage.Schema;

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
            throw Damaged(error.Message, error);
        }
    }

    private void Check(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version"; // reads the header, whatever the size
        command.ExecuteScalar();
        if (new FileInfo(options.DatabaseFile).Length > LargestChecked)
            return;
        command.CommandText = "PRAGMA quick_check(1)";
        if ((string)command.ExecuteScalar()! is not "ok" and var finding)
            throw Damaged(finding, null);
        command.CommandText = "PRAGMA analysis_limit=400; PRAGMA optimize=0x10002";
        command.ExecuteNonQuery();
    }

    private DataFolderException Damaged(string finding, Exception? inner)
    {
        var file = Path.GetFullPath(options.DatabaseFile);
        return new DataFolderException(
            $"数据库文件 {file} 已损坏或无法使用（{finding}）。请保留该目录的副本，然后从备份恢复，或用 OpsHub:DataFolder 指定一个空目录。\n"
            + $"The database file {file} is damaged or can't be used ({finding}). Keep a copy of the folder, then restore a backup, or choose an empty folder with OpsHub:DataFolder.", inner);
    }
}
