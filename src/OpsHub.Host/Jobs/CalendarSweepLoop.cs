using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Every two seconds: whether another calendar came. While none did, it looks no further than memory.</summary>
internal sealed partial class CalendarSweepLoop(CalendarSweep sweep, StartupState state, HubClock clock, ILogger<CalendarSweepLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

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

    [LoggerMessage(LogLevel.Information, "日历已更新，{Moved} 件案件、协商和年度考核的期限已重新推算 / The calendar changed: the terms of {Moved} cases, consultations and agencies' years were counted again")]
    private static partial void Moved(ILogger logger, int moved);

    [LoggerMessage(LogLevel.Warning, "Terms could not all be counted again by the new calendar; it goes on in seconds from where it stopped")]
    private static partial void Failed(ILogger logger, Exception error);
}
