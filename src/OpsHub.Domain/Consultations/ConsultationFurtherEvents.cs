using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>A dissent was explained (已解释说明). C053.</summary>
public sealed record DissentExplained(DateTimeOffset At, int Dissent, string Explanation, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C053";
}

/// <summary>Concluded (已形成协商意见). SM2 row 12.</summary>
public sealed record ConsultationConcluded(DateTimeOffset At, ImmutableList<Duty> Duties, DelegatedReport? Delegated) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.12";
}

/// <summary>Another round (再次协商). SM2 row 13: the plan runs anew.</summary>
public sealed record RoundOpened(DateTimeOffset At, int Round, string? Reason, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.13";
}

/// <summary>Put to a vote (须表决). SM2 rows 14-15.</summary>
public sealed record VoteCalled(DateTimeOffset At, RequiredVote Vote) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Vote.Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.14";
}

/// <summary>A vote was held (已表决). SM2 row 16.</summary>
public sealed record VoteHeld(DateTimeOffset At, ConsultationVote Vote, ImmutableList<Duty> Duties, DelegatedReport? Delegated) : ConsultationEvent(At)
{
    /// <summary>It passed, and meetings of other communities concerned have still to vote. C007.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool More { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.16";
}

/// <summary>Shelved (已搁置). SM2 row 14a.</summary>
public sealed record ConsultationShelved(DateTimeOffset At, string Reason, ImmutableList<Duty> Duties, DelegatedReport? Delegated) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.14a";
}

/// <summary>Closed after a failed vote (未通过结束). SM2 row 17.</summary>
public sealed record FailedClosed(DateTimeOffset At, ImmutableList<Duty> Duties, DelegatedReport? Delegated) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.17";
}

/// <summary>Adopted (已采纳). SM2 row 18. <c>CommunityActs</c>: from now on the matter is one on which the community must act. C055.</summary>
public sealed record ResultAdopted(DateTimeOffset At, Adoption Adoption, bool CommunityActs = false) : ConsultationEvent(At)
{
    /// <summary>A duty for each milestone; null where there is none, and of results from before milestones were duties. C056.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Duty>? Duties { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.18";
}

/// <summary>Implementation started (已组织实施). SM2 row 19.</summary>
public sealed record ImplementationStarted(DateTimeOffset At, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.19";
}

/// <summary>Progress published (已公开进度). C056.</summary>
public sealed record ProgressPublished(DateTimeOffset At, ProgressNote Note, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.19";
}

/// <summary>The supervision committee noted (已监督). C057.</summary>
public sealed record SupervisionNoted(DateTimeOffset At, SupervisionNote Note) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C057";
}

/// <summary>Carried out (已实施完成). SM2 row 20.</summary>
public sealed record ImplementationCompleted(DateTimeOffset At, string Text, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.20";
}

/// <summary>Fed back (已反馈). SM2 row 21. <c>Complete</c>: every audience was told.</summary>
public sealed record ResultFedBack(DateTimeOffset At, ConsultationFeedback Feedback, bool Complete, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.21";
}

/// <summary>Surveyed (已测评). C060.</summary>
public sealed record SurveyRecorded(DateTimeOffset At, SatisfactionSurvey Survey, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.22";
}

/// <summary>Archived (已归档). SM2 row 23.</summary>
public sealed record ConsultationArchived(DateTimeOffset At, ConsultationFile File, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.23";
}

/// <summary>An unlawful result was corrected (已纠正). C054. <c>Duties</c>: those lifted, and the announcement of the correction; where it is opened again, the plan.</summary>
public sealed record ResultCorrected(DateTimeOffset At, Correction Correction, int Round, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <summary>The report up of a delegated matter, void now; null where nothing was to report, and where it is opened again. SM2 row Z.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DelegatedReport? Delegated { get; init; }

    /// <summary>Who was given the result and must hear that it no longer stands; null where nobody was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OrganCode? ReportedTo { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Correction.Ground;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C054";
}

/// <summary>A review ended without correction (复核结束). C074.</summary>
public sealed record ReviewDismissed(DateTimeOffset At, string Reason) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C074";
}

/// <summary>Withdrawn (已撤回). SM2 row Y.</summary>
public sealed record ConsultationWithdrawn(DateTimeOffset At, string Reason, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.Y";
}

/// <summary>Reported up (已上报结果). C058.</summary>
public sealed record ReportedUp(DateTimeOffset At, DelegatedReport Report, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C058";
}

/// <summary>Studied (已研究). C078.</summary>
public sealed record ReportStudied(DateTimeOffset At, DelegatedReport Report, string Note) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C078";
}

/// <summary>Adopted or refused by government or department (已答复). C078.</summary>
public sealed record ReportDecided(DateTimeOffset At, DelegatedReport Report) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Report.Decision;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C078";
}

/// <summary>Fed back to those it concerns (已反馈利益相关者). C059.</summary>
public sealed record ReportFedBack(DateTimeOffset At, DelegatedReport Report, string Text, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C059";
}
