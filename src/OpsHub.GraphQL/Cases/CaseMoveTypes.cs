using GraphQL.Types;
using OpsHub.Domain.Cases;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Cases;

/// <summary>A move with its inputs, as this case stands for this actor.</summary>
internal sealed record OfferedMove(CaseMove Move, IReadOnlyList<CaseMoveInput> Inputs);

/// <summary>A move.</summary>
internal sealed class CaseMoveType : Described<OfferedMove>
{
    public CaseMoveType() : base("CaseMove", "A step that this actor may take now (可办步骤), with the inputs it takes, so that a front end needs no copy of the rules.")
    {
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `dispatchCase`.", m => CaseMoveNames.Of(m.Move));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 派单.", m => CaseMoveLabels.Zh(m.Move));
        One<StringGraphType>("labelEn", "The same in English.", m => CaseMoveLabels.En(m.Move));
        One<StringGraphType>("rule", "Row of SM1 or rule that it rests on, e.g. `SM1.6`; `HUB` for what is our own.", m => m.Move.Row);
        Maybe<CaseStageType>("to", "Stage afterwards (办理后状态); null where it stays.", m => m.Move.To);
        Many<CaseMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, caseId, expectedVersion and occurredAt.", m => m.Inputs).WithAssumedSize(4);
    }
}

/// <summary>An input of a move.</summary>
internal sealed class CaseMoveInputType : Described<CaseMoveInput>
{
    public CaseMoveInputType() : base("CaseMoveInput", "An input of a step (录入项), with its bounds as the case stands now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => CaseMoveLabels.Zh(i.Name));
        One<StringGraphType>("labelEn", "The same in English.", i => CaseMoveLabels.En(i.Name));
        One<MoveInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it, as the case stands now.", i => i.Required);
        Maybe<IntGraphType>("max", "Most characters, entries, or the greatest number; null where nothing bounds it.", i => i.Max);
        Maybe<IntGraphType>("min", "Least number; null for other kinds.", i => i.Min);
        Many<StringGraphType>("choices", "Choices as the API writes them; empty for other kinds.", i => i.Choices ?? []).WithAssumedSize(4);
        Maybe<InstantType>("after", "An instant must lie after this; null where nothing bounds it.", i => i.After);
        Maybe<InstantType>("before", "An instant must not lie after this; null where nothing bounds it.", i => i.Before);
    }
}

/// <summary>An organ that a case may be given to.</summary>
internal sealed class CaseCandidateType : Described<CaseCandidate>
{
    public CaseCandidateType() : base("CaseCandidate", "An organ that a case may be given to (可派单位), by the checks of the dispatch itself.")
    {
        One<OrganType>("organ", "The organ (单位).", c => c.Organ);
        One<BooleanGraphType>("leads", "True when it may lead (可牵头). G046, R029-R031.", c => c.Leads);
        One<BooleanGraphType>("assists", "True when it may assist (可协办). SM1.14.", c => c.Assists);
        One<BooleanGraphType>("owns", "True when it, or its department, owns the case's category, recorded or assumed (主管部门).", c => c.Owns);
    }
}

/// <summary>Kinds of inputs.</summary>
internal sealed class MoveInputKindType() : EnumType<MoveInputKind>("MoveInputKind", "Kind of value that an input of a step takes (录入类型).",
    ("TEXT", MoveInputKind.Text, "Text (文本)."),
    ("CHOICE", MoveInputKind.Choice, "One of the choices (单选)."),
    ("FLAG", MoveInputKind.Flag, "Yes or no (是否)."),
    ("NUMBER", MoveInputKind.Number, "A whole number (整数)."),
    ("INSTANT", MoveInputKind.Instant, "An instant (时间)."),
    ("ORGAN", MoveInputKind.Organ, "Code of an organ (单位)."),
    ("ORGANS", MoveInputKind.Organs, "Codes of several organs (多个单位)."),
    ("PARTIES", MoveInputKind.Parties, "Organs with their parts, exactly one leading (派单单位)."),
    ("TEXTS", MoveInputKind.Texts, "Several texts (多项文本)."),
    ("CASE", MoveInputKind.Case, "Global id of another case (案件)."));

/// <summary>Kinds of risk.</summary>
internal sealed class RiskKindType() : EnumType<RiskKind>("RiskKind", "What a dispute may lead to (风险类别). C065.",
    ("OFFENCE", RiskKind.Offence, "A criminal case (刑事案件)."),
    ("MASS", RiskKind.Mass, "A mass incident (群体性事件)."),
    ("EXTREME", RiskKind.Extreme, "An extreme act (极端事件)."));
