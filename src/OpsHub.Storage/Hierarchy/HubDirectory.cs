using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Storage.Hierarchy;

/// <summary>The hierarchy as this process knows it, from memory. One snapshot at a time, read from the index.</summary>
internal sealed class HubDirectory(IHubIndex index, IRuleBook rules, HubClock clock) : IHubDirectory
{
    private volatile DirectorySnapshot _now = DirectorySnapshot.Empty;

    public UnitCode? City => _now.City;

    public long Version => _now.Version;

    public IReadOnlyList<UnitRow> EndedGrids => _now.EndedGrids;

    public UnitRow? Unit(UnitCode code) => _now.Unit(code);

    public Placement? Place(UnitCode grid) => _now.Place(grid);

    public IReadOnlyList<UnitRow> Children(UnitCode parent) => _now.Children(parent);

    public IReadOnlyList<UnitCode> Upwards(UnitCode code) => _now.Upwards(code);

    public IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level) => _now.Descendants(parent, level);

    public AgencyRow? Agency(OrganCode code) => _now.Agency(code);

    public IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township) => _now.AgenciesOf(township);

    public string NameOf(OrganCode organ) => organ.Kind switch
    {
        OrganKind.Agency => Agency(organ)?.Name ?? organ.Value,
        OrganKind.Department => (Unit(organ.Unit)?.Name ?? organ.Unit.Value) + (rules.Departments.GetValueOrDefault(organ.DepartmentId!)?.Name ?? organ.DepartmentId),
        _ => Unit(organ.Unit)?.Name ?? organ.Value,
    };

    public bool IsWithin(UnitCode unit, UnitCode above) => unit == above || _now.Upwards(unit).Contains(above);

    public async Task Refresh(CancellationToken cancel = default)
    {
        var units = new List<UnitRow>(16_384);
        await foreach (var unit in index.Units(cancel))
            units.Add(unit);
        var agencies = new List<AgencyRow>();
        await foreach (var agency in index.Agencies(cancel))
            agencies.Add(agency);
        _now = new DirectorySnapshot(units, agencies, LocalDay.Of(clock.Now));
    }
}
