using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;

namespace OpsHub.Grains.Hierarchy;

/// <summary>What live summaries need from outside; one for each process.</summary>
internal sealed class SummaryServices(
    IGrainFactory grains, IHubIndex index, IConsultationIndex consultations, IPublisher publisher, HubClock clock, IOptions<HierarchyOptions> options, ILogger<SummaryServices> logger)
{
    public IGrainFactory Grains => grains;

    public IHubIndex Index => index;

    public IConsultationIndex Consultations => consultations;

    public IPublisher Publisher => publisher;

    public HubClock Clock => clock;

    public HierarchyOptions Options => options.Value;

    public ILogger Logger => logger;
}
