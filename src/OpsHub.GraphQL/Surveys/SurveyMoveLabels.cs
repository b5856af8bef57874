using OpsHub.Domain.Surveys;

namespace OpsHub.GraphQL.Surveys;

/// <summary>The mutation of each command that a township gives, and what steps and inputs are called, in both languages.</summary>
internal static class SurveyMoveLabels
{
    private static readonly Dictionary<Type, (SurveyStep Step, string Mutation, string Zh, string En)> Steps = new()
    {
        [typeof(PlanSurvey)] = (SurveyStep.Plan, "planSurvey", "安排测评", "Plan the survey"),
        [typeof(IssueTokens)] = (SurveyStep.Issue, "issueSurveyTokens", "发放测评码", "Issue tokens"),
        [typeof(ExtendSurvey)] = (SurveyStep.Extend, "extendSurvey", "延长测评", "Extend the survey"),
        [typeof(CloseSurvey)] = (SurveyStep.Close, "closeSurvey", "提前结束", "Close before its time"),
    };

    private static readonly Dictionary<string, (string Zh, string En)> Inputs = new(StringComparer.Ordinal)
    {
        ["group"] = ("测评主体", "Rater group"),
        ["count"] = ("张数", "How many"),
        ["until"] = ("新的截止日", "New last day"),
        ["opens"] = ("开始日", "First day"),
        ["closes"] = ("截止日", "Last day"),
        ["reason"] = ("理由", "Reason"),
    };

    public static SurveyStep Step(OfferedSurveyMove move) => Steps[move.Command].Step;

    public static string Mutation(OfferedSurveyMove move) => Steps[move.Command].Mutation;

    public static string Zh(OfferedSurveyMove move) => move.AnotherRound ? "再测一轮" : Steps[move.Command].Zh;

    public static string En(OfferedSurveyMove move) => move.AnotherRound ? "Hold another round" : Steps[move.Command].En;

    public static string Zh(string input) => Inputs[input].Zh;

    public static string En(string input) => Inputs[input].En;
}
