using System.Collections.Concurrent;

namespace OpsHub.Host.Jobs;

/// <summary>How a job goes through many: some at once; one that fails holds up no other and is tried again.</summary>
internal static class Attempts
{
    private const int AtOnce = 8;
    private const int Most = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Does something for each, and again for those that failed; those that failed to the end.</summary>
    /// <param name="items">The items.</param>
    /// <param name="act">Does it; what is done stays done when it is asked again.</param>
    /// <param name="failed">Hears of each failure.</param>
    /// <param name="time">The clock of waits.</param>
    public static async Task<IReadOnlyCollection<T>> Each<T>(IReadOnlyCollection<T> items, Func<T, Task> act, Action<T, Exception> failed, TimeProvider time)
    {
        var left = items;
        for (var attempt = 1; left.Count > 0 && attempt <= Most; attempt++)
        {
            if (attempt > 1)
                await Task.Delay(Pause, time);
            var again = new ConcurrentBag<T>();
            await Parallel.ForEachAsync(left, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (item, _) =>
            {
                try
                {
                    await act(item);
                }
                catch (Exception error)
                {
                    again.Add(item);
                    failed(item, error);
                }
            });
            left = again;
        }

        return left;
    }
}
