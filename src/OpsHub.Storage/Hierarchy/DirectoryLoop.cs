using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;

namespace OpsHub.Storage.Hierarchy;

/// <summary>Refreshes the directory, so that what another process imported, and what takes effect at midnight, is known here within seconds.
/// Nothing is read again while nothing has changed.</summary>
internal sealed partial class DirectoryLoop(IHubDirectory directory, DirectoryStamp stamp, HubClock clock, ILogger<DirectoryLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly record struct Seen(DateOnly Day, (long Units, long UnitVersions, long Agencies, long AgencyVersions) Stamp);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        Seen? seen = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Read before the rows: what comes in between is read again the next time.
                var now = new Seen(LocalDay.Of(clock.Now), await stamp.Read(stoppingToken));
                if (seen == now)
                    continue;
                await directory.Refresh(stoppingToken);
                seen = now;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The directory of units could not be refreshed; the former one is kept")]
    private static partial void Failed(ILogger logger, Exception error);
}
