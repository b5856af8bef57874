using Microsoft.EntityFrameworkCore;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Host.Database;

namespace OpsHub.Host.Jobs.Years;

/// <summary>Once, after the hub first starts with the staff's result as a duty: has every year, whatever its stage, open the terms that it owes since; one that is over has none that would
/// wake it. What a year has caught up with it never does again, so two processes and a start after a kill are harmless. A029, A035.</summary>
internal sealed class YearCatchUp(YearRounds rounds, IRuleBook rules, IGrainFactory grains, HubClock clock, IDbContextFactory<HostContext> database)
{
    private const string Job = "year-catch-up";

    /// <summary>Goes over them, unless that was done.</summary>
    public Task Run() => database.Once(Job, clock, async () =>
    {
        var calendar = rules.Versions.CalendarVersion;
        await rounds.Each(Job, await rounds.InStages(Enum.GetValues<AgencyYearStage>()), row => grains.AgencyYear(row.Agency, row.Year).CatchUp(calendar));
    });
}
