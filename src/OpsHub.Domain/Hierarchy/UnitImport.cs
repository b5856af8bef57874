using System.Collections.Immutable;

namespace OpsHub.Domain.Hierarchy;

/// <summary>A row of a divisions file as read (区划表行): text only, nothing checked.</summary>
/// <param name="Line">Line in the file, from 1; the heading is line 1.</param>
/// <param name="Code">Code column.</param>
/// <param name="ParentCode">Parent's code; empty or a 2-digit province for a city.</param>
/// <param name="Level">1 province to 5 community, 6 grid.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind.</param>
public sealed record DivisionRow(int Line, string Code, string ParentCode, string Level, string Name, string Kind)
{
    /// <summary>First day, <c>2026-10-01</c>; empty or missing: of a new unit not known, of a change the day of the import.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary><c>true</c> for generated demonstration units.</summary>
    public string? Generated { get; init; }

    /// <summary>Population of a grid.</summary>
    public string? Population { get; init; }

    /// <summary>Area of a grid, square kilometres.</summary>
    public string? AreaKm2 { get; init; }

    /// <summary>Service load of a grid.</summary>
    public string? Load { get; init; }

    /// <summary>First day on which the unit no longer is (撤并日期), <c>2026-10-01</c>; empty or missing says nothing about an end.</summary>
    public string? EndsOn { get; init; }

    /// <summary>The unit of its level that takes it over from that day (并入单元); empty where it is dissolved.</summary>
    public string? MergedInto { get; init; }
}

/// <summary>One command of an import, for the unit with this code.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Code">The unit.</param>
/// <param name="Command">What to do.</param>
public sealed record PlannedCommand(int Line, UnitCode Code, UnitCommand Command);

/// <summary>Why a file is refused (导入问题): one line, one column, one rule.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Column">Column at fault.</param>
/// <param name="Rule">Rule id, or <c>HUB</c>.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">The same in English.</param>
public sealed record ImportProblem(int Line, string Column, string Rule, string Zh, string En);

/// <summary>What an import will do: commands, parents before children and ends last of all, or problems and no command.</summary>
/// <param name="Commands">In order; empty when there are problems.</param>
/// <param name="Problems">By line; empty when the file is good.</param>
/// <param name="Unchanged">Rows that say what the hub already has.</param>
/// <param name="Provinces">Rows of provinces, which stand above the hub and are passed over.</param>
public sealed record UnitPlan(ImmutableList<PlannedCommand> Commands, ImmutableList<ImportProblem> Problems, int Unchanged, int Provinces);

/// <summary>Checks a divisions file as a whole and plans its import (区划导入). Pure: every command is decided once in advance, on the
/// records as the commands before it leave them, so that a file is refused whole or carried out whole.</summary>
public static class UnitImport
{
    /// <summary>All units that the rows name as themselves, as parents or as those that take over.</summary>
    public static IReadOnlySet<UnitCode> Named(IEnumerable<DivisionRow> rows) =>
        rows.SelectMany(r => new[] { r.Code, r.ParentCode, r.MergedInto }).Select(c => UnitCode.TryParse(c, out var code) ? code : (UnitCode?)null).OfType<UnitCode>().ToHashSet();

    /// <summary>The units that the rows end.</summary>
    public static IReadOnlySet<UnitCode> Ended(IEnumerable<DivisionRow> rows) => Named(rows.Where(r => !string.IsNullOrEmpty(r.EndsOn)).Select(r => r with { ParentCode = "", MergedInto = null }));

    /// <summary>Plans the import of some rows.</summary>
    /// <param name="rows">All rows of the file.</param>
    /// <param name="existing">The records that the hub has of the units <see cref="Named"/>, and of the children of those <see cref="Ended"/>.</param>
    /// <param name="today">The local day; a changed name without a date takes effect on it.</param>
    public static UnitPlan Plan(IReadOnlyList<DivisionRow> rows, IReadOnlyDictionary<UnitCode, Unit> existing, DateOnly today)
    {
        var problems = new List<ImportProblem>();
        var units = new Dictionary<UnitCode, DivisionUnit>();
        var provinces = rows.Where(IsProvince).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var faulty = new HashSet<UnitCode>();
        foreach (var row in rows.Where(r => !IsProvince(r)))
        {
            if (DivisionRows.Read(row, provinces, problems) is not { } unit)
                faulty.UnionWith(Named([row with { ParentCode = "", MergedInto = null }]));
            else if (!units.TryAdd(unit.Code, unit))
                problems.Add(new(row.Line, "code", "G011", $"代码{unit.Code}与第{units[unit.Code].Row.Line}行重复。", $"Code {unit.Code} stands in line {units[unit.Code].Row.Line} already."));
        }

        var changes = units.Values.OrderBy(u => u.Code.Level).ThenBy(u => u.Row.Line)
            .SelectMany(u => u.Changes(existing.GetValueOrDefault(u.Code), today).Select(c => new PlannedCommand(u.Row.Line, u.Code, c)));
        // By day too: who takes a unit over must not have ended before.
        var ends = units.Values.OrderByDescending(u => u.Code.Level).ThenBy(u => u.Row.EndsOn, StringComparer.Ordinal).ThenBy(u => u.Row.Line)
            .SelectMany(u => u.End(existing.GetValueOrDefault(u.Code)).Select(c => new PlannedCommand(u.Row.Line, u.Code, c)));
        ImmutableList<PlannedCommand> planned = [.. changes, .. ends];
        problems.AddRange(ImportRehearsal.Of(planned, existing, faulty, today));
        return problems.Count > 0
            ? new([], [.. problems.OrderBy(p => p.Line)], 0, provinces.Count)
            : new(planned, [], units.Count - planned.Select(p => p.Code).Distinct().Count(), provinces.Count);
    }

    private static bool IsProvince(DivisionRow row) => row.Level == "1" && row.Code.Length == 2 && row.Code.All(char.IsAsciiDigit);
}
