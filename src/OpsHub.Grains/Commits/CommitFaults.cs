using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace OpsHub.Grains.Commits;

/// <summary>Faults that tests ask for. Off unless set.</summary>
public sealed class FaultOptions
{
    /// <summary>The process kills itself between the write and the publishing of the n-th change after start; 0 is never.</summary>
    public int KillAfterWrites { get; set; }

    /// <summary>The hub's clock is ahead by so much: the days of a downtime pass at once.</summary>
    public TimeSpan ClockAhead { get; set; }
}

/// <summary>Lets a test kill the process exactly where it hurts most: the state is durable, nothing else is.</summary>
internal sealed class CommitFaults(IOptions<FaultOptions> options)
{
    private int _writes;

    /// <summary>Called after every durable write, before it is published.</summary>
    public void AfterWrite()
    {
        if (options.Value.KillAfterWrites > 0 && Interlocked.Increment(ref _writes) == options.Value.KillAfterWrites)
            Process.GetCurrentProcess().Kill();
    }
}
