using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A small city: two counties, the first with two townships, the first of which has two communities with two grids each.</summary>
public sealed class FakeDirectory : IHubDirectory
{
    private readonly SortedDictionary<UnitCode, UnitRow> _units = [];
    private readonly SortedDictionary<string, AgencyRow> _agencies = new(StringComparer.Ordinal);

    public FakeDirectory()
    {
        Add("4302", "株洲市", null);
        Add("430202", "荷塘区", "4302");
        Add("430203", "芦淞区", "4302");
        Add("430203001", "贺家土街道", "430203");
        Add("430203002", "建设街道", "430203");
        Add("430203001001", "一社区", "430203001");
        Add("430203001002", "二社区", "430203001");
        foreach (var community in new[] { "430203001001", "430203001002" })
        {
            Add(community + "001", "网格一", community);
            Add(community + "002", "网格二", community);
        }

        var agency = new AgencyRow(OrganCode.Parse("430203001-D12"), 1, "贺家土综合执法中队", OrganCode.Parse("430203:D12"),
            UnitCode.Parse("430203001"), [UnitCode.Parse("430203001")], true);
        _agencies[agency.Code.Value] = agency;
    }

    public UnitCode? City => UnitCode.Parse("4302");

    public UnitRow? Unit(UnitCode code) => _units.GetValueOrDefault(code);

    public IReadOnlyList<UnitRow> EndedGrids => [.. _units.Values.Where(u => u.Code.Level == UnitLevel.Grid && u.EndedOn is not null)];

    public Placement? Place(UnitCode grid) => Unit(grid) is { EndedOn: null } && Upwards(grid) is [var g, var community, var township, var county, var city] ? new(g, community, township, county, city) : null;

    public IReadOnlyList<UnitRow> Children(UnitCode parent) => [.. _units.Values.Where(u => u.Parent == parent && u.EndedOn is null)];

    public IReadOnlyList<UnitCode> Upwards(UnitCode code)
    {
        var path = new List<UnitCode>();
        for (var unit = Unit(code); unit is not null; unit = unit.Parent is { } parent ? Unit(parent) : null)
            path.Add(unit.Code);
        return path;
    }

    public IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level) => [.. _units.Values.Where(u => u.Code.Level == level && u.Code != parent && IsWithin(u.Code, parent))];

    public AgencyRow? Agency(OrganCode code) => _agencies.GetValueOrDefault(code.Value);

    public IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township) => [.. _agencies.Values.Where(a => a.Served.Contains(township))];

    public string NameOf(OrganCode organ) => Agency(organ)?.Name ?? Unit(organ.Unit)?.Name ?? organ.Value;

    public bool IsWithin(UnitCode unit, UnitCode above) => Upwards(unit).Contains(above);

    public Task Refresh(CancellationToken cancel = default) => Task.CompletedTask;

    /// <summary>Gives a unit another parent, as a re-organisation does.</summary>
    public void Move(string code, string parent, DateOnly? from = null) =>
        _units[UnitCode.Parse(code)] = _units[UnitCode.Parse(code)] with { Parent = UnitCode.Parse(parent), EffectiveFrom = from ?? _units[UnitCode.Parse(code)].EffectiveFrom };

    /// <summary>Ends a unit, which another takes over.</summary>
    public void Merge(string code, string into) =>
        _units[UnitCode.Parse(code)] = _units[UnitCode.Parse(code)] with { EndedOn = new DateOnly(2026, 7, 14), MergedInto = UnitCode.Parse(into) };

    /// <summary>Registers an agency, or registers it anew.</summary>
    public void Put(AgencyRow agency) => _agencies[agency.Code.Value] = agency;

    /// <summary>Gives a unit another kind.</summary>
    public void Kind(string code, string kind) => _units[UnitCode.Parse(code)] = _units[UnitCode.Parse(code)] with { Kind = kind };

    private void Add(string code, string name, string? parent) => _units[UnitCode.Parse(code)] = new UnitRow(
        UnitCode.Parse(code), 1, "kind", name, parent is null ? null : UnitCode.Parse(parent), new DateOnly(2018, 1, 1), null, null, code.Length == 15);
}
