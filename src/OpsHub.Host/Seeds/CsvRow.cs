using System.Globalization;
using CsvHelper;

namespace OpsHub.Host.Seeds;

/// <summary>The row that a reader stands on.</summary>
internal readonly struct CsvRow(string path, CsvReader reader)
{
    /// <summary>Line in the file, the heading is 1.</summary>
    public int Line => (int)reader.LineNumber;

    /// <summary>A column's text; empty when the file has no such column.</summary>
    public string this[string column] => reader.TryGetFieldIndex(column, out var index) ? reader.GetString(index) : "";

    /// <summary>A column's text, or null when it is empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>A whole number of at least 1, or null when empty.</summary>
    public int? Count(string column)
    {
        if (Optional(column) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(column, $"“{text}”应为正整数", $"'{text}' must be a whole number above 0");
    }

    /// <summary>What to throw when a column's content is wrong.</summary>
    public SeedFileException Wrong(string column, string zh, string en) => new(path, Line, $"{column} 列：{zh}", $"column {column}: {en}");
}
