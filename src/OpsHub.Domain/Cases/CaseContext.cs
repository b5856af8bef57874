using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>What the shell found out about an organ before a decision.</summary>
/// <param name="Code">The organ.</param>
/// <param name="Exists">True when it exists and is in force.</param>
/// <param name="Serves">True when it may take cases where this case lies: it covers the placement, or serves the township.</param>
/// <param name="Powers">True when it is recorded as holder of the enforcement power in this case's category. R031, T027.</param>
public sealed record OrganFacts(OrganCode Code, bool Exists, bool Serves, bool Powers = false);

/// <summary>All that a decision about a case rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect: now, or the past instant that is entered.</param>
/// <param name="Rules">Calendar and parameters.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have; opens terms.</param>
public sealed record CaseContext(Actor Actor, DateTimeOffset Now, RuleBook Rules, long NextSequence)
{
    /// <summary>The units in force over the case's grid, or null when it is unknown or not in force.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The number that a new case gets. For reports only.</summary>
    public string Number { get; init; } = "";

    /// <summary>What is known of the organs named in a dispatch, and of a lead that feeds back.</summary>
    public ImmutableDictionary<OrganCode, OrganFacts> Organs { get; init; } = ImmutableDictionary<OrganCode, OrganFacts>.Empty;

    /// <summary>The units that may act on a case: those in force, which are also those that read it; of a grid that is no more, those when it was reported.</summary>
    internal Placement PlaceOf(Case state) => Placement ?? state.Placement;

    /// <summary>Opens a term of a case that runs from now, by whichever of the limits ends first; where two end together, by the former.</summary>
    internal Term Open(Case? state, string stem, string name, OrganCode holder, ImmutableList<StepLimit> limits)
    {
        var count = state?.CountTerms(stem) ?? 0;
        var id = count == 0 ? stem : $"{stem}-{count + 1}";
        return limits.ConvertAll(Of).MinBy(t => t.Due)!;

        Term Of(StepLimit limit) => Terms.Open(
            id, name, holder.Value, Now, NextSequence, limit.Budget, limit.Basis, Rules.Calendar, Rules.Cases.Hours);
    }
}
