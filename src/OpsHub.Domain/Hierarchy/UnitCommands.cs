using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>A command to a unit.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(EstablishUnit), nameof(EstablishUnit))]
[JsonDerivedType(typeof(RenameUnit), nameof(RenameUnit))]
[JsonDerivedType(typeof(ReclassifyUnit), nameof(ReclassifyUnit))]
[JsonDerivedType(typeof(MoveUnit), nameof(MoveUnit))]
[JsonDerivedType(typeof(MergeUnit), nameof(MergeUnit))]
[JsonDerivedType(typeof(DissolveUnit), nameof(DissolveUnit))]
[JsonDerivedType(typeof(SetGridFigures), nameof(SetGridFigures))]
[JsonDerivedType(typeof(TakeEffect), nameof(TakeEffect))]
public abstract record UnitCommand;

/// <summary>Establishes a unit (设立). Equal content again changes nothing.</summary>
/// <param name="Code">Official code; says the level.</param>
/// <param name="Name">Name, at most <see cref="UnitDecisions.MaxName"/> characters.</param>
/// <param name="Kind">Kind, one of its level's.</param>
/// <param name="Parent">Parent, exactly one level up; null for a city.</param>
/// <param name="EffectiveFrom">First day; <see cref="Unit.BeginningUnknown"/> where it is not known.</param>
/// <param name="Generated">True for demonstration units.</param>
/// <param name="Figures">For a grid its three figures (G001), else null.</param>
/// <param name="Crossing">For a grid that reaches into other communities (G002), else null.</param>
public sealed record EstablishUnit(
    UnitCode Code,
    string Name,
    string Kind,
    UnitCode? Parent,
    DateOnly EffectiveFrom,
    bool Generated = false,
    GridFigures? Figures = null,
    GridCrossing? Crossing = null) : UnitCommand;

/// <summary>Gives a unit another name from a day on (更名).</summary>
/// <param name="Name">The new name.</param>
/// <param name="EffectiveFrom">First day; may lie ahead.</param>
public sealed record RenameUnit(string Name, DateOnly EffectiveFrom) : UnitCommand;

/// <summary>Makes a unit one of another kind from a day on, e.g. a township a town (撤乡设镇).</summary>
/// <param name="Kind">The new kind, one of its level's.</param>
/// <param name="EffectiveFrom">First day; may lie ahead.</param>
public sealed record ReclassifyUnit(string Kind, DateOnly EffectiveFrom) : UnitCommand;

/// <summary>Puts a unit under another parent from a day on (划转).</summary>
/// <param name="Parent">The new parent, exactly one level up.</param>
/// <param name="EffectiveFrom">First day; may lie ahead.</param>
public sealed record MoveUnit(UnitCode Parent, DateOnly EffectiveFrom) : UnitCommand;

/// <summary>Merges a unit into another of its level (合并). Its children must have been moved before.</summary>
/// <param name="Into">The unit that takes it over.</param>
/// <param name="On">First day on which it no longer is; may lie ahead.</param>
public sealed record MergeUnit(UnitCode Into, DateOnly On) : UnitCommand;

/// <summary>Dissolves a unit (撤销). Its children must have been moved before.</summary>
/// <param name="On">First day on which it no longer is; may lie ahead.</param>
public sealed record DissolveUnit(DateOnly On) : UnitCommand;

/// <summary>Sets the figures of a grid (网格数据更新). G001.</summary>
/// <param name="Figures">All three.</param>
public sealed record SetGridFigures(GridFigures Figures) : UnitCommand;

/// <summary>Lets what was decided for a day take effect on it (生效): the hub gives this command itself, so that lists show the change.</summary>
/// <param name="On">The day, today or before.</param>
public sealed record TakeEffect(DateOnly On) : UnitCommand;
