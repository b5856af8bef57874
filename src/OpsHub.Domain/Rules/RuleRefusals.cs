using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Rules;

/// <summary>Why changes of the rules are refused; wording in one place.</summary>
internal static class RuleRefusals
{
    internal static Refusal Forbidden(string rule, string clause, string zh, string en, string? field = null) => new(RefusalCodes.NotAllowed, rule, clause, field, zh, en);

    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    private static string ClauseOf(string rule) => rule == "HUB" ? "" : rule[0] == 'A' || rule == "R044" ? AssessmentRefusals.ClauseOf(rule) : "二(二)";

    internal static Refusal? Text(string field, string? text, int most, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(text))
            return required ? Input(field, "HUB", $"{field} 必填", $"{field} is required") : null;
        return text.Length > most || text.Any(char.IsControl)
            ? Input(field, "HUB", $"{field} 最多 {most} 字，不含控制字符", $"{field} takes at most {most} characters and no control characters")
            : null;
    }

    internal static readonly Refusal CityOnly = Forbidden("G010", "二(二)",
        "一级类别和全市目录只由市级制定；县市区只能在市级代码下增设自己的子项", "The first level and the city's list are the city's alone; a county adds sub-codes of its own under codes of the city", "code");

    internal static readonly Refusal Settings = Forbidden("G010", "二(二)",
        "只有市级可以变更全市设置，县市区指挥中心和政府只能变更本县市区的设置", "Settings of the whole city are changed by the city, a county's by its own command centre or government", "county");

    internal static readonly Refusal CalendarByCity = Forbidden("C035", "二(四)2", "官方日历只由市级或管理员载入、修订", "The official calendar is loaded and amended by the city or the administrator");

    internal static readonly Refusal ClosureByCounty = Forbidden("G010", "二(二)", "临时停工只由本县市区或市级发布", "A closure is announced by the county itself or by the city", "county");
}
