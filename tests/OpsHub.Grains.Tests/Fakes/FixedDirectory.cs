using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>A directory in which every unit is as its code says, and two agencies serve the township.</summary>
internal sealed class FixedDirectory(params OrganCode[] agencies) : IHubDirectory
{
    /// <summary>What organs are called, where it is not their code.</summary>
    internal Dictionary<OrganCode, string> Names { get; } = [];

    public UnitCode? City => new UnitCode("4302");

    public UnitRow? Unit(UnitCode code) => new(code, 1, "", code.Value, code.ParentByCode, default, null, null, false);

    public Placement? Place(UnitCode grid) => grid.Level != UnitLevel.Grid
        ? null
        : new(grid, grid.At(UnitLevel.Community), grid.At(UnitLevel.Township), grid.At(UnitLevel.County), grid.At(UnitLevel.City));

    public AgencyRow? Agency(OrganCode code) => agencies.Contains(code)
        ? new(code, 1, code.Value, OrganCode.Of(code.Unit.At(UnitLevel.County)), code.Unit, [code.Unit], false)
        : null;

    public IReadOnlyList<UnitRow> Children(UnitCode parent) => [];

    public IReadOnlyList<UnitCode> Upwards(UnitCode code) => [];

    public IReadOnlyList<UnitRow> Descendants(UnitCode parent, UnitLevel level) => level == UnitLevel.County ? [Unit(new("430203"))!, Unit(new("430204"))!] : [];

    public IReadOnlyList<AgencyRow> AgenciesOf(UnitCode township) => [.. agencies.Select(a => Agency(a)!)];

    public string NameOf(OrganCode organ) => Names.GetValueOrDefault(organ, organ.Value);

    public bool IsWithin(UnitCode unit, UnitCode above) => unit.Value.StartsWith(above.Value, StringComparison.Ordinal);

    public Task Refresh(CancellationToken cancel = default) => Task.CompletedTask;
}
