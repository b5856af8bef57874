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
    private const int Batch = 100;
    private static readonly ConsultationFilter CarriedOut = new() { Stages = [ConsultationStage.Adopted, ConsultationStage.Implementing] };

    /// <summary>Goes over them, unless that was done.</summary>
    public async Task Run()
    {
        await using var context = await database.CreateDbContextAsync();
        if (await context.JobPeriods.AnyAsync(p => p.Job == Job))
            return;
        string? after = null;
        do
        {
            var page = await consultations.Consultations(CarriedOut, ConsultationOrder.BeganAtDescending, new PageRequest(Batch, after, null, null));
            foreach (var (row, _) in page.Items)
                await grains.Consultation(row.Key).Tick(clock.Now);
            after = page.HasNext && page.Items.Count > 0 ? page.Items[^1].Cursor : null;
        }
        while (after is not null);

        context.JobPeriods.Add(new JobPeriod { Job = Job, Period = "", DoneAt = clock.Now });
        try
        {
            await context.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Another process of the cluster said so at the same moment.
        }
    }
}
