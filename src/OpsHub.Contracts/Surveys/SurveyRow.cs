using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;

namespace OpsHub.Contracts.Surveys;

/// <summary>A survey as lists see it (测评索引行). Written by its own grain; only a higher version replaces. Who may see which of its figures: <see cref="SurveyAccess"/>.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Version">Storage version.</param>
/// <param name="County">County in which the township stands, in force.</param>
/// <param name="City">Its city.</param>
/// <param name="State">The survey.</param>
/// <param name="Length">Length of its trace.</param>
public sealed record SurveyRow(string Key, long Version, UnitCode County, UnitCode City, Survey State, long Length);

/// <summary>What a token stands for (测评码所属): a survey and a group, and nothing about its holder.</summary>
/// <param name="Key">Grain key of the survey.</param>
/// <param name="Round">Its round.</param>
/// <param name="Group">The group.</param>
/// <param name="Survey">The survey as it stands.</param>
public sealed record SurveySlip(string Key, int Round, RaterGroup Group, Survey Survey);

/// <summary>What became of an answer (填写结果).</summary>
public enum BallotOutcome
{
    /// <summary>Counted (已计入).</summary>
    Counted,

    /// <summary>The token was used, or never was (测评码已用或不存在).</summary>
    UnknownToken,

    /// <summary>Too early (尚未开始).</summary>
    NotOpen,

    /// <summary>Too late (已结束).</summary>
    Closed,
}
