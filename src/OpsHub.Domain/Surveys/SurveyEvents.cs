using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Surveys;

/// <summary>What happened to a survey (测评事件). An answer is none: nothing of the trace stands beside one.</summary>
/// <param name="At">When it took effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(SurveyPlanned), "SurveyPlanned")]
[JsonDerivedType(typeof(TokensIssued), "TokensIssued")]
[JsonDerivedType(typeof(SurveyOpened), "SurveyOpened")]
[JsonDerivedType(typeof(SurveyExtended), "SurveyExtended")]
[JsonDerivedType(typeof(TownshipReminded), "TownshipReminded")]
[JsonDerivedType(typeof(SurveyEndedEarly), "SurveyEndedEarly")]
[JsonDerivedType(typeof(SurveyClosed), "SurveyClosed")]
[JsonDerivedType(typeof(SurveyDelivered), "SurveyDelivered")]
public abstract record SurveyEvent(DateTimeOffset At)
{
    /// <summary>Reason, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;
}

/// <summary>It is planned, or planned again (测评已安排).</summary>
public sealed record SurveyPlanned(
    DateTimeOffset At, OrganCode Agency, int Year, UnitCode Township, UnitCode Host, int Round, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int Least) : SurveyEvent(At);

/// <summary>Tokens were issued (测评码已发放): how many, and to which group.</summary>
public sealed record TokensIssued(DateTimeOffset At, RaterGroup Group, int Count) : SurveyEvent(At);

/// <summary>It is open (测评已开始).</summary>
public sealed record SurveyOpened(DateTimeOffset At) : SurveyEvent(At);

/// <summary>It runs longer (测评已延长).</summary>
public sealed record SurveyExtended(DateTimeOffset At, DateTimeOffset ClosesAt, string Reason) : SurveyEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;
}

/// <summary>The township was reminded (已提醒).</summary>
/// <param name="At">When.</param>
/// <param name="Reminder">Which of the reminders, 1 for the first; those passed while the hub was down are told as one.</param>
/// <param name="Short">Groups with too few answers.</param>
public sealed record TownshipReminded(DateTimeOffset At, int Reminder, ImmutableList<RaterGroup> Short) : SurveyEvent(At);

/// <summary>The township ends it before its time (提前结束测评): from now on no answer is taken. What was counted is read after this stands, by the hub's own closing.</summary>
/// <param name="At">When.</param>
/// <param name="ClosesAt">From this instant on no more answers.</param>
/// <param name="Reason">Why.</param>
public sealed record SurveyEndedEarly(DateTimeOffset At, DateTimeOffset ClosesAt, string Reason) : SurveyEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;
}

/// <summary>It is closed (测评已结束), with the tallies of the groups that have enough answers, and no figure of the others.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why before its time, as closings once said it; now <see cref="SurveyEndedEarly"/> does, and this is null.</param>
/// <param name="Tallies">Of the groups with enough answers.</param>
/// <param name="TooFew">The other groups.</param>
public sealed record SurveyClosed(DateTimeOffset At, string? Reason, ImmutableList<GroupTally> Tallies, ImmutableList<RaterGroup> TooFew) : SurveyEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;
}

/// <summary>The year has taken its result (结果已报送).</summary>
public sealed record SurveyDelivered(DateTimeOffset At) : SurveyEvent(At);
