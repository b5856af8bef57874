using System.Data.Common;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Schemes;

/// <summary>Lists of assessment schemes; a county has at most four a year.</summary>
internal sealed class SchemeIndex(IDatabase database) : ISchemeIndex
{
    // A list of keys is asked in parts of one size, filled up with its last, so that the statement is prepared once.
    private const int Part = 16;

    private const string All = "SELECT Subject, Version, Scheme FROM AssessmentSchemes";

    private static readonly string ByKeys = $"{All} WHERE Subject IN ({string.Join(", ", Enumerable.Range(0, Part).Select(i => $"@K{i}"))})";

    public async Task<IReadOnlyList<SchemeRow>> OfCounty(UnitCode county, int? year = null, CancellationToken cancel = default) => await database.Read(
        year is { } one
            ? new SqlStatement($"{All} WHERE County = @County AND Year = @Year ORDER BY Target", ("@County", county.Value), ("@Year", (long)one))
            : new SqlStatement($"{All} WHERE County = @County ORDER BY Year DESC, Target", ("@County", county.Value)),
        Row, cancel);

    public async Task<IReadOnlyDictionary<string, SchemeRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        var found = new Dictionary<string, SchemeRow>(StringComparer.Ordinal);
        foreach (var part in keys.Distinct().Chunk(Part))
        {
            (string, object?)[] values = [.. Enumerable.Range(0, Part).Select(i => ($"@K{i}", (object?)part[Math.Min(i, part.Length - 1)]))];
            foreach (var row in await database.Read(new SqlStatement(ByKeys, values), Row, cancel))
                found[row.Key] = row;
        }

        return found;
    }

    private static SchemeRow Row(DbDataReader r) => new(r.GetString(0), r.GetInt64(1), JsonSerializer.Deserialize<AssessmentScheme>(r.GetString(2), DomainSerialization.Options)!);
}
