using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Mandates;

/// <summary>What a suggestion is about.</summary>
internal sealed class SuggestionSubjectType() : EnumType<SuggestionSubject>("SuggestionSubject", "What a township's suggestion is about (建议对象). T013.",
    ("DECISION", SuggestionSubject.Decision, "A superior's major decision (重大决策)."),
    ("PROJECT", SuggestionSubject.Project, "A superior's major project (重大项目)."));

/// <summary>Answers to suggestions.</summary>
internal sealed class SuggestionAnswerType() : EnumType<SuggestionAnswer>("SuggestionAnswer", "What became of a township's suggestion (建议答复结果). T013.",
    ("ADOPTED", SuggestionAnswer.Adopted, "Adopted (采纳)."),
    ("PARTLY_ADOPTED", SuggestionAnswer.PartlyAdopted, "Adopted in part (部分采纳)."),
    ("NOT_ADOPTED", SuggestionAnswer.NotAdopted, "Not adopted (未采纳); the reply says why."));

/// <summary>Stages of a duty.</summary>
internal sealed class DutyStageType() : EnumType<DutyStage>("TownshipDutyStage", "Where a new duty stands (新增职责环节). R034.",
    ("PROPOSED", DutyStage.Proposed, "Waits for the county's review (待审核)."),
    ("APPROVED", DutyStage.Approved, "Approved with power, staff and funds, not yet in force (已批准). R035."),
    ("REFUSED", DutyStage.Refused, "Refused by the county (未批准)."),
    ("IN_FORCE", DutyStage.InForce, "In force: tasks may rest on it (已生效)."),
    ("ENDED", DutyStage.Ended, "Ended (已终止)."));

/// <summary>Kinds of measures.</summary>
internal sealed class MeasureKindType() : EnumType<MeasureKind>("ResultMeasureKind", "What follows from a poor result (处理措施): four kinds, in no order. T109.",
    ("TALK", MeasureKind.Talk, "Talk (约谈)."),
    ("RECTIFICATION", MeasureKind.Rectification, "Ordered rectification (责令整改)."),
    ("CRITICISM", MeasureKind.Criticism, "Circulated criticism (通报批评)."),
    ("ACCOUNTABILITY", MeasureKind.Accountability, "Accountability (问责)."));
