using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;

namespace OpsHub.Grains.Rules;

/// <summary>Every two seconds: what was changed in another process. While nothing was, the answer is empty.</summary>
internal sealed partial class RulesLoop(LiveRules rules, IHubDirectory directory, HubClock clock, ILogger<RulesLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (directory.City is { } city)
                    await rules.Refresh(city);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The rules could not be asked for; the former ones are kept")]
    private static partial void Failed(ILogger logger, Exception error);
}
