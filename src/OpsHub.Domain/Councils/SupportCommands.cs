using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>A command to a unit's support file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(RecordSupport), nameof(RecordSupport))]
[JsonDerivedType(typeof(EndSupport), nameof(EndSupport))]
[JsonDerivedType(typeof(TellSupport), nameof(TellSupport))]
public abstract record SupportCommand;

/// <summary>Make a record (登记). Which fields a kind takes stands in <see cref="SupportDecisions"/>.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="On">The day.</param>
/// <param name="Text">What it is.</param>
/// <param name="Quantity">A number.</param>
/// <param name="Post">Number of a post.</param>
/// <param name="About">Community or department.</param>
/// <param name="Consultation">Grain key of a consultation.</param>
/// <param name="Risk">Kind of risk.</param>
/// <param name="Flagged">The township must lead consultation of this matter (T087): its decision takes a finished one. T088.</param>
public sealed record RecordSupport(
    SupportKind Kind, DateOnly On, string Text, int? Quantity = null, string? Post = null, OrganCode? About = null, string? Consultation = null, RiskKind? Risk = null,
    bool Flagged = false) : SupportCommand;

/// <summary>End a record (注销): it no longer stands, or was dealt with.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Reason">Why, or what was done; 1-500 characters.</param>
public sealed record EndSupport(string Id, string Reason) : SupportCommand;

/// <summary>Tell the unit what is missing (提醒); by the hub.</summary>
public sealed record TellSupport(ImmutableList<SupportReminder> Reminders) : SupportCommand;

/// <summary>Something that happened to a unit's support file.</summary>
/// <param name="Unit">Whose.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(SupportRecorded), nameof(SupportRecorded))]
[JsonDerivedType(typeof(SupportEnded), nameof(SupportEnded))]
[JsonDerivedType(typeof(SupportTold), nameof(SupportTold))]
public abstract record SupportEvent(UnitCode Unit);

/// <summary>A record was made (已登记).</summary>
public sealed record SupportRecorded(UnitCode Unit, SupportRecord Record) : SupportEvent(Unit);

/// <summary>A record was ended (已注销).</summary>
public sealed record SupportEnded(UnitCode Unit, string Id, SupportKind Kind, DateTimeOffset At, string Reason) : SupportEvent(Unit);

/// <summary>The unit was told (已提醒).</summary>
public sealed record SupportTold(UnitCode Unit, ImmutableList<SupportReminder> Reminders) : SupportEvent(Unit);
