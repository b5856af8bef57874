using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Hierarchy;

/// <summary>A unit's summary with its place in time. Greater (epoch, version) is newer.</summary>
/// <param name="Code">The unit or agency.</param>
/// <param name="Epoch">From a database sequence, one for each activation.</param>
/// <param name="Version">Counts changes within the epoch.</param>
/// <param name="Facts">The facts; overdue and due today follow at read time.</param>
[GenerateSerializer, Immutable, Alias("LiveSummary")]
public sealed record LiveSummary(
    [property: Id(0)] OrganCode Code, [property: Id(1)] long Epoch, [property: Id(2)] long Version, [property: Id(3)] UnitSummary Facts);

/// <summary>A unit's summary and those of its children.</summary>
/// <param name="Own">The unit's.</param>
/// <param name="Children">Its children's, by code; without children that have nothing.</param>
[GenerateSerializer, Immutable, Alias("LiveFamily")]
public sealed record LiveFamily([property: Id(0)] LiveSummary Own, [property: Id(1)] IReadOnlyList<LiveSummary> Children);

/// <summary>A subject's contribution, absolute.</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Contribution">What it adds; null when it no longer belongs to the receiver.</param>
[GenerateSerializer, Immutable, Alias("SubjectPush")]
public sealed record SubjectPush([property: Id(0)] string Subject, [property: Id(1)] long Version, [property: Id(2)] CaseContribution? Contribution);

/// <summary>A child's summary, absolute.</summary>
/// <param name="Child">The child.</param>
/// <param name="Epoch">Its epoch.</param>
/// <param name="Version">Its version.</param>
/// <param name="Facts">Its facts; null when it is no longer a child of the receiver.</param>
[GenerateSerializer, Immutable, Alias("ChildPush")]
public sealed record ChildPush([property: Id(0)] UnitCode Child, [property: Id(1)] long Epoch, [property: Id(2)] long Version, [property: Id(3)] UnitSummary? Facts);

/// <summary>A consultation's contribution to its home unit, absolute.</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Contribution">What it adds; null when its home is another unit now.</param>
[GenerateSerializer, Immutable, Alias("ConsultationPush")]
public sealed record ConsultationPush([property: Id(0)] string Subject, [property: Id(1)] long Version, [property: Id(2)] ConsultationContribution? Contribution);
