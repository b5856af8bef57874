using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>The demonstration's agency that serves several townships (区域性派驻机构): hosted by the leader's, weighed by A026.</summary>
/// <param name="Host">Host township.</param>
/// <param name="Others">The other townships served, one or two, by code.</param>
internal sealed record DemoArea(UnitCode Host, ImmutableList<UnitCode> Others)
{
    private const string Department = "D29";

    /// <summary>Its code: of a department that stations nobody else in the demonstration.</summary>
    public OrganCode Agency => OrganCode.Parse($"{Host}-{Department}");

    /// <summary>What each township's part weighs (权重); they sum to 1.</summary>
    public ImmutableSortedDictionary<UnitCode, decimal> Weights => Others.Count == 1
        ? ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(Host, 0.6m).Add(Others[0], 0.4m)
        : ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(Host, 0.5m).Add(Others[0], 0.3m).Add(Others[1], 0.2m);

    /// <summary>The leader's township with its next neighbours in the county; null where it has none.</summary>
    public static DemoArea? Of(IReadOnlyList<UnitRow> townships)
    {
        var near = townships.Count == 0 ? [] : townships.Where(t => t.Kind != "special-unit" && t.Code.At(UnitLevel.County) == townships[0].Code.At(UnitLevel.County)).Take(3).Select(t => t.Code).ToImmutableList();
        return near.Count < 2 || near[0] != townships[0].Code ? null : new(near[0], near.RemoveAt(0));
    }

    /// <summary>Its registration.</summary>
    public EstablishAgency Establish(string county) =>
        new(Agency, $"{county}片区环保所", OrganCode.Parse($"{Host.At(UnitLevel.County)}:{Department}"), Host, [Host, .. Others], [], Generated: true);
}
