using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Units as nodes of the graph.</summary>
internal static class UnitNames
{
    /// <summary>The unit; one with nothing but its code where this process hasn't heard of it yet, because a case never hides for that.</summary>
    public static UnitRow Node(this IHubDirectory directory, UnitCode code) =>
        directory.Unit(code) ?? new UnitRow(code, 0, "unknown", code.Value, code.ParentByCode, DateOnly.MinValue, null, null, false);

    /// <summary>The ancestors in force, city first.</summary>
    public static IReadOnlyList<UnitRow> Ancestors(this IHubDirectory directory, UnitCode code) =>
        [.. directory.Upwards(code).Where(u => u != code).Reverse().Select(directory.Node)];
}
