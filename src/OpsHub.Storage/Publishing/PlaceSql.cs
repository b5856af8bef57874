using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Publishing;

/// <summary>Puts the case rows of a unit under other units; a column of Cases is named as its level.</summary>
internal static class PlaceSql
{
    public static SqlStatement Of(UnitCode unit, IReadOnlyList<UnitCode> above)
    {
        var set = string.Join(", ", above.Select(a => $"{a.Level} = @{a.Level}"));
        var elsewhere = string.Join(" OR ", above.Select(a => $"{a.Level} <> @{a.Level}"));
        return new($"UPDATE Cases SET {set} WHERE {unit.Level} = @Unit AND ({elsewhere})", [("@Unit", unit.Value), .. above.Select(a => ("@" + a.Level, (object?)a.Value))]);
    }
}
