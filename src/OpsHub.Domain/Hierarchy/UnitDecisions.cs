using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Hierarchy;

/// <summary>What a decision about a unit needs to know of other units.</summary>
/// <param name="OtherInForce">Whether the unit that the command names as parent or as merging partner is in force on the command's day, see <see cref="UnitDecisions.OtherOf"/>.</param>
/// <param name="HasChildren">Whether children stand under this unit on the day it is to end, or later.</param>
/// <param name="OtherEnds">The day on which the unit named ends, null while none is decided.</param>
/// <param name="AboveOther">The parent of the unit named, on the command's day.</param>
public sealed record UnitFacts(bool OtherInForce, bool HasChildren, DateOnly? OtherEnds = null, UnitCode? AboveOther = null);

/// <summary>Decides commands to units (区划变更规则). Pure.</summary>
public static class UnitDecisions
{
    /// <summary>The longest name, in characters; the longest official one has 54.</summary>
    public const int MaxName = 100;

    private static readonly Decision<UnitEvent> Nothing = Decision<UnitEvent>.Nothing;

    /// <summary>The other unit that a command names and the day on which it must be in force; null if it names none.
    /// Where a unit's beginning is not known, its parent's today counts.</summary>
    public static (UnitCode Code, DateOnly On)? OtherOf(UnitCommand command, DateOnly today) => command switch
    {
        EstablishUnit { Parent: { } parent } c => (parent, c.EffectiveFrom == Unit.BeginningUnknown ? today : c.EffectiveFrom),
        MoveUnit c => (c.Parent, c.EffectiveFrom),
        MergeUnit c => (c.Into, c.On),
        _ => null,
    };

    /// <summary>The day on which a command is to end its unit, or null for every other command.</summary>
    public static DateOnly? EndOf(UnitCommand command) => command switch
    {
        MergeUnit c => c.On,
        DissolveUnit c => c.On,
        _ => null,
    };

    /// <summary>What the records of other units say about a command.</summary>
    /// <param name="unit">The unit that the command is for.</param>
    /// <param name="command">The command.</param>
    /// <param name="other">The unit that <see cref="OtherOf"/> names, or null when there is none.</param>
    /// <param name="children">Where the command is to end its unit: those that stand under it today.</param>
    /// <param name="today">The local day.</param>
    public static UnitFacts FactsOf(UnitCode unit, UnitCommand command, Unit? other, IEnumerable<Unit> children, DateOnly today)
    {
        var day = OtherOf(command, today)?.On ?? today;
        return new(
            other?.IsInForceOn(day) == true,
            EndOf(command) is { } end && children.Any(c => c.IsUnderFrom(unit, end)),
            other?.Ending?.On,
            other?.ParentOn(day));
    }

    /// <summary>Decides a command.</summary>
    /// <param name="unit">The state, null before the unit is established.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it.</param>
    /// <param name="facts">What is known of other units.</param>
    /// <param name="today">The local day: by it the actor's unit is judged, and what can take effect.</param>
    public static Decision<UnitEvent> Decide(Unit? unit, UnitCommand command, Actor actor, UnitFacts facts, DateOnly today) => (unit, command) switch
    {
        (null, EstablishUnit c) => UnitEstablishing.Decide(c, actor, facts),
        (null, _) => UnitRefusals.NotFound(),
        ({ } u, _) when !MayChange(actor, u.Code, u.ParentOn(today)) => UnitRefusals.NotAllowed(u.Code),
        ({ } u, EstablishUnit c) => UnitEstablishing.IsSame(u, c) ? Nothing : UnitRefusals.Exists(u.Code),
        ({ } u, TakeEffect c) => c.On > today ? UnitRefusals.NotYet(c.On) : u.PendingEffect(today) == c.On ? new ChangeTookEffect(c.On) : Nothing,
        ({ Ending: { } ending }, MergeUnit or DissolveUnit) => IsSameEnd(ending, command) ? Nothing : UnitRefusals.Ended(ending),
        ({ } u, RenameUnit c) => BeforeEnd(u, c.EffectiveFrom, Rename(u, c)),
        ({ } u, ReclassifyUnit c) => BeforeEnd(u, c.EffectiveFrom, Reclassify(u, c)),
        ({ } u, MoveUnit c) => BeforeEnd(u, c.EffectiveFrom, Move(u, c, facts)),
        ({ } u, MergeUnit c) => c.Into == u.Code || c.Into.Level != u.Level ? UnitRefusals.BadMerge()
            : !facts.OtherInForce ? UnitRefusals.Orphan(c.Into)
            : End(u, c.On, new UnitMerged(c.Into, c.On), facts),
        ({ } u, DissolveUnit c) => End(u, c.On, new UnitDissolved(c.On), facts),
        ({ } u, SetGridFigures c) => BeforeEnd(u, today, SetFigures(u, c)),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>The refusal of a command that names another unit than the one it was given to.</summary>
    public static Decision<UnitEvent> OtherUnit(UnitCode named, UnitCode given) => UnitRefusals.OtherUnit(named, given);

    /// <summary>G015: a community's committee sets up its own grids; the administrator and the hub itself change any unit.</summary>
    internal static bool MayChange(Actor actor, UnitCode code, UnitCode? parent) => actor.Role switch
    {
        Role.Administrator or Role.Scheduler => true,
        Role.CommunityCommittee => code.Level == UnitLevel.Grid && parent is { } community && actor.Organ == OrganCode.Of(community),
        _ => false,
    };

    internal static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name.Trim().Length == name.Length && !name.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c == '\uFFFD');

