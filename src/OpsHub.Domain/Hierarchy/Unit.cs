using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OpsHub.Domain.Hierarchy;

/// <summary>What a unit was from a day on (沿革): holds until the next period.</summary>
/// <param name="From">First day.</param>
/// <param name="Name">Name (名称).</param>
/// <param name="Kind">Kind (类别), see <see cref="UnitKinds"/>.</param>
/// <param name="Parent">Parent (上级); null for a city.</param>
public sealed record UnitPeriod(DateOnly From, string Name, string Kind, UnitCode? Parent);

/// <summary>The three figures by which grids are divided (网格划分依据). G001.</summary>
/// <param name="Population">Resident population (人口规模), persons.</param>
/// <param name="AreaKm2">Area (辖区面积), square kilometres.</param>
/// <param name="Load">Service load (服务管理事项), matters a year.</param>
public sealed record GridFigures(int Population, decimal AreaKm2, int Load);

/// <summary>A grid's reach into other communities (跨社区网格), allowed with a reason and the township's approval. G002.</summary>
/// <param name="Communities">The other communities it reaches into.</param>
/// <param name="Reason">Why (理由).</param>
/// <param name="Approver">The township that approved it (批准单位).</param>
public sealed record GridCrossing(ImmutableList<UnitCode> Communities, string? Reason, UnitCode? Approver);

/// <summary>End of a unit (撤销、合并).</summary>
/// <param name="On">First day on which it no longer is.</param>
/// <param name="MergedInto">The unit that took it over, or null when it was dissolved.</param>
public sealed record UnitEnding(DateOnly On, UnitCode? MergedInto);

/// <summary>A unit of the hierarchy (区划单元): city, county, township, community or grid, with its history. G011.</summary>
public sealed record Unit
{
    /// <summary>Where a unit's beginning is not known, it begins on the first day there is.</summary>
    public static readonly DateOnly BeginningUnknown = DateOnly.MinValue;

    /// <summary>Official code (区划代码); never changes, also when the unit moves.</summary>
    public required UnitCode Code { get; init; }

    /// <summary>Its periods, ascending by first day, future ones included; never empty.</summary>
    public required ImmutableList<UnitPeriod> History { get; init; }

    /// <summary>True for a unit generated for demonstration (演示生成).</summary>
    public bool Generated { get; init; }

    /// <summary>The figures of a grid, null for other levels.</summary>
    public GridFigures? Figures { get; init; }

    /// <summary>A grid's reach into other communities, or null.</summary>
    public GridCrossing? Crossing { get; init; }

    /// <summary>Its end, or null while none is decided; may lie ahead.</summary>
    public UnitEnding? Ending { get; init; }

    /// <summary>The last day whose changes the hub has let take effect, or null.</summary>
    public DateOnly? TookEffectOn { get; init; }

    /// <summary>The level (层级).</summary>
    [JsonIgnore]
    public UnitLevel Level => Code.Level;

    /// <summary>True from its first day until the day before its end.</summary>
    public bool IsInForceOn(DateOnly day) => day >= History[0].From && (Ending is null || day < Ending.On);

    /// <summary>The period that holds on a day; before the first day, the first one.</summary>
    public UnitPeriod PeriodOn(DateOnly day) => History.FindLast(p => p.From <= day) ?? History[0];

    /// <summary>Its name on a day.</summary>
    public string NameOn(DateOnly day) => PeriodOn(day).Name;

    /// <summary>Its kind on a day.</summary>
    public string KindOn(DateOnly day) => PeriodOn(day).Kind;

    /// <summary>Its parent on a day, null for a city.</summary>
    public UnitCode? ParentOn(DateOnly day) => PeriodOn(day).Parent;

    /// <summary>True when, on a day or later, it is in force under a parent.</summary>
    public bool IsUnderFrom(UnitCode parent, DateOnly day) =>
        (Ending is null || day < Ending.On)
        && (ParentOn(day) == parent || History.Exists(p => p.Parent == parent && p.From > day && (Ending is null || p.From < Ending.On)));

    /// <summary>True when it stood under more than one parent by a day.</summary>
    public bool HasMovedBy(DateOnly day) => History.Where(p => p.From <= day).Select(p => p.Parent).Distinct().Count() > 1;

    /// <summary>The next day after this one on which something changes, or null.</summary>
    public DateOnly? NextChange(DateOnly after) => ChangeDays.Where(d => d > after).Select(d => (DateOnly?)d).Min();

    /// <summary>The last day up to this one whose changes have yet to take effect, or null.</summary>
    public DateOnly? PendingEffect(DateOnly today) => ChangeDays.Where(d => d <= today && d > (TookEffectOn ?? History[0].From)).Select(d => (DateOnly?)d).Max();

    private IEnumerable<DateOnly> ChangeDays => History.Select(p => p.From).Concat(Ending is { } ending ? [ending.On] : []);

    /// <summary>The state after an event; null before the first.</summary>
    public static Unit Apply(Unit? unit, UnitEvent happened) => (unit, happened) switch
    {
        (null, UnitEstablished e) => new Unit
        {
            Code = e.Code,
            History = [new UnitPeriod(e.EffectiveFrom, e.Name, e.Kind, e.Parent)],
            Generated = e.Generated,
            Figures = e.Figures,
            Crossing = e.Crossing,
        },
        ({ } u, UnitRenamed e) => u with { History = UnitHistory.Change(u.History, e.EffectiveFrom, p => p.Name, (p, name) => p with { Name = name }, e.Name) },
        ({ } u, UnitReclassified e) => u with { History = UnitHistory.Change(u.History, e.EffectiveFrom, p => p.Kind, (p, kind) => p with { Kind = kind }, e.Kind) },
        ({ } u, UnitMoved e) => u with { History = UnitHistory.Change(u.History, e.EffectiveFrom, p => p.Parent, (p, parent) => p with { Parent = parent }, e.Parent) },
        ({ } u, UnitMerged e) => u with { Ending = new UnitEnding(e.On, e.Into) },
        ({ } u, UnitDissolved e) => u with { Ending = new UnitEnding(e.On, null) },
        ({ } u, GridFiguresSet e) => u with { Figures = e.Figures },
        ({ } u, ChangeTookEffect e) => u with { TookEffectOn = e.On },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to {unit?.Code.Value ?? "a unit that does not exist"}."),
    };
}
