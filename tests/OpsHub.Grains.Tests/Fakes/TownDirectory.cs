using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>A directory in which every unit is in force under the parent its code names, save those that were moved, and agencies are as they are given.</summary>
internal sealed class TownDirectory(params AgencyRow[] agencies) : IHubDirectory
{
    /// <summary>How new what it knows is.</summary>
    internal long Known { get; set; }

    /// <summary>Parents in force of units that moved.</summary>
    internal Dictionary<UnitCode, UnitCode> Moved { get; } = [];

    /// <summary>Units that are somebody's children; only those are listed.</summary>
    internal List<UnitRow> Below { get; } = [];

    /// <summary>Units that ended, with the day.</summary>
    internal Dictionary<UnitCode, DateOnly> Ended { get; } = [];

    /// <summary>Units that others took over; they are not in force any more.</summary>
    internal Dictionary<UnitCode, UnitCode> Merged { get; } = [];

    public long Version => Known;

    public UnitCode? City => new UnitCode("4302");

    public UnitRow? Unit(UnitCode code) => new(code, 1, "", code.Value, Parent(code), default, Ended.TryGetValue(code, out var day) ? day : null, Merged.TryGetValue(code, out var into) ? into : null, false);

    public Placement? Place(UnitCode grid) => !Merged.ContainsKey(grid) && Upwards(grid) is [var g, var community, var township, var county, var city] ? new(g, community, township, county, city) : null;

    public AgencyRow? Agency(OrganCode code) => agencies.FirstOrDefault(a => a.Code == code);

    public IReadOnlyList<UnitRow> Children(UnitCode parent) => [.. Below.Where(u => u.Parent == parent && !Ended.ContainsKey(u.Code))];

    public IReadOnlyList<UnitCode> Upwards(UnitCode code) => Parent(code) is { } parent ? [code, .. Upwards(parent)] : [code];

    public IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level) => [.. Below.Where(u => u.Code.Level == level && IsWithin(u.Code, parent)).Select(u => u with { EndedOn = Ended.TryGetValue(u.Code, out var day) ? day : u.EndedOn })];

    public IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township) => [.. agencies.Where(a => a.Served.Contains(township))];

    public string NameOf(OrganCode organ) => organ.Value;

    public bool IsWithin(UnitCode unit, UnitCode above) => Upwards(unit).Contains(above);

    public Task Refresh(CancellationToken cancel = default) => Task.CompletedTask;

    private UnitCode? Parent(UnitCode code) => Moved.TryGetValue(code, out var parent) ? parent : code.ParentByCode;
}
