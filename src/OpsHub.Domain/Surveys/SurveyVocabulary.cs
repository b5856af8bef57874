using System.Text.Json.Serialization;

namespace OpsHub.Domain.Surveys;

/// <summary>Where a survey stands (满意度测评状态).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyStage>))]
public enum SurveyStage
{
    /// <summary>Its window is set, tokens may be issued (已安排).</summary>
    Planned,

    /// <summary>Answers are taken (测评中).</summary>
    Open,

    /// <summary>Over, its tallies are read (已结束).</summary>
    Closed,

    /// <summary>The agency's year has its result (已报送).</summary>
    Delivered,
}

/// <summary>How much of a survey an actor reads (可读范围).</summary>
public enum SurveyReading
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The result, once it is closed (仅结果): the agency that is rated.</summary>
    Result,

    /// <summary>Counts at any time, the result once it is closed (票数和结果).</summary>
    Whole,
}
