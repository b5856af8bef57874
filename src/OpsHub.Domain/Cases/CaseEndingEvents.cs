using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Merged into another case (已并案). <c>Terms</c>: what nobody owes any more.</summary>
public sealed record CaseMerged(DateTimeOffset At, OrganCode By, string Target, string TargetNumber, string Reason, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.4";
}

/// <summary>Another case was merged into this one (已并入): its reporters join.</summary>
public sealed record CaseJoined(
    DateTimeOffset At, string From, string Number, OrganCode? FirstAsked = null, SourceTicket? Source = null, string? Reporter = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Number;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.4";
}

/// <summary>Evaluated (已评价), late or within the window.</summary>
public sealed record CaseEvaluated(DateTimeOffset At, OrganCode By, CaseEvaluation Evaluation, string? Note) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.18";
}

/// <summary>Reopened (已重开): a new cycle begins with triage.</summary>
public sealed record CaseReopened(DateTimeOffset At, OrganCode By, string Reason, OrganCode NextHolder, Term Triage) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.19";
}

/// <summary>Withdrawn (已撤回). <c>Terms</c>: what nobody owes any more.</summary>
public sealed record CaseWithdrawn(DateTimeOffset At, OrganCode By, string Reason, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.20";
}
