using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>More time was asked for (已申请延期). <c>Decision</c> is the term of whoever decides.</summary>
public sealed record ExtensionRequested(DateTimeOffset At, OrganCode By, string Reason, DateTimeOffset Until, OrganCode Decider, Term Decision) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.10";
}

/// <summary>More time was granted (已同意延期). <c>Terms</c>: the handling term with both dues in its ledger, and those of the parts.</summary>
public sealed record ExtensionGranted(DateTimeOffset At, OrganCode By, DateTimeOffset Until, string? Note, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.11";
}

/// <summary>More time was refused (未同意延期).</summary>
public sealed record ExtensionRefused(DateTimeOffset At, OrganCode By, string Reason) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.11";
}

/// <summary>The handling was suspended (已中止). <c>Terms</c> as they stand afterwards.</summary>
public sealed record CaseSuspended(DateTimeOffset At, OrganCode By, string Reason, DateTimeOffset Until, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "HUB.SUSPEND";
}

/// <summary>The handling resumed (已恢复), at the latest when the suspension's limit was reached.</summary>
public sealed record CaseResumed(DateTimeOffset At, OrganCode By, string Reason, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "HUB.SUSPEND";
}

/// <summary>Handed over to the township for coordination (协调中): it is cross-department from here on (R030).</summary>
public sealed record CoordinationBegun(DateTimeOffset At, OrganCode By, string Reason, OrganCode Coordinator, ImmutableList<Term> Terms) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.12";
}

/// <summary>A coordination meeting was recorded (协调会已记录).</summary>
public sealed record MeetingRecorded(DateTimeOffset At, OrganCode By, CaseMeeting Meeting) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Meeting.Minutes;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "T022";
}

/// <summary>Parts were assigned after coordination (已明确分工). <c>Dropped</c>: organs that led or assisted before and have no part any more.</summary>
public sealed record PartsAssigned(
    DateTimeOffset At, OrganCode By, OrganCode Lead, ImmutableList<OrganCode> Assists, string? Note, ImmutableList<CasePart> Parts, ImmutableList<Term> Terms,
    ImmutableList<OrganCode>? Dropped = null) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.13";
}

/// <summary>An assisting unit fed back its part (协办已反馈).</summary>
public sealed record PartFedBack(DateTimeOffset At, OrganCode By, string Result, ImmutableList<string> Evidence) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Result;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.14";
}
