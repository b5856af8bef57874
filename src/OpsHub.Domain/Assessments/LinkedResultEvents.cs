using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Assessments;

/// <summary>The host township's result was recorded (已登记驻地考核结果). A031. Another grade than before takes the staff's band back with it.</summary>
/// <param name="At">When.</param>
/// <param name="Result">The result.</param>
/// <param name="Reason">Why it replaces the former one; null for the first.</param>
public sealed record HostResultRecorded(DateTimeOffset At, HostResult Result, string? Reason) : AgencyYearEvent(At)
{
    /// <summary>It took the staff's band back (绩效等次须重新登记).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TakesBack { get; init; }

    /// <summary>The term of the staff's result; null where none was opened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A031";
}

/// <summary>The staff's result was recorded (已登记人员绩效结果). A029, A030.</summary>
public sealed record StaffResultRecorded(DateTimeOffset At, StaffResult Result) : AgencyYearEvent(At)
{
    /// <summary>Why it replaces the former one; null for the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Its term, done; null where none ran.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A029";
}

/// <summary>The daily-work score was recorded (已登记日常工作考核). A034.</summary>
public sealed record DailyWorkRecorded(DateTimeOffset At, DailyWork Work) : AgencyYearEvent(At)
{
    /// <summary>Why it replaces the former one, where that was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A034";
}
