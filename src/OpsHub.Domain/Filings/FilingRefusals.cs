using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Filings;

/// <summary>Refusals of filings, in both languages.</summary>
internal static class FilingRefusals
{
    internal static Refusal NotAllowed(string rule, string zh, string en) => new(RefusalCodes.NotAllowed, rule, ClauseOf(rule), null, $"只有{zh}可以办理", $"Only {en} may do this");

    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal Guard(string code, string rule, string field, string zh, string en) => new(code, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal NoUnit(string rule) => new(RefusalCodes.NotFound, rule, ClauseOf(rule), "unit", "没有这个在用的县市区或乡镇街道", "There is no such county or township in force");

    internal static Refusal? Text(string field, string? text, int max, string rule, bool required = true) => Texts.Fault(field, text, max, rule, ClauseOf(rule), required);

    internal static string ClauseOf(string rule) => rule switch
    {
        "A048" => "二(四)",
        "R019" => "二",
        "R028" or "R032" => "四(一)",
        "T009" => "二(一)",
        "T111" => "五(十六)",
        _ => "三",
    };
}
