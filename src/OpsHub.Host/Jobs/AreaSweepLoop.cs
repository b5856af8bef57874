using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Every few seconds: whether units are others. While none is, it looks no further than memory.</summary>
internal sealed partial class AreaSweepLoop(AreaSweep sweep, StartupState state, HubClock clock, ILogger<AreaSweepLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (state.IsReady && await sweep.Run(stoppingToken) is > 0 and var moved)
                    Moved(logger, moved);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "区划已调整，{Moved} 件在办案件已移交现辖单位 / Units changed: {Moved} open cases were handed over to those in force")]
    private static partial void Moved(ILogger logger, int moved);

    [LoggerMessage(LogLevel.Warning, "Cases could not all be handed over to the units in force; units with a case left are gone over again")]
    private static partial void Failed(ILogger logger, Exception error);
}
