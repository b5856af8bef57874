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
        new(RefusalCodes.NotFound, "G011", "三(三)", "grid", $"没有网格 {grid}，或已不再使用", $"There is no grid {grid} in force");

    internal static Refusal NoPower(string rule, string organ, string? field = null) =>
        Guard("NO_POWER", rule, "四(一)", $"{organ}没有登记本类事项的执法权", $"{organ} is not recorded as holder of the enforcement power in this category", field);

    internal static Refusal WrongStage(CaseStage? stage, CaseMove move) => new(
        RefusalCodes.WrongState, move.Row, "三(四)", null,
        stage is not { } s ? "案件不存在"
            : move.From.IsEmpty ? "案件已上报过"
            : $"案件处于“{CaseWording.Of(s)}”，不能{CaseWording.Of(move)}；本步骤只能在“{string.Join("、", move.From.Select(CaseWording.Of))}”时办理",
        stage is not { } t ? "There is no such case"
            : move.From.IsEmpty ? "The case has been reported already"
            : $"The case is {t}; {move.Command.Name} is permitted only from {string.Join(", ", move.From)}");

    /// <summary>A text that is missing, too long or broken, or null when it is fine.</summary>
    internal static Refusal? Text(string field, string? text, int max, bool required = true) => Texts.Fault(field, text, max, "G019", "三(四)", required);
}
