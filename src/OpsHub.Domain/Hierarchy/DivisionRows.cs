using System.Globalization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Reads one row of a divisions file into the unit it describes, or says what is wrong with it.</summary>
internal static class DivisionRows
{
    internal static DivisionUnit? Read(DivisionRow row, IReadOnlySet<string> provinces, List<ImportProblem> problems)
    {
        var before = problems.Count;
        if (!UnitCode.TryParse(row.Code, out var code))
        {
            Add("code", "G011", $"代码“{row.Code}”应为4、6、9、12或15位数字。", $"Code '{row.Code}' must have 4, 6, 9, 12 or 15 digits.");
            return null;
        }

        if (row.Level != Number((int)code.Level + 2))
            Add("level", "G011", $"{code}按位数应为第{(int)code.Level + 2}级，文件写的是“{row.Level}”。", $"By its length {code} is of level {(int)code.Level + 2}; the file says '{row.Level}'.");
        UnitCode? parent = UnitCode.TryParse(row.ParentCode, out var parsed) ? parsed : null;
        if (parent is null && (code.Level != UnitLevel.City || !IsAboveCity(row.ParentCode, code, provinces)))
            Add("parentCode", "G011", $"上级代码“{row.ParentCode}”不是有效代码。", $"The parent '{row.ParentCode}' is not a code.");
        var wanted = new EstablishUnit(
            code, row.Name, row.Kind, parent,
            Day("effectiveFrom", row.EffectiveFrom) ?? Unit.BeginningUnknown, Flag(row.Generated), code.Level == UnitLevel.Grid ? Figures(row) : null);
        var ending = Ending();
        if (problems.Count == before && UnitEstablishing.Check(wanted) is { } refusal)
            problems.Add(new(row.Line, Column(refusal.Field), refusal.Rule, refusal.Zh, refusal.En));
        return problems.Count == before ? new(row, wanted, ending) : null;

        void Add(string column, string rule, string zh, string en) => problems.Add(new(row.Line, column, rule, zh, en));

        UnitEnding? Ending()
        {
            UnitCode? into = UnitCode.TryParse(row.MergedInto, out var other) ? other : null;
            if (into is null && !string.IsNullOrEmpty(row.MergedInto))
                Add("mergedInto", "G011", $"并入单元“{row.MergedInto}”不是有效代码。", $"The unit to merge into, '{row.MergedInto}', is not a code.");
            if (Day("endsOn", row.EndsOn) is { } on)
                return new(on, into);
            if (into is not null)
                Add("endsOn", "G011", "写明并入单元时须填撤并日期。", "A unit that merges into another needs the day on which it ends.");
            return null;
        }

        DateOnly? Day(string column, string? text)
        {
            if (string.IsNullOrEmpty(text))
                return null;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                Add(column, "HUB", $"日期“{text}”应写作2026-10-01。", $"The day '{text}' must be written like 2026-10-01.");
            return day;
        }

        bool Flag(string? text)
        {
            if (text is not (null or "" or "true" or "false"))
                Add("generated", "HUB", $"“{text}”应为true或false。", $"'{text}' must be true or false.");
            return text == "true";
        }
    }

    private static bool IsAboveCity(string parent, UnitCode city, IReadOnlySet<string> provinces) =>
        parent.Length == 0 || provinces.Contains(parent) || parent == city.Value[..2];

    private static GridFigures? Figures(DivisionRow row) =>
        int.TryParse(row.Population, NumberStyles.None, CultureInfo.InvariantCulture, out var population)
        && decimal.TryParse(row.AreaKm2, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var area)
        && int.TryParse(row.Load, NumberStyles.None, CultureInfo.InvariantCulture, out var load)
            ? new(population, area, load)
            : null;

    /// <summary>The column that a refusal's field stands in.</summary>
    internal static string Column(string? field) => field switch
    {
        "parent" => "parentCode",
        "figures" => "population",
        { } other => other,
        null => "code",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
