using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;

namespace OpsHub.Domain.Rules;

/// <summary>What a change sets (变更内容).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "sets")]
[JsonDerivedType(typeof(CategorySet), nameof(CategorySet))]
[JsonDerivedType(typeof(LimitsSet), nameof(LimitsSet))]
[JsonDerivedType(typeof(ParameterSet), nameof(ParameterSet))]
[JsonDerivedType(typeof(CalendarLoaded), nameof(CalendarLoaded))]
[JsonDerivedType(typeof(ClosureAnnounced), nameof(ClosureAnnounced))]
[JsonDerivedType(typeof(ClosureEnded), nameof(ClosureEnded))]
public abstract record RuleValue;

/// <summary>A category as it is from then on (类别). Its limits are set apart.</summary>
/// <param name="Code">Code.</param>
/// <param name="Parent">First-level code, or null.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Emergency">An emergency by nature.</param>
/// <param name="Owner">Id of the department that owns it, or null.</param>
/// <param name="OwnerSource">Where the owner is recorded; null where it is assumed.</param>
/// <param name="Retired">Takes no new cases.</param>
public sealed record CategorySet(
    string Code, string? Parent, string Name, string NameEn, bool Emergency, string? Owner, string? OwnerSource, bool Retired) : RuleValue;

/// <summary>Limits (时限).</summary>
/// <param name="Limits">Each with what it holds for.</param>
public sealed record LimitsSet(ImmutableList<SetLimit> Limits) : RuleValue;

/// <summary>A parameter (参数).</summary>
/// <param name="Name">Its name, as part 5.2 has it.</param>
/// <param name="Value">Its value as <see cref="RuleParameters"/> read it.</param>
/// <param name="Source">Where it is written; null where it is assumed.</param>
public sealed record ParameterSet(string Name, string Value, string? Source) : RuleValue;

/// <summary>A year of the official calendar, new or amended (官方日历).</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Its arranged days, all of them.</param>
public sealed record CalendarLoaded(int Year, ImmutableList<OfficialDay> Days) : RuleValue;

/// <summary>A local closure was announced (临时停工停办). Its id is the change's version.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive.</param>
public sealed record ClosureAnnounced(DateOnly First, DateOnly Last) : RuleValue;

/// <summary>A local closure ends earlier than announced, or is called off (停工提前结束).</summary>
/// <param name="Closure">Its id.</param>
/// <param name="LastDay">The last closed day now; before its first where it is called off.</param>
public sealed record ClosureEnded(int Closure, DateOnly LastDay) : RuleValue;
