using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;

namespace OpsHub.Storage.Hierarchy;

/// <summary>Refreshes the directory, so that what another process imported, and what takes effect at midnight, is known here within half a minute.</summary>
internal sealed partial class DirectoryLoop(IHubDirectory directory, HubClock clock, ILogger<DirectoryLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await directory.Refresh(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The directory of units could not be refreshed; the former one is kept")]
    private static partial void Failed(ILogger logger, Exception error);
}
