using OpsHub.Contracts.Deadlines;

namespace OpsHub.Host.Startup;

/// <summary>Takes reports from many threads; the health page shows each, the log one every two seconds.</summary>
internal sealed partial class SeedProgress(HubClock clock, StartupState state, ILogger logger) : IProgress<(int Done, int Of)>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private long _told = clock.Time.GetTimestamp();

    public void Report((int Done, int Of) value)
    {
        state.Report(value.Done, value.Of);
        var told = Volatile.Read(ref _told);
        if (clock.Time.GetElapsedTime(told) > Every && Interlocked.CompareExchange(ref _told, clock.Time.GetTimestamp(), told) == told)
            Loading(logger, value.Done, value.Of);
    }

    [LoggerMessage(LogLevel.Information, "Loading units: {Done} of {Of}")]
    private static partial void Loading(ILogger logger, int done, int of);
}
