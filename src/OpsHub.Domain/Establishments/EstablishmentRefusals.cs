using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Establishments;

/// <summary>Refusals of organs and establishment, in both languages.</summary>
internal static class EstablishmentRefusals
{
    /// <summary>Most posts or staff that a figure may name.</summary>
    internal const int MostCount = 100_000;

    internal static Refusal NotAllowed(string rule, string zh, string en) => new(RefusalCodes.NotAllowed, rule, ClauseOf(rule), null, zh, en);

    internal static Refusal Input(string field, string rule, string zh, string en) => new(RefusalCodes.InvalidInput, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal Limit(string code, string rule, string field, string zh, string en) => new(code, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal NotFound(string field, string rule, string zh, string en) => new(RefusalCodes.NotFound, rule, ClauseOf(rule), field, zh, en);

    internal static Refusal? Text(string field, string? text, int max, string rule, bool required = true) => Texts.Fault(field, text, max, rule, ClauseOf(rule), required);

    internal static Refusal? Count(string field, int count, string rule) => count is >= 0 and <= MostCount
        ? null
        : Input(field, rule, $"{field} 为 0 至 {MostCount}，实为 {count}", $"{field} is 0 to {MostCount}, got {count}");

    /// <summary>A text without its margins; null where nothing stands in it.</summary>
    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static string ClauseOf(string rule) => rule switch
    {
        "R003" => "一(一)",
        "R020" or "R021" or "R022" or "R023" or "R024" => "三(一)",
        "R025" or "R026" => "三(二)",
        "R027" => "三(三)",
        "R047" or "R051" => "五",
        _ => "二(四)",
    };
}
