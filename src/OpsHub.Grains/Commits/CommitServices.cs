using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Publishing;

namespace OpsHub.Grains.Commits;

/// <summary>What the commit path needs from outside; one for each process.</summary>
internal sealed class CommitServices(IPublisher publisher, ISegmentStore segments, HubClock clock, CommitFaults faults, ILogger<CommitServices> logger)
{
    /// <summary>How long one command is tried again after storage errors before the caller is asked to retry.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public IPublisher Publisher => publisher;

    public ISegmentStore Segments => segments;

    public HubClock Clock => clock;

    public CommitFaults Faults => faults;

    public ILogger Logger => logger;
}
