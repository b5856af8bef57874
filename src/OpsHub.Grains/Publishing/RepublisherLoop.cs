using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Publishing;

namespace OpsHub.Grains.Publishing;

/// <summary>Every two seconds: marks that have stood for two seconds. Every half minute: the database's clock.</summary>
internal sealed class RepublisherLoop(Republisher republisher, IPublisher publisher, HubClock clock, ILogger<RepublisherLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ClockEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        var adjusted = 0L;
        do
        {
            try
            {
                if (adjusted == 0 || clock.Time.GetElapsedTime(adjusted) > ClockEvery)
                {
                    adjusted = clock.Time.GetTimestamp();
                    var off = clock.Adjust(await publisher.Clock(stoppingToken));
                    if (off.Duration() > HubClock.AlarmAbove)
                        RepublisherLog.ClockDiffers(logger, off.TotalSeconds);
                }

                await republisher.Round(Every, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested) // a database timeout may look like a cancellation
            {
                RepublisherLog.RoundFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
