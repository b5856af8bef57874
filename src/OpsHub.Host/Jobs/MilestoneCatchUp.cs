using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs;

/// <summary>Once, after the hub first starts with milestones as duties: has every result that is being carried out take stock, so that the day of a milestone adopted before passes
/// as little in silence as of one adopted since. What a consultation has caught up with it never does again, so two processes are harmless. C056.</summary>
internal sealed class MilestoneCatchUp(IConsultationIndex consultations, IGrainFactory grains, HubClock clock, IDbContextFactory<HostContext> database)
{
    private const string Job = "milestone-catch-up";
    private static readonly ConsultationFilter CarriedOut = new() { Stages = [ConsultationStage.Adopted, ConsultationStage.Implementing] };

    /// <summary>Goes over them, unless that was done.</summary>
    public Task Run() => database.Once(Job, clock, () => SweepPages.Each(
        null, page => consultations.Consultations(CarriedOut, ConsultationOrder.BeganAtDescending, page), async row => await grains.Consultation(row.Key).Tick(clock.Now) > 0, _ => Task.CompletedTask, CancellationToken.None));
}
