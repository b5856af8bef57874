using OpsHub.Contracts.Deadlines;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Jobs;

/// <summary>Asks a sweep every few seconds, once the hub is ready; one that fails is asked again.</summary>
internal abstract class SweepLoop(TimeSpan every, Func<CancellationToken, Task<int>> sweep, StartupState state, HubClock clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (state.IsReady && await sweep(stoppingToken) is > 0 and var moved)
                    Moved(moved);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(error);
            }
        }
    }

    /// <summary>Says how many it changed.</summary>
    protected abstract void Moved(int moved);

    /// <summary>Says why it could not.</summary>
    protected abstract void Failed(Exception error);
}
