using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Agencies;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Agencies;

/// <summary>A stationed agency (派驻机构), live: its record, and the summary of the cases it leads or assists.
/// Key: <see cref="GrainKeys.Agency(Domain.Hierarchy.OrganCode)"/>.</summary>
[Alias("IAgencyGrain")]
public interface IAgencyGrain : ISubjectGrain
{
    /// <summary>Decides a command to the agency's record.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(AgencyCommand command, CommandContext context);

    /// <summary>The agency's record, or null when it was never established.</summary>
    [Alias("Get")]
    [AlwaysInterleave]
    Task<Agency?> Get();

    /// <summary>Its summary.</summary>
    [Alias("Summary")]
    [AlwaysInterleave]
    Task<LiveSummary> Summary();

    /// <summary>Trace entries of its record after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all. Waits its turn behind a command.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);

    /// <summary>Takes a subject's contribution; lower versions are dropped.</summary>
    [Alias("PushSubject")]
    [AlwaysInterleave]
    Task PushSubject(SubjectPush push);

    /// <summary>Re-reads the index; the number of cells that differed.</summary>
    [Alias("Recount")]
    [AlwaysInterleave]
    Task<int> Recount();
}
