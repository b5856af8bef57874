namespace OpsHub.Grains.Deadlines;

/// <summary>How many ticks a process has under way, over all its shards: enough to fill the writer's groups, few enough that people's commands
/// don't wait behind them. More would be turned away by a full queue and done twice.</summary>
internal sealed class TickPace
{
    /// <summary>One group at the writer and half of the next in the making.</summary>
    public const int AtOnce = 384;

    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>Carries out one when its turn has come.</summary>
    public async ValueTask Run(Func<Task> tick)
    {
        await _free.WaitAsync();
        try
        {
            await tick();
        }
        finally
        {
            _free.Release();
        }
    }
}
