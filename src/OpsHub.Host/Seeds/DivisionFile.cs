using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Seeds;

/// <summary>Reads a divisions file into rows, unchecked; <see cref="UnitImport"/> checks them.</summary>
internal static class DivisionFile
{
    private static readonly string[] Columns = ["code", "parentCode", "level", "name", "kind"];

    public static List<DivisionRow> Read(string path) => CsvRows.Read(path, Columns, row =>
        new DivisionRow(row.Line, row["code"], row["parentCode"], row["level"], row["name"], row["kind"])
        {
            EffectiveFrom = row.Optional("effectiveFrom"),
            Generated = row.Optional("generated"),
            Population = row.Optional("population"),
            AreaKm2 = row.Optional("areaKm2"),
            Load = row.Optional("load"),
            EndsOn = row.Optional("endsOn"),
            MergedInto = row.Optional("mergedInto"),
        });
}
