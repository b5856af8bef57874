namespace OpsHub.Host.Startup;

/// <summary>Runs the start-up sequence once the silo runs. A failure is told and ends the process with its exit code.</summary>
internal sealed class StartupService(StartupSequence sequence, StartupState state, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await sequence.Run(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            state.Fail(FatalErrors.Tell(error, Console.Error));
            lifetime.StopApplication();
        }
    }
}
