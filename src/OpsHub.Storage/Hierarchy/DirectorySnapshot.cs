using System.Collections.Frozen;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Hierarchy;

/// <summary>The hierarchy at one moment, ready for look-ups. Immutable; replaced as a whole.</summary>
internal sealed class DirectorySnapshot
{
    public static readonly DirectorySnapshot Empty = new([], [], default);

    private readonly FrozenDictionary<UnitCode, UnitRow> _units;
    private readonly FrozenDictionary<UnitCode, UnitRow[]> _children;
    private readonly FrozenDictionary<OrganCode, AgencyRow> _agencies;
    private readonly FrozenDictionary<UnitCode, AgencyRow[]> _serving;

    public DirectorySnapshot(IReadOnlyCollection<UnitRow> units, IReadOnlyCollection<AgencyRow> agencies, DateOnly today)
    {
        _units = units.ToFrozenDictionary(u => u.Code);
        _children = units.Where(u => u.Parent is not null && InForce(u, today)).OrderBy(u => u.Code)
            .GroupBy(u => u.Parent!.Value).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _agencies = agencies.ToFrozenDictionary(a => a.Code);
        _serving = agencies.SelectMany(a => a.Served, (agency, township) => (agency, township))
            .GroupBy(p => p.township, p => p.agency).ToFrozenDictionary(g => g.Key, g => g.OrderBy(a => a.Code.Value, StringComparer.Ordinal).ToArray());
        City = units.Where(u => u.Code.Level == UnitLevel.City && InForce(u, today)).Select(u => (UnitCode?)u.Code).FirstOrDefault();
        Today = today;
        Version = units.Sum(u => u.Version); // rows are never deleted and versions only grow
        EndedGrids = [.. units.Where(u => u.Code.Level == UnitLevel.Grid && u.EndedOn <= today).OrderBy(u => u.Code)];
    }

    public DateOnly Today { get; }

    public UnitCode? City { get; }

    public long Version { get; }

    public IReadOnlyList<UnitRow> EndedGrids { get; }

    public UnitRow? Unit(UnitCode code) => _units.GetValueOrDefault(code);

    public AgencyRow? Agency(OrganCode code) => _agencies.GetValueOrDefault(code);

    public IReadOnlyList<UnitRow> Children(UnitCode parent) => _children.GetValueOrDefault(parent) ?? [];

    public IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township) => _serving.GetValueOrDefault(township) ?? [];

    public IReadOnlyList<UnitCode> Upwards(UnitCode code)
    {
        var path = new List<UnitCode>(5);
        for (UnitRow? unit = Unit(code); unit is not null && path.Count < 5; unit = unit.Parent is { } p ? Unit(p) : null)
            path.Add(unit.Code);
        return path;
    }

    public Placement? Place(UnitCode grid)
    {
        if (grid.Level != UnitLevel.Grid || Unit(grid) is not { } unit || !InForce(unit, Today))
            return null;
        return Upwards(grid) is [var g, var community, var township, var county, var city] ? new(g, community, township, county, city) : null;
    }

    public IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level) =>
        parent.Level >= level ? [] : parent.Level + 1 == level ? Children(parent) : [.. Children(parent).SelectMany(c => Descendants(c.Code, level))];

    private static bool InForce(UnitRow unit, DateOnly today) => unit.EffectiveFrom <= today && (unit.EndedOn is not { } end || today < end);
}
