using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Assessments;

/// <summary>Refusals of assessments, in both languages.</summary>
internal static class AssessmentRefusals
{
    internal static Refusal NotAllowed(string rule, string zh, string en) => new(RefusalCodes.NotAllowed, rule, ClauseOf(rule), null, zh, en);

    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal Guard(string code, string rule, string zh, string en, string? field = null) => new(code, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal WrongStage(AgencyYearStage stage, string rule) => new(
        RefusalCodes.WrongState, rule, ClauseOf(rule), null, $"年度考核处于“{AssessmentWording.Of(stage)}”，不能办理本步骤", $"The year stands at {stage}: this step is not possible");

    internal static Refusal? Text(string field, string? text, int max, string rule, bool required = true) =>
        Texts.Fault(field, text, max, rule, ClauseOf(rule), required);

    /// <summary>A score out of range, or null.</summary>
    internal static Refusal? Score(string field, decimal value, string rule) => Scoring.IsScore(value)
        ? null
        : Input(field, rule, $"{field} 为 0 至 100 的分数（最多四位小数），实为 {value}", $"{field} is a score of 0 to 100 with at most four decimals, got {value}");

    /// <summary>The clause of the policy that a rule stands in.</summary>
    internal static string ClauseOf(string rule) => rule switch
    {
        "A001" => "一(二)",
        "A002" or "A003" or "A004" or "A005" or "A006" => "二(一)",
        "A007" or "A008" or "A009" or "A010" or "A011" or "A012" or "A013" or "A014" or "A015" or "A016" or "A046" => "二(二)",
        "A017" or "A018" or "A019" or "A020" or "A021" or "A022" or "A023" or "A024" or "A025" or "A026" or "A027" or "A028" => "二(三)",
        "A029" or "A030" or "A031" or "A032" or "A033" or "A034" or "A035" or "A036" or "A044" => "二(四)",
        "A037" or "A038" or "A039" or "A040" or "A041" => "二(五)",
        "T015" or "T016" => "二(二)",
        "T107" => "五(十五)",
        "G019" => "三(四)",
        "R037" or "R039" or "R040" or "R041" or "R042" or "R043" or "R044" => "四(四)",
        _ => "",
    };
}
