using System.Globalization;
using System.IO.Compression;

namespace OpsHub.Host.Replay;

/// <summary>One case of a stream, with the local times of its own city.</summary>
/// <param name="Id">Its number there.</param>
/// <param name="OpenedAt">When it was reported.</param>
/// <param name="ClosedAt">When it was closed, or null.</param>
/// <param name="TargetAt">When it should have been closed, or null.</param>
/// <param name="Type">Type, to be mapped to a category.</param>
/// <param name="Channel">How it was reported.</param>
/// <param name="Place">Coordinates or neighbourhood as text, empty where unknown; the same place is the same text.</param>
internal sealed record StreamCase(string Id, DateTime OpenedAt, DateTime? ClosedAt, DateTime? TargetAt, string Type, string Channel, string Place);

/// <summary>A file that cannot be replayed, with line and column.</summary>
internal sealed class BadStreamException(string message) : Exception(message);

/// <summary>Reads a stream of cases from CSV, gzipped or not; columns as in the data's README.</summary>
internal static class CaseStream
{
    // 1,575 rows carry one default coordinate: treated as none.
    private const int DefaultPlaceAbove = 1000;

    private static readonly string[] Needed = ["id", "openedAt", "targetAt", "closedAt", "type", "channel", "neighborhood", "lat", "lon"];

    /// <summary>All cases, by time of report.</summary>
    public static async Task<IReadOnlyList<StreamCase>> Read(string file, CancellationToken cancel)
    {
        await using var raw = File.OpenRead(file);
        await using Stream stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        var rows = CsvRows.Parse(await reader.ReadToEndAsync(cancel));
        if (rows.Count == 0)
            throw new BadStreamException($"{file}: the file is empty / 文件为空");
        var at = Needed.ToDictionary(n => n, n => Array.IndexOf(rows[0], n));
        if (at.FirstOrDefault(p => p.Value < 0) is { Key: { } missing })
            throw new BadStreamException($"{file}: line 1: column '{missing}' is missing / 第 1 行缺少列 {missing}");
        var cases = rows.Skip(1).Select((row, i) => Case(file, i + 2, row, at)).ToList();
        var common = cases.GroupBy(c => c.Place).Where(g => g.Count() > DefaultPlaceAbove).Select(g => g.Key).ToHashSet();
        return [.. cases.Select(c => common.Contains(c.Place) ? c with { Place = "" } : c).OrderBy(c => c.OpenedAt)];
    }

    private static StreamCase Case(string file, int line, string[] row, Dictionary<string, int> at)
    {
        string Text(string column) => at[column] < row.Length
            ? row[at[column]]
            : throw new BadStreamException($"{file}: line {line}: column '{column}' is missing / 第 {line} 行缺少列 {column}");
        DateTime? When(string column) => Text(column) is not { Length: > 0 } text ? null
            : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) ? t
            : throw new BadStreamException($"{file}: line {line}: '{text}' in '{column}' is no time / 第 {line} 行 {column} 不是时间");
        var place = Text("lat").Length > 0 ? $"{Text("lat")},{Text("lon")}" : Text("neighborhood");
        var opened = When("openedAt") ?? throw new BadStreamException($"{file}: line {line}: 'openedAt' is empty / 第 {line} 行 openedAt 为空");
        return new StreamCase(Text("id"), opened, When("closedAt"), When("targetAt"), Text("type"), Text("channel"), place);
    }
}
