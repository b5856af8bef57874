using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Assessments;

/// <summary>Tells whose evidence may have changed (佐证变动), so that nobody else's is counted again. A port with one implementation.</summary>
public interface IEvidenceNews
{
    /// <summary>Agencies with a case that changed after <paramref name="since"/>, of those that lead it, were dispatched to, urged or called, and agencies whose handling of a case fell due from then on.</summary>
    /// <param name="since">From when on; a step that was entered late counts where it took effect.</param>
    /// <param name="now">Until when a term has fallen due.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<IReadOnlyList<OrganCode>> Changed(DateTimeOffset since, DateTimeOffset now, CancellationToken cancel = default);
}
