using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite;

/// <summary>A connection's prepared commands, by text. Used by one caller at a time, as the connection is.</summary>
internal sealed class PreparedCommands(SqliteConnection connection) : IDisposable
{
    private const int Kept = 200;

    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    /// <summary>The prepared command of a text, its values bound. Valid until the same text is asked for again.</summary>
    public SqliteCommand Of(string text, ReadOnlySpan<(string Name, object? Value)> values)
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

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string text)
    {
        if (_commands.Count >= Kept)
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
