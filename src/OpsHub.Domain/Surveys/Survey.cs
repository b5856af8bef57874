using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Surveys;

/// <summary>The satisfaction survey of an agency's year in one township (满意度测评). A024, A025. Counts and sums, never a ballot, a token or a person.</summary>
public sealed record Survey
{
    /// <summary>The agency that is rated.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>The calendar year that it is rated for.</summary>
    public required int Year { get; init; }

    /// <summary>The township that runs it: a served one.</summary>
    public required UnitCode Township { get; init; }

    /// <summary>Host township of the agency.</summary>
    public required UnitCode Host { get; init; }

    /// <summary>1, or higher where it is held again (第几轮): too few answered, or its result was taken back.</summary>
    public required int Round { get; init; }

    /// <summary>Where it stands.</summary>
    public required SurveyStage Stage { get; init; }

    /// <summary>From this instant on answers are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>From this instant on no more.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Answers that a group takes to be counted and shown (最低有效票数).</summary>
    public required int Least { get; init; }

    /// <summary>Tokens issued in this round, by group (已发放).</summary>
    public ImmutableSortedDictionary<RaterGroup, int> Issued { get; init; } = ImmutableSortedDictionary<RaterGroup, int>.Empty;

    /// <summary>Why it was extended (延长理由), or null. Once.</summary>
    public string? Extended { get; init; }

    /// <summary>When its closing was recorded.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed before its time (提前结束理由), or null.</summary>
    public string? ClosedWhy { get; init; }

    /// <summary>Reminders told in this round.</summary>
    public int Reminded { get; init; }

    /// <summary>Tallies of the groups with enough answers, once it is closed.</summary>
    public ImmutableList<GroupTally> Tallies { get; init; } = [];

    /// <summary>Groups with too few answers, once it is closed (票数不足的主体): nothing else is kept of them.</summary>
    public ImmutableList<RaterGroup> TooFew { get; init; } = [];

    /// <summary>When the year took the result.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>It is over.</summary>
    [JsonIgnore]
    public bool IsClosed => Stage is SurveyStage.Closed or SurveyStage.Delivered;

    /// <summary>What people see of its state at an instant: the window counts, whether or not it has been recorded yet.</summary>
    public SurveyStage StageAt(DateTimeOffset now) => IsClosed || now < OpensAt ? Stage : now < ClosesAt ? SurveyStage.Open : SurveyStage.Closed;

    /// <summary>The year waits for this township's satisfaction though this survey is over: its result was taken back, or by the year's rules it gives none. Then it is held again.</summary>
    public bool IsOwedAnew(AgencyYear year) =>
        IsClosed && year.Stage == AgencyYearStage.Assessing && !year.Surveys.ContainsKey(Township) && (Stage == SurveyStage.Delivered || Satisfaction.Of(Tallies, year.Rules) is null);
}
