using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpsHub.Storage.Sqlite.Writing;

/// <summary>The writer's connection with its prepared commands. Used by the writer's thread only.</summary>
internal sealed class WriterSession(SqliteConnection connection) : IDisposable
{
    private const int CommandsKept = 200;

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

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

    /// <summary>The prepared command of a text, its values bound. Valid until the same text is asked for again.</summary>
    public SqliteCommand Command(string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(text, out var command))
            _commands.Add(text, command = Prepare(text));
        var parameters = command.Parameters;
        if (parameters.Count == 0)
        {
            foreach (var (name, _) in values)
                parameters.Add(new SqliteParameter { ParameterName = name });
        }

        for (var i = 0; i < values.Length; i++)
        {
            // Callers that share a text share the order of its parameters; anything else would bind wrongly.
            if (parameters[i].ParameterName != values[i].Name)
                throw new InvalidOperationException($"Parameter {i} of this statement is {parameters[i].ParameterName}, not {values[i].Name}: {text}");
            parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }

    public int Execute(string text, params ReadOnlySpan<(string Name, object? Value)> values) => Command(text, values).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string text)
    {
        if (_commands.Count >= CommandsKept)
        {
            foreach (var old in _commands.Values)
                old.Dispose();
            _commands.Clear();
        }

        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
