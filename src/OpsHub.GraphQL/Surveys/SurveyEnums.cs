using OpsHub.Domain.Surveys;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Surveys;

/// <summary>Stages of a survey.</summary>
internal sealed class SurveyStageType() : EnumType<SurveyStage>("SurveyStage", "Where a satisfaction survey stands (满意度测评状态). A024.",
    ("PLANNED", SurveyStage.Planned, "Its window is set, tokens may be issued (已安排)."),
    ("OPEN", SurveyStage.Open, "Answers are taken (测评中)."),
    ("CLOSED", SurveyStage.Closed, "Over (已结束); the year takes its result once it is assessed."),
    ("DELIVERED", SurveyStage.Delivered, "The agency's year has its result (已报送)."));

/// <summary>What may be done with a survey.</summary>
internal enum SurveyStep
{
    Plan,
    Issue,
    Extend,
    Close,
}

/// <summary>What may be done with a survey.</summary>
internal sealed class SurveyMoveType() : EnumType<SurveyStep>("SurveyMove", "A step that may be taken with a survey (可办事项).",
    ("PLAN", SurveyStep.Plan, "planSurvey (安排): another window, or another round."),
    ("ISSUE_TOKENS", SurveyStep.Issue, "issueSurveyTokens (发放测评码)."),
    ("EXTEND", SurveyStep.Extend, "extendSurvey (延长)."),
    ("CLOSE", SurveyStep.Close, "closeSurvey (提前结束)."));
