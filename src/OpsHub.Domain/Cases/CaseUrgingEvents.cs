using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>Urged (已催办、已督办): an answer is due.</summary>
public sealed record CaseUrged(DateTimeOffset At, OrganCode By, int Level, string Note, OrganCode Organ, Term Reply) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.U";
}

/// <summary>Urges were answered (督办已回复).</summary>
public sealed record UrgeAnswered(DateTimeOffset At, OrganCode By, string Answer) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Answer;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.U";
}

/// <summary>Escalated to the county's board (已升级). What the hub escalates by itself is the rung <see cref="RungKind.Escalated"/>.</summary>
public sealed record CaseEscalated(DateTimeOffset At, OrganCode By, string Reason, RiskKind? Risk) : CaseEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM1.E";
}
