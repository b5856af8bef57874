using CsvHelper;

namespace OpsHub.Host.Replay;

/// <summary>Rows of a CSV text as arrays, header first.</summary>
internal static class CsvRows
{
    public static List<string[]> Parse(string text)
    {
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
