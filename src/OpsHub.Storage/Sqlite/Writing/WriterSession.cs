using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpsHub.Storage.Sqlite.Writing;

/// <summary>The writer's connection with its prepared commands. Used by the writer's thread only.</summary>
internal sealed class WriterSession(SqliteConnection connection) : IDisposable
{
    private readonly PreparedCommands _commands = new(connection);

    /// <summary>False once SQLite has rolled the transaction back by itself, as it does on a full disk or an I/O error.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit() => Execute("COMMIT");

    public void Rollback() => Execute("ROLLBACK");

    /// <summary>Runs one write so that its failure undoes only itself.</summary>
    public void Isolated(QueuedWrite write)
    {
        Execute("SAVEPOINT one");
        try
        {
            write.Run(this);
        }
        catch when (InTransaction)
        {
            Execute("ROLLBACK TO one");
            Execute("RELEASE one");
            throw;
        }

        Execute("RELEASE one");
    }

    /// <inheritdoc cref="PreparedCommands.Of" />
    public SqliteCommand Command(string text, ReadOnlySpan<(string Name, object? Value)> values) => _commands.Of(text, values);

    public int Execute(string text, params ReadOnlySpan<(string Name, object? Value)> values) => Command(text, values).ExecuteNonQuery();

    public void Dispose() => _commands.Dispose();
}
