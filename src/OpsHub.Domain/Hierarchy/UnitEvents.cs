using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Something that happened to a unit.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(UnitEstablished), nameof(UnitEstablished))]
[JsonDerivedType(typeof(UnitRenamed), nameof(UnitRenamed))]
[JsonDerivedType(typeof(UnitReclassified), nameof(UnitReclassified))]
[JsonDerivedType(typeof(UnitMoved), nameof(UnitMoved))]
[JsonDerivedType(typeof(UnitMerged), nameof(UnitMerged))]
[JsonDerivedType(typeof(UnitDissolved), nameof(UnitDissolved))]
[JsonDerivedType(typeof(GridFiguresSet), nameof(GridFiguresSet))]
[JsonDerivedType(typeof(ChangeTookEffect), nameof(ChangeTookEffect))]
public abstract record UnitEvent;

/// <summary>The unit was established (已设立).</summary>
/// <param name="Code">Official code.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Parent">Parent, null for a city.</param>
/// <param name="EffectiveFrom">First day.</param>
/// <param name="Generated">True for demonstration units.</param>
/// <param name="Figures">Figures of a grid.</param>
/// <param name="Crossing">Reach into other communities, with reason and approver (G002).</param>
public sealed record UnitEstablished(
    UnitCode Code, string Name, string Kind, UnitCode? Parent, DateOnly EffectiveFrom, bool Generated, GridFigures? Figures, GridCrossing? Crossing) : UnitEvent;

/// <summary>The unit has another name from a day on (已更名).</summary>
/// <param name="Name">The new name.</param>
/// <param name="EffectiveFrom">First day.</param>
public sealed record UnitRenamed(string Name, DateOnly EffectiveFrom) : UnitEvent;

/// <summary>The unit is of another kind from a day on (类别已变更).</summary>
/// <param name="Kind">The new kind.</param>
/// <param name="EffectiveFrom">First day.</param>
public sealed record UnitReclassified(string Kind, DateOnly EffectiveFrom) : UnitEvent;

/// <summary>The unit stands under another parent from a day on (已划转).</summary>
/// <param name="Parent">The new parent.</param>
/// <param name="EffectiveFrom">First day.</param>
public sealed record UnitMoved(UnitCode Parent, DateOnly EffectiveFrom) : UnitEvent;

/// <summary>The unit was merged into another (已合并).</summary>
/// <param name="Into">The unit that took it over.</param>
/// <param name="On">First day on which it no longer is.</param>
public sealed record UnitMerged(UnitCode Into, DateOnly On) : UnitEvent;

/// <summary>The unit was dissolved (已撤销).</summary>
/// <param name="On">First day on which it no longer is.</param>
public sealed record UnitDissolved(DateOnly On) : UnitEvent;

/// <summary>The grid's figures were set (网格数据已更新).</summary>
/// <param name="Figures">All three.</param>
public sealed record GridFiguresSet(GridFigures Figures) : UnitEvent;

/// <summary>What was decided for a day is now in force (已生效).</summary>
/// <param name="On">The day.</param>
public sealed record ChangeTookEffect(DateOnly On) : UnitEvent;
