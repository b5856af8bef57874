using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>Refusals of ledgers, councils and support records, in both languages.</summary>
internal static class CouncilRefusals
{
    internal static Refusal NotAllowed(string rule, string clause, string zh, string en, string? field = null) => new(RefusalCodes.NotAllowed, rule, clause, field, zh, en);

    internal static Refusal NotFound(string field, string rule, string clause, string zh, string en) => new(RefusalCodes.NotFound, rule, clause, field, zh, en);

    internal static Refusal Input(string field, string rule, string clause, string zh, string en) => new(RefusalCodes.InvalidInput, rule, clause, field, zh, en);

    internal static Refusal NoUnit(string field, UnitCode unit) =>
        new(RefusalCodes.NotFound, "G011", "三(三)", field, $"没有单位 {unit}，或已不再使用", $"There is no unit {unit} in force");

    /// <summary>A text that is missing, too long or not readable; null when it is fine.</summary>
    internal static Refusal? Text(string field, string? text, int max, string rule, string clause, bool required = true) =>
        Texts.Fault(field, text, max, rule, clause, required);
}
