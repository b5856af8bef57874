namespace OpsHub.Domain.Surveys;

/// <summary>What stages and answers are called (用语).</summary>
public static class SurveyWording
{
    private static readonly (string Zh, string En)[] Answers =
        [("很满意", "Very satisfied"), ("满意", "Satisfied"), ("一般", "Neither"), ("不满意", "Dissatisfied"), ("很不满意", "Very dissatisfied")];

    /// <summary>A stage.</summary>
    public static string Of(SurveyStage stage) => stage switch
    {
        SurveyStage.Planned => "尚未开始",
        SurveyStage.Open => "正在进行",
        SurveyStage.Closed => "已结束",
        SurveyStage.Delivered => "结果已报送",
        _ => throw new InvalidOperationException($"No wording for the stage {stage}."),
    };

    /// <summary>An answer of the scale, 0 for the best.</summary>
    public static (string Zh, string En) Answer(int place) => Answers[place];
}
