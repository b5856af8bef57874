using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>What a basic grid passes on (全科网格事项转办): its duties are the 12 categories of G006, the 14 further ones are those of all-subject grids (全科网格).
/// A report of such a matter is taken and told to be one, and waits for the centre from the start instead of for the community. Who was asked first stays (T019). G007.</summary>
public static class CaseForwarding
{
    /// <summary>The centre that a report is forwarded to; null where it stays with whoever received it.</summary>
    /// <param name="actor">Who reports.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="category">Its second-level category.</param>
    /// <param name="gridKind">Kind of its grid; null where it is not known.</param>
    /// <param name="rules">Which centre acts.</param>
    public static OrganCode? To(Actor actor, Placement place, CaseCategory category, string? gridKind, CaseRules rules) =>
        gridKind == UnitKinds.Grid && category.IsAllSubject && CaseIntake.Receiver(actor, place) == OrganCode.Of(place.Community) ? rules.CentreOf(place) : null;
}