    private static Decision<UnitEvent> Rename(Unit unit, RenameUnit c) =>
        !IsName(c.Name) ? UnitRefusals.BadName()
        : c.EffectiveFrom < unit.History[0].From ? UnitRefusals.TooEarly(unit.History[0].From)
        : unit.NameOn(c.EffectiveFrom) == c.Name ? Nothing
        : new UnitRenamed(c.Name, c.EffectiveFrom);

    private static Decision<UnitEvent> Reclassify(Unit unit, ReclassifyUnit c) =>
        !UnitKinds.IsKnown(unit.Level, c.Kind) ? UnitRefusals.UnknownKind(c.Kind, unit.Level)
        : c.EffectiveFrom < unit.History[0].From ? UnitRefusals.TooEarly(unit.History[0].From)
        : unit.KindOn(c.EffectiveFrom) == c.Kind ? Nothing
        : new UnitReclassified(c.Kind, c.EffectiveFrom);

    private static Decision<UnitEvent> Move(Unit unit, MoveUnit c, UnitFacts facts) =>
        unit.Level == UnitLevel.City || c.Parent.Level != unit.Level - 1 ? UnitRefusals.WrongParent(unit.Level)
        : c.EffectiveFrom < unit.History[0].From ? UnitRefusals.TooEarly(unit.History[0].From)
        : unit.ParentOn(c.EffectiveFrom) == c.Parent ? Nothing
        : !facts.OtherInForce ? UnitRefusals.Orphan(c.Parent) // G011
        : new UnitMoved(c.Parent, c.EffectiveFrom) is var moved && facts.OtherEnds is { } end && Unit.Apply(unit, moved).IsUnderFrom(c.Parent, end)
            ? UnitRefusals.ParentEnds(c.Parent, end) // it would be an orphan from that day on
            : moved;

    // A decided end forbids only what would take effect once the unit is no more; what changes nothing is never forbidden.
    private static Decision<UnitEvent> BeforeEnd(Unit unit, DateOnly effective, Decision<UnitEvent> change) =>
        unit.Ending is { } ending && effective >= ending.On && !change.Events.IsEmpty ? UnitRefusals.Ended(ending) : change;

    private static Decision<UnitEvent> End(Unit unit, DateOnly on, UnitEvent end, UnitFacts facts) =>
        on <= unit.History[0].From ? UnitRefusals.TooEarly(unit.History[0].From)
        : facts.HasChildren ? UnitRefusals.HasChildren() // G011: they would be orphans
        : end;

    private static bool IsSameEnd(UnitEnding ending, UnitCommand command) => command switch
    {
        MergeUnit c => ending == new UnitEnding(c.On, c.Into),
        DissolveUnit c => ending == new UnitEnding(c.On, null),
        _ => false,
    };

    private static Decision<UnitEvent> SetFigures(Unit unit, SetGridFigures c) =>
        unit.Level != UnitLevel.Grid ? UnitRefusals.FiguresOfGridsOnly()
        : c.Figures is { Population: < 0 } or { AreaKm2: < 0 } or { Load: < 0 } ? UnitRefusals.FiguresMissing()
        : unit.Figures == c.Figures ? Nothing
        : new GridFiguresSet(c.Figures);
}
