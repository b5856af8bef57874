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

/// <summary>What the shell found out about a case to merge into.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Grid">Where it lies.</param>
/// <param name="Category">Second-level category.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="Emergency">Whether it is an emergency.</param>
public sealed record MergeTarget(string Key, string Number, UnitCode Grid, string Category, CaseStage Stage, DateTimeOffset ReportedAt, bool Emergency);

/// <summary>All that a decision about a case rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect: now, or the past instant that is entered.</param>
/// <param name="Rules">Calendar and parameters.</param>
/// <param name="NextSequence">Sequence that the next trace entry will have; opens terms.</param>
public sealed record CaseContext(Actor Actor, DateTimeOffset Now, RuleBook Rules, long NextSequence)
{
    /// <summary>The units in force where the case lies: over its grid, or over what took an ended one over. Of a report those over the grid that it names; null where that is unknown or not in force.</summary>
    public Placement? Placement { get; init; }

    /// <summary>Version of the hierarchy by which placement and destination are, see <see cref="UnitsInForce"/>.</summary>
    public long Directory { get; init; }

    /// <summary>Kind of the grid reported from (网格类别), as the divisions file spells it; null where it is not known. For reports only. G007.</summary>
    public string? GridKind { get; init; }

    /// <summary>The number that a new case gets. For reports only.</summary>
    public string Number { get; init; } = "";

    /// <summary>What is known of the organs named in a dispatch, and of a lead that feeds back.</summary>
    public ImmutableDictionary<OrganCode, OrganFacts> Organs { get; init; } = ImmutableDictionary<OrganCode, OrganFacts>.Empty;

    /// <summary>The case to merge into, as it stands; null when there is none that the actor may see.</summary>
    public MergeTarget? Target { get; init; }

    /// <summary>The units over the grid that a case is put into; null where it is unknown or not in force.</summary>
    public Placement? Destination { get; init; }

    /// <summary>What an organ is called, for what people read; its code where nothing else is known.</summary>
    public Func<OrganCode, string> NameOf { get; init; } = organ => organ.Value;

    /// <summary>The systems whose tickets the actor may report (来源系统). For reports only. G017.</summary>
    public ImmutableHashSet<string> Systems { get; init; } = [];

    /// <summary>The units that may act on a case: those in force, of a grid that is no more those that took it over, who also read it; those by which it was placed last where nobody looked.</summary>
    internal Placement PlaceOf(Case state) => Placement ?? state.Placement;

    internal UnitsInForce? InForce => Placement is { } place ? new(place, Directory) : null;

    /// <summary>Opens a term of a case that runs from now, by whichever of the limits ends first; where two end together, by the former.
    /// <c>others</c> are terms of the same stem that the same event opens.</summary>
    internal Term Open(Case? state, string stem, string name, OrganCode holder, ImmutableList<StepLimit> limits, string rule = "G022", int others = 0)
    {
        var count = (state?.CountTerms(stem) ?? 0) + others;
        var id = count == 0 ? stem : $"{stem}-{count + 1}";
        return limits.ConvertAll(Of).MinBy(t => t.Due)!;

        Term Of(StepLimit limit) => Terms.Open(
            id, name, holder.Value, Now, NextSequence, limit.Budget, limit.Basis with { RuleId = rule }, Rules.Calendar, Rules.Cases.Hours);
    }

    /// <summary>Opens the parts of assisting units with their terms: each has as long as the lead.</summary>
    internal (ImmutableList<CasePart> Parts, ImmutableList<Term> Terms) OpenParts(Case state, ImmutableList<OrganCode> assists)
    {
        var terms = assists.Select((organ, i) => Open(state, "part", "协办", organ, CaseDispatching.HandlingLimits(state, this), "SM1.14", i)).ToImmutableList();
        return ([.. assists.Zip(terms, (organ, term) => new CasePart(organ, term.Id))], terms);
    }

    /// <summary>The open terms that nobody owes any more, lifted.</summary>
    internal ImmutableList<Term> Lifted(Case state, string reason, Predicate<Term>? which = null) =>
        state.Terms.FindAll(t => t.IsOpen && which?.Invoke(t) != false).ConvertAll(t => Terms.Lift(t, Now, NextSequence, reason));
}
