using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Notices;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Notices;

/// <summary>How channels go over the whole hub (渠道总况), counted once a minute for whoever operates it.</summary>
internal sealed partial class ChannelHealth(IChannelTable channels, StartupState state, HubClock clock, ILogger<ChannelHealth> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>As last counted; nothing before the first time.</summary>
    public ChannelCounts Counts { get; private set; } = new(0, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await state.WhenReady.WaitAsync(stoppingToken);
            using var timer = new PeriodicTimer(Every, clock.Time);
            do
            {
                await Count(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Counts now; keeps what was where the database doesn't answer.</summary>
    public async Task Count(CancellationToken cancel)
    {
        try
        {
            Counts = await channels.Counts(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            CountFailed(failure);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Channels could not be counted")]
    private partial void CountFailed(Exception failure);
}
