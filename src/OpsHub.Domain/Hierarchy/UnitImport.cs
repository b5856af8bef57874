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
}

/// <summary>A unit that the hub already has, as its directory shows it.</summary>
/// <param name="Name">Name in force.</param>
/// <param name="Kind">Kind in force.</param>
/// <param name="Parent">Parent in force.</param>
/// <param name="IsEnded">True when it was merged or dissolved.</param>
public sealed record KnownUnit(string Name, string Kind, UnitCode? Parent, bool IsEnded);

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

/// <summary>What an import will do: commands, parents before children, or problems and no command.</summary>
/// <param name="Commands">In order; empty when there are problems.</param>
/// <param name="Problems">By line; empty when the file is good.</param>
/// <param name="Unchanged">Rows that say what the hub already has.</param>
/// <param name="Provinces">Rows of provinces, which stand above the hub and are passed over.</param>
public sealed record UnitPlan(ImmutableList<PlannedCommand> Commands, ImmutableList<ImportProblem> Problems, int Unchanged, int Provinces);

/// <summary>Checks a divisions file as a whole and plans its import (区划导入). Pure: nothing half done.</summary>
public static class UnitImport
{
    /// <summary>Plans the import of some rows.</summary>
    /// <param name="rows">All rows of the file.</param>
    /// <param name="existing">All units the hub has.</param>
    /// <param name="today">The local day; a changed name without a date takes effect on it.</param>
    public static UnitPlan Plan(IReadOnlyList<DivisionRow> rows, IReadOnlyDictionary<UnitCode, KnownUnit> existing, DateOnly today)
    {
        var problems = new List<ImportProblem>();
        var units = new Dictionary<UnitCode, (DivisionRow Row, EstablishUnit Wanted)>();
        var provinces = rows.Where(IsProvince).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => !IsProvince(r)))
        {
            if (DivisionRows.Read(row, provinces, problems) is { } wanted && !units.TryAdd(wanted.Code, (row, wanted)))
                problems.Add(new(row.Line, "code", "G011", $"代码{wanted.Code}与第{units[wanted.Code].Row.Line}行重复。", $"Code {wanted.Code} stands in line {units[wanted.Code].Row.Line} already."));
        }

        foreach (var (row, wanted) in units.Values)
            CheckParent(row, wanted, units.ContainsKey, existing, problems);
        if (problems.Count > 0)
            return new([], [.. problems.OrderBy(p => p.Line)], 0, provinces.Count);

        var planned = units.Values
            .OrderBy(u => u.Wanted.Code.Level).ThenBy(u => u.Row.Line)
            .Select(u => (u.Row.Line, u.Wanted.Code, Commands: CommandsFor(u.Row, u.Wanted, existing.GetValueOrDefault(u.Wanted.Code), today)))
            .ToArray();
        return new(
            [.. planned.SelectMany(p => p.Commands.Select(c => new PlannedCommand(p.Line, p.Code, c)))],
            [],
            planned.Count(p => p.Commands.IsEmpty),
            provinces.Count);
    }

    private static bool IsProvince(DivisionRow row) => row.Level == "1" && row.Code.Length == 2 && row.Code.All(char.IsAsciiDigit);

    private static void CheckParent(DivisionRow row, EstablishUnit wanted, Func<UnitCode, bool> inFile, IReadOnlyDictionary<UnitCode, KnownUnit> existing, List<ImportProblem> problems)
    {
        if (existing.GetValueOrDefault(wanted.Code) is { IsEnded: true })
            problems.Add(new(row.Line, "code", "G011", $"{wanted.Code}已撤并,不能再导入。", $"{wanted.Code} was merged or dissolved and cannot be imported again."));
        if (wanted.Parent is { } parent && !inFile(parent) && existing.GetValueOrDefault(parent) is not { IsEnded: false })
            problems.Add(new(row.Line, "parentCode", "G011", $"上级“{parent}”不在文件中,也不在系统中。", $"The parent '{parent}' is neither in the file nor in the hub."));
    }

    private static ImmutableList<UnitCommand> CommandsFor(DivisionRow row, EstablishUnit wanted, KnownUnit? known, DateOnly today)
    {
        if (known is null)
            return [wanted];
        var from = string.IsNullOrEmpty(row.EffectiveFrom) ? today : wanted.EffectiveFrom;
        var commands = ImmutableList.CreateBuilder<UnitCommand>();
        if (known.Parent != wanted.Parent && wanted.Parent is { } parent)
            commands.Add(new MoveUnit(parent, from));
        if (known.Kind != wanted.Kind)
            commands.Add(new ReclassifyUnit(wanted.Kind, from));
        if (known.Name != wanted.Name)
            commands.Add(new RenameUnit(wanted.Name, from));
        if (wanted.Figures is { } figures)
            commands.Add(new SetGridFigures(figures)); // the grid compares: its directory row has no figures
        return commands.ToImmutable();
    }
}
