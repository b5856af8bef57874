using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Index;

/// <summary>Who took a unit over (承接单位).</summary>
public static class UnitSuccessors
{
    /// <summary>The unit that took it over, or took that one over since; the unit itself where none did. A row tells an end only once it took effect.</summary>
    public static UnitCode Successor(this IHubDirectory directory, UnitCode unit)
    {
        for (var steps = 0; steps < 10 && directory.Unit(unit)?.MergedInto is { } into; steps++)
            unit = into;
        return unit;
    }

    /// <summary>The unit in force in its place, itself where it is; null where it ended and nobody took it over.</summary>
    public static UnitCode? SuccessorInForce(this IHubDirectory directory, UnitCode unit) => directory.Successor(unit) is var into && directory.Unit(into) is { EndedOn: null } ? into : null;
}
