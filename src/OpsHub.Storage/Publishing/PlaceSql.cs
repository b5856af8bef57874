using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Publishing;

/// <summary>Puts the rows of a unit's cases and consultations under other units; a column is named as its level.</summary>
internal static class PlaceSql
{
    private static readonly string[] Tables = ["Cases", "CaseCycles", "Consultations"];

    // Communities that a consultation concerns have no grid.
    private static readonly string[] AboveGrids = [.. Tables, "ConsultationCommunities"];

    public static SqlStatement[] Of(UnitCode unit, IReadOnlyList<UnitCode> above)
    {
        var set = string.Join(", ", above.Select(a => $"{a.Level} = @{a.Level}"));
        var elsewhere = string.Join(" OR ", above.Select(a => $"{a.Level} <> @{a.Level}"));
        return Array.ConvertAll(unit.Level == UnitLevel.Grid ? Tables : AboveGrids, table => new SqlStatement(
            $"UPDATE {table} SET {set} WHERE {unit.Level} = @Unit AND ({elsewhere})", [("@Unit", unit.Value), .. above.Select(a => ("@" + a.Level, (object?)a.Value))]));
    }
}
