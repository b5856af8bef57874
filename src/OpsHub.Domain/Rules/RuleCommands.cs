using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>A command to the rules (规则变更指令). Part 4, acts: categories by the city, settings also by a county for itself, each with version and date.</summary>
/// <param name="Reason">Why, 1-500 characters.</param>
/// <param name="EffectiveFrom">The day from which it holds, today or later; null for today. Calendars and closures hold at once.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(AddCategory), nameof(AddCategory))]
[JsonDerivedType(typeof(ChangeCategory), nameof(ChangeCategory))]
[JsonDerivedType(typeof(ChangeLimits), nameof(ChangeLimits))]
[JsonDerivedType(typeof(ChangeParameter), nameof(ChangeParameter))]
[JsonDerivedType(typeof(LoadCalendar), nameof(LoadCalendar))]
[JsonDerivedType(typeof(AmendCalendar), nameof(AmendCalendar))]
[JsonDerivedType(typeof(AddLocalClosure), nameof(AddLocalClosure))]
[JsonDerivedType(typeof(EndLocalClosure), nameof(EndLocalClosure))]
public abstract record RuleCommand(string Reason, DateOnly? EffectiveFrom = null);

/// <summary>Adds a category (新增类别): the city to its list, a county a sub-code of its own under a code of the city. G010, G056.</summary>
/// <param name="Category">The category.</param>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveFrom">From when.</param>
public sealed record AddCategory(CategorySet Category, string Reason, DateOnly? EffectiveFrom = null) : RuleCommand(Reason, EffectiveFrom);

/// <summary>Changes a category that there is (变更类别): name, emergency, owner, retired. Code and parent stay.</summary>
/// <param name="Category">The category as it is to be.</param>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveFrom">From when.</param>
public sealed record ChangeCategory(CategorySet Category, string Reason, DateOnly? EffectiveFrom = null) : RuleCommand(Reason, EffectiveFrom);

/// <summary>Sets limits (变更时限). G022.</summary>
/// <param name="Limits">At most 200; each for a priority, a category, or both.</param>
/// <param name="County">For this county alone; null for the whole city.</param>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveFrom">From when.</param>
public sealed record ChangeLimits(ImmutableList<SetLimit> Limits, UnitCode? County, string Reason, DateOnly? EffectiveFrom = null) : RuleCommand(Reason, EffectiveFrom);

/// <summary>Sets a parameter (变更参数). Part 5.2.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Source">Where it is written; null where it is assumed.</param>
/// <param name="County">For this county alone; null for the whole city.</param>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveFrom">From when.</param>
public sealed record ChangeParameter(string Name, string Value, string? Source, UnitCode? County, string Reason, DateOnly? EffectiveFrom = null)
    : RuleCommand(Reason, EffectiveFrom);

/// <summary>Loads a year of the official calendar that is not loaded yet (载入官方日历). Resolution 6.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Every arranged day of its notice; none where the notice arranges none.</param>
/// <param name="Reason">Why, e.g. the notice's number.</param>
public sealed record LoadCalendar(int Year, ImmutableList<OfficialDay> Days, string Reason) : RuleCommand(Reason);

/// <summary>Amends a year that is loaded (修订官方日历). Resolution 6.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Every arranged day, as the notice now has them.</param>
/// <param name="Reason">Why, e.g. the amending notice's number.</param>
public sealed record AmendCalendar(int Year, ImmutableList<OfficialDay> Days, string Reason) : RuleCommand(Reason);

/// <summary>Announces a closure of one county's offices (发布临时停工停办), before its first day or on it.</summary>
/// <param name="County">The county.</param>
/// <param name="First">First day, today or later.</param>
/// <param name="Last">Last day, inclusive; at most 30 days.</param>
/// <param name="Reason">Why, as announced.</param>
public sealed record AddLocalClosure(UnitCode County, DateOnly First, DateOnly Last, string Reason) : RuleCommand(Reason);

/// <summary>Ends a closure earlier, or calls it off (提前结束停工). Days that have begun stay closed.</summary>
/// <param name="County">The county.</param>
/// <param name="Closure">Its id.</param>
/// <param name="LastDay">The last closed day; yesterday or later.</param>
/// <param name="Reason">Why.</param>
public sealed record EndLocalClosure(UnitCode County, int Closure, DateOnly LastDay, string Reason) : RuleCommand(Reason);
