using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A family as read at a second: computed once however many ask within it.</summary>
internal sealed class FamilyReading
{
    private readonly DateTimeOffset _asOf;
    private readonly Lazy<Dictionary<UnitCode, SummaryView>> _children;

    public FamilyReading(LiveFamily family, long second)
    {
        (Family, Second, _asOf) = (family, second, DateTimeOffset.FromUnixTimeSeconds(second));
        Own = new SummaryView(family.Own, _asOf);
        _children = new(() => family.Children.ToDictionary(c => c.Code.Unit, c => new SummaryView(c, _asOf)));
    }

    public LiveFamily Family { get; }

    public long Second { get; }

    public SummaryView Own { get; }

    /// <summary>A child's figures; the empty ones for a child that has nothing.</summary>
    public SummaryView Child(UnitCode child) => _children.Value.GetValueOrDefault(child) ?? new SummaryView(Nothing(child), _asOf);

    private static LiveSummary Nothing(UnitCode child) => new(OrganCode.Of(child), 0, 0, UnitSummary.Empty);
}
