using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Seeds;

/// <summary>Grids and stationed agencies for demonstration (演示生成): the divisions file has none.
/// Derived from the codes alone, so that every start generates the same; all marked as generated.</summary>
internal static class GeneratedUnits
{
    // Stationed agencies that a township usually hosts, by department of the guidance list; some have the powers of their department.
    private static readonly (string Department, string Suffix, bool Powers)[] Stations =
    [
        ("D19", "派出所", true), ("D20", "司法所", false), ("D23", "人社服务站", false), ("D26", "国土资源所", true),
        ("D27", "城管执法中队", true), ("D31", "食药监管所", true), ("D33", "林业站", true), ("D36", "水利站", false),
    ];

    /// <summary>Rows of grids below the communities given: about 15 for an urban community, 6 for a village.</summary>
    public static IEnumerable<DivisionRow> Grids(IEnumerable<(string Code, string Kind)> communities, int firstLine = 1)
    {
        var line = firstLine;
        foreach (var (code, kind) in communities)
        {
            var urban = kind is "community" or "quasi-community";
            var seed = Seed(code);
            var count = urban ? 13 + (seed % 5) : 4 + (seed % 5);
            for (var i = 1; i <= count; i++)
            {
                var spread = Seed($"{code}{i}");
                yield return new DivisionRow(line++, $"{code}{i:D3}", code, "6", $"第{i}网格", UnitKinds.Grid)
                {
                    Generated = "true",
                    Population = (urban ? 700 + (spread % 500) : 250 + (spread % 300)).ToString(CultureInfo.InvariantCulture),
                    AreaKm2 = (urban ? 0.05m + (spread % 20 / 100m) : 0.8m + (spread % 300 / 100m)).ToString(CultureInfo.InvariantCulture),
                    Load = (60 + (spread % 60)).ToString(CultureInfo.InvariantCulture),
                };
            }
        }
    }

    /// <summary>Agencies of a township. Special units (development zones, farms) have none.</summary>
    public static IEnumerable<EstablishAgency> Agencies(UnitRow township, IReadOnlyDictionary<string, ImmutableHashSet<string>> powersOfDepartments)
    {
        if (township.Kind == "special-unit")
            yield break;
        var place = township.Name.EndsWith("街道", StringComparison.Ordinal) || township.Name.Length <= 2 ? township.Name : township.Name[..^1];
        foreach (var (department, suffix, powers) in Stations)
        {
            yield return new EstablishAgency(
                OrganCode.Parse($"{township.Code}-{department}"),
                $"{place}{suffix}",
                OrganCode.Parse($"{township.Code.At(UnitLevel.County)}:{department}"),
                township.Code,
                [township.Code],
                powers && powersOfDepartments.TryGetValue(department, out var held) ? [.. held] : [],
                Generated: true);
        }
    }

    // Stable across processes, unlike string.GetHashCode.
    private static int Seed(string text) => (int)(text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) >> 8);
}
