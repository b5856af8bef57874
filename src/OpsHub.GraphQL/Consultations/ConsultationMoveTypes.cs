using GraphQL.Types;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A move.</summary>
internal sealed class ConsultationMoveType : Described<OfferedMove>
{
    public ConsultationMoveType() : base("ConsultationMove", "A step that this actor may take now (可办步骤), with the inputs it takes, so that a front end needs no copy of the rules.")
    {
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `makePlan`.", m => ConsultationMoveNames.Of(m.Move.Command));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 制定方案.", m => ConsultationWording.Of(m.Move.Command).Zh);
        One<StringGraphType>("labelEn", "The same in English.", m => ConsultationMoveLabels.En(m.Move.Command));
        One<StringGraphType>("rule", "Row of SM2 or rule that it rests on, e.g. `SM2.5`.", m => m.Move.Row);
        Maybe<ConsultationStageType>("to", "Stage afterwards (办理后步骤); null where it stays, or where what is said decides.", m => m.Move.To);
        Many<ConsultationMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, consultationId, expectedVersion and occurredAt.", m => m.Inputs).WithAssumedSize(4);
    }
}

/// <summary>An input of a move.</summary>
internal sealed class ConsultationMoveInputType : Described<ConsultationMoveInput>
{
    public ConsultationMoveInputType() : base("ConsultationMoveInput", "An input of a step (录入项), with its bounds as the consultation stands now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => ConsultationMoveLabels.Zh(i.Name));
        One<StringGraphType>("labelEn", "The same in English.", i => ConsultationMoveLabels.En(i.Name));
        One<ConsultationInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it, as the consultation stands now.", i => i.Required);
        Maybe<IntGraphType>("max", "Most characters, entries, or the greatest number; null where nothing bounds it.", i => i.Max);
        Maybe<IntGraphType>("min", "Least number, or fewest entries; null for other kinds.", i => i.Min);
        Many<StringGraphType>("choices", "Choices as the API writes them; empty for other kinds.", i => i.Choices ?? []).WithAssumedSize(4);
        Maybe<InstantType>("after", "An instant must lie after this; null where nothing bounds it.", i => i.After);
        Maybe<InstantType>("before", "An instant must not lie after this; null where nothing bounds it.", i => i.Before);
    }
}

/// <summary>Kinds of inputs.</summary>
internal sealed class ConsultationInputKindType() : EnumType<ConsultationInputKind>("ConsultationInputKind", "Kind of value that an input of a consultation's step takes (录入类型).",
    ("TEXT", ConsultationInputKind.Text, "Text (文本)."),
    ("TEXTS", ConsultationInputKind.Texts, "Several texts (多项文本)."),
    ("CHOICE", ConsultationInputKind.Choice, "One of the choices (单选)."),
    ("CHOICES", ConsultationInputKind.Choices, "Several of the choices (多选)."),
    ("FLAG", ConsultationInputKind.Flag, "Yes or no (是否)."),
    ("NUMBER", ConsultationInputKind.Number, "A whole number (整数)."),
    ("INSTANT", ConsultationInputKind.Instant, "An instant (时间)."),
    ("COMMUNITY", ConsultationInputKind.Community, "A community's code (社区)."),
    ("COMMUNITIES", ConsultationInputKind.Communities, "Several communities' codes (多个社区)."),
    ("MATTER_FACTS", ConsultationInputKind.MatterFacts, "Facts of the matter: MatterFactsInput (事项情况)."),
    ("PARTICIPANT_CLASSES", ConsultationInputKind.ParticipantClasses, "Participants by kind and community: a list of ParticipantClassInput (参与主体)."),
    ("DISSENTS", ConsultationInputKind.Dissents, "Dissents: a list of NewDissentInput (不同意见)."),
    ("MILESTONES", ConsultationInputKind.Milestones, "Milestones: a list of MilestoneInput (节点)."));
