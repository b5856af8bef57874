using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Posts;

/// <summary>Refusals of people decisions, in both languages.</summary>
internal static class PostRefusals
{
    internal static Refusal NotAllowed(string rule, string zh, string en) => new(RefusalCodes.NotAllowed, rule, ClauseOf(rule), null, zh, en);

    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal Guard(string code, string rule, string zh, string en, string? field = null) => new(code, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal WrongStage(string rule, string stage) =>
        new(RefusalCodes.WrongState, rule, ClauseOf(rule), null, "该事项所处环节不能办理本步骤", $"The matter stands at {stage}: this step is not possible");

    internal static Refusal? Text(string field, string? text, int max, string rule, bool required = true) =>
        Texts.Fault(field, text, max, rule, ClauseOf(rule), required);

    /// <summary>Most posts or people that a figure may name.</summary>
    internal const int MostCount = 10_000;

    internal static Refusal? Count(string field, int count, int least, string rule) => count >= least && count <= MostCount
        ? null
        : Input(field, rule, $"{field} 为 {least} 至 {MostCount}，实为 {count}", $"{field} is {least} to {MostCount}, got {count}");

    internal static string ClauseOf(string rule) => rule switch
    {
        "A001" => "一(二)",
        "A005" or "A006" => "二(一)",
        "R033" => "四(二)",
        _ => "二(二)",
    };
}
