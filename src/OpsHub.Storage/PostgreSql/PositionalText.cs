using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.PostgreSql;

/// <summary>A statement's text as PostgreSQL takes it, $1 for @Name, found once for each text: the driver would look for the names anew each time.</summary>
internal sealed partial class PositionalText
{
    private static readonly ConcurrentDictionary<string, PositionalText> Known = new();

    private readonly string _text;
    private readonly string[] _names;

    private PositionalText(string text)
    {
        var names = new List<string>();
        _text = Name().Replace(text, match =>
        {
            var at = names.IndexOf(match.Value);
            if (at < 0)
            {
                names.Add(match.Value);
                at = names.Count - 1;
            }

            return $"${at + 1}";
        });
        _names = [.. names];
    }

    /// <summary>Gives a command's parameters their values, in the order of their first place in the text.</summary>
    /// <returns>The text to run.</returns>
    /// <exception cref="InvalidOperationException">The text names what has no value.</exception>
    public static string Bind(SqlStatement statement, NpgsqlParameterCollection parameters)
    {
        var positional = Known.GetOrAdd(statement.Text, text => new PositionalText(text));
        foreach (var name in positional._names)
            parameters.Add(new NpgsqlParameter { Value = statement.Values.First(v => v.Name == name).Value ?? DBNull.Value });
        return positional._text;
    }

    // No statement has the sign in a literal.
    [GeneratedRegex(@"@[A-Za-z0-9]+")]
    private static partial Regex Name();
}
