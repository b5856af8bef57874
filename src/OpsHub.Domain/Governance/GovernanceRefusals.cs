using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>Refusals of grid and governance files, in both languages.</summary>
internal static class GovernanceRefusals
{
    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal Rule(string code, string rule, string? field, string zh, string en) => new(code, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal NotFound(string field, string rule, string zh, string en) => new(RefusalCodes.NotFound, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal NotAllowed(string rule, string zh, string en) => new(RefusalCodes.NotAllowed, rule, ClauseOf(rule), null, zh, en);

    internal static Refusal NoUnit(string field, UnitCode unit) => NotFound(field, "G011", $"没有单位 {unit}，或已不再使用", $"There is no unit {unit} in force");

    internal static Refusal? Text(string field, string? text, int max, string rule, bool required = true) => Texts.Fault(field, text, max, rule, ClauseOf(rule), required);

    /// <summary>A day in the future, or before there were grids.</summary>
    internal static Refusal? Day(string field, DateOnly day, DateOnly today, string rule) =>
        day > today ? Input(field, rule, "日期不能晚于今天", "The day lies in the future")
        : day.Year < 2000 ? Input(field, rule, "日期过早", "The day lies before 2000")
        : null;

    /// <summary>The clause of a rule.</summary>
    internal static string ClauseOf(string rule) => rule switch
    {
        "G003" or "G005" => "二(一)",
        "G011" or "G015" => "三(三)",
        "G016" or "G060" => "三(四)",
        "G025" or "G026" or "G027" or "G051" or "G057" => "三(六)",
        "G028" or "G029" or "G054" or "G058" => "三(七)",
        "G030" or "G031" or "G032" => "三(八)",
        "G033" or "G034" or "G035" => "四(九)",
        "G036" or "G037" or "G038" => "四(十)",
        "G039" or "G040" or "G052" or "G059" => "四(十一)",
        "G042" or "G061" => "五(十二)",
        "G043" or "G044" or "G045" => "五(十三)",
        "HUB" => "",
        _ => "二(二)",
    };
}
