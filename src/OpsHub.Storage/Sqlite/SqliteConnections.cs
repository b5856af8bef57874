using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite;

/// <summary>How connections to the file are opened.</summary>
internal sealed class SqliteConnections(StorageOptions options)
{
    /// <summary>For writing.</summary>
    public string ReadWrite { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabaseFile,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
    }.ToString();

    /// <summary>For reading.</summary>
    public string ReadOnly { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabaseFile,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ToString();

    /// <summary>Opens the writer's connection. FULL: an acknowledged write survives a power cut. A checkpoint every 64 MB of log:
    /// a page that many writes have touched is then copied back once. What is deleted is overwritten, as far as its page is written anyway.</summary>
    public SqliteConnection OpenWriter() => Open(ReadWrite, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=16000; PRAGMA secure_delete=FAST");

    /// <summary>Opens a reader's connection.</summary>
    public SqliteConnection OpenReader() => Open(ReadOnly, "PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY");

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
