using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Rules;

/// <summary>The rules of a city as they were changed (规则变更): categories, limits, parameters, calendar, closures. Version 1 is what the hub came with;
/// every change is one version more, and none is ever taken back: a mistake is corrected by another.</summary>
public sealed record RuleSet
{
    /// <summary>The city.</summary>
    public required UnitCode City { get; init; }

    /// <summary>Every change, by version.</summary>
    public ImmutableList<RuleChange> Changes { get; init; } = [];

    /// <summary>The newest version, in effect or announced.</summary>
    [JsonIgnore]
    public int Version => Changes.IsEmpty ? 1 : Changes[^1].Version;

    /// <summary>Folds one event.</summary>
    public static RuleSet Apply(RuleSet? state, RuleEvent happened) => happened switch
    {
        RuleChanged e when e.Change.Version == (state?.Version ?? 1) + 1 => (state ?? new() { City = e.City }) is var set ? set with { Changes = set.Changes.Add(e.Change) } : null!,
        _ => throw new InvalidOperationException($"The rules at version {state?.Version ?? 1} do not know the event {happened.GetType().Name}."),
    };
}

/// <summary>One change of the rules (一次规则变更). The same for everyone who reads it: no account is named, the trace has that.</summary>
/// <param name="Version">Its version, from 2.</param>
/// <param name="At">When it was decided.</param>
/// <param name="EffectiveFrom">The day from whose beginning it holds, Asia/Shanghai.</param>
/// <param name="Reason">Why.</param>
/// <param name="Role">Role that decided it.</param>
/// <param name="By">Organ that decided it.</param>
/// <param name="County">The county for which alone it holds; null for the whole city.</param>
/// <param name="Value">What it sets.</param>
public sealed record RuleChange(int Version, DateTimeOffset At, DateOnly EffectiveFrom, string Reason, Role Role, OrganCode By, UnitCode? County, RuleValue Value);

/// <summary>What happened to the rules.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RuleChanged), nameof(RuleChanged))]
public abstract record RuleEvent;

/// <summary>The rules were changed (规则已变更).</summary>
/// <param name="City">The city.</param>
/// <param name="Change">The change.</param>
public sealed record RuleChanged(UnitCode City, RuleChange Change) : RuleEvent;
