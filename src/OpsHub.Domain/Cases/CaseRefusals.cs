using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Refusals of cases, in both languages.</summary>
internal static class CaseRefusals
{
    internal static Refusal NotAllowed(string rule, string clause, string zh, string en, string? field = null) =>
        new(RefusalCodes.NotAllowed, rule, clause, field, zh, en);

    internal static Refusal Input(string field, string rule, string clause, string zh, string en) =>
        new(RefusalCodes.InvalidInput, rule, clause, field, zh, en);

    internal static Refusal Guard(string code, string rule, string clause, string zh, string en, string? field = null) =>
        new(code, rule, clause, field, zh, en);

    internal static Refusal NoGrid(UnitCode grid) =>
        new(RefusalCodes.NotFound, "G011", "三(三)", "grid", $"没有网格 {grid},或已不再使用", $"There is no grid {grid} in force");

    internal static Refusal NoPower(string rule, OrganCode organ, string? field = null) =>
        Guard("NO_POWER", rule, "四(一)", $"{organ} 没有登记本类事项的执法权", $"{organ} is not recorded as holder of the enforcement power in this category", field);

    internal static Refusal WrongStage(CaseStage? stage, CaseMove move) => new(
        RefusalCodes.WrongState, move.Row, "三(四)", null,
        stage is not { } s ? "案件不存在"
            : move.From.IsEmpty ? "案件已上报过"
            : $"案件处于“{CaseWording.Of(s)}”,不能{CaseWording.Of(move)};本步骤只能在“{string.Join("、", move.From.Select(CaseWording.Of))}”时办理",
        stage is not { } t ? "There is no such case"
            : move.From.IsEmpty ? "The case has been reported already"
            : $"The case is {t}; {move.Command.Name} is permitted only from {string.Join(", ", move.From)}");

    /// <summary>A text that is missing or too long, or null when it is fine.</summary>
    internal static Refusal? Text(string field, string? text, int max, bool required = true)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            return Input(field, "G019", "三(四)", $"{field} 必填", $"{field} is required");
        if (text is null)
            return null;
        if (text.Length > max)
            return Input(field, "G019", "三(四)", $"{field} 最多 {max} 字,实为 {text.Length} 字", $"{field} takes at most {max} characters, got {text.Length}");
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || !IsWellFormed(text)
            ? Input(field, "G019", "三(四)", $"{field} 含有控制字符或编码错误", $"{field} holds control characters or broken encoding")
            : null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFD')
                return false;
        }

        return true;
    }
}
