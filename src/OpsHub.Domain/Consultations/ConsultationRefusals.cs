using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Consultations;

/// <summary>Refusals of consultations, in both languages.</summary>
internal static class ConsultationRefusals
{
    internal static Refusal NotAllowed(string rule, string clause, string zh, string en, string? field = null) =>
        new(RefusalCodes.NotAllowed, rule, clause, field, zh, en);

    internal static Refusal Input(string field, string rule, string clause, string zh, string en) =>
        new(RefusalCodes.InvalidInput, rule, clause, field, zh, en);

    internal static Refusal Guard(string code, string rule, string clause, string zh, string en, string? field = null) =>
        new(code, rule, clause, field, zh, en);

    /// <summary>What the clause asks for is missing.</summary>
    internal static Refusal Missing(string field, string rule, string clause, string zh, string en) =>
        Input(field, rule, clause, $"缺少{zh}", $"{en} is required");

    /// <summary>A text that is missing, too long or broken, or null when it is fine.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The text.</param>
    /// <param name="max">Most characters.</param>
    /// <param name="rule">Rule that asks for it.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="required">Whether it may be missing.</param>
    internal static Refusal? Text(string field, string? text, int max, string rule, string clause, bool required = true) =>
        Texts.Fault(field, text, max, rule, clause, required);
}
