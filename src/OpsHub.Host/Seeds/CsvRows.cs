using CsvHelper;

namespace OpsHub.Host.Seeds;

/// <summary>Rows of a CSV file with a heading, each with its line. Anything malformed names file and line.</summary>
internal static class CsvRows
{
    private static readonly CsvReaderOptions Strict = CsvReaderOptions.Default with
    {
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads a file; a ".gz" is unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="row">Makes a value of each row.</param>
    /// <exception cref="SeedFileException">It can't be read, or a row is malformed.</exception>
    public static List<T> Read<T>(string path, IReadOnlyList<string> required, Func<CsvRow, T> row)
    {
        using var text = SeedFileException.Opening(path, () => new StreamReader(Open(path)));
        using var reader = CsvReader.Create(text, Strict, leaveOpen: true);
        var rows = new List<T>();
        try
        {
            reader.ReadHeader();
            if (required.Where(c => !reader.Headers.Contains(c)).ToArray() is { Length: > 0 } missing)
                throw new SeedFileException(path, 1, $"缺少列 {string.Join(", ", missing)}", $"the columns {string.Join(", ", missing)} are missing");
            while (reader.Read())
            {
                if (reader.FieldCount != reader.Headers.Count)
                    throw new SeedFileException(path, reader.LineNumber, $"应有 {reader.Headers.Count} 列，实有 {reader.FieldCount} 列", $"{reader.Headers.Count} fields are expected, {reader.FieldCount} found");
                rows.Add(row(new CsvRow(path, reader)));
            }
        }
        catch (Exception error) when (error is CsvFormatException or CsvValidationException)
        {
            throw new SeedFileException(path, reader.LineNumber, "不是有效的 CSV（逗号分隔，UTF-8，引号成对）", $"not valid CSV (commas, UTF-8, quotes in pairs): {error.Message}");
        }

        return rows;
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress) : file;
    }
}
