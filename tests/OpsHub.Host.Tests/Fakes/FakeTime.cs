using Microsoft.Extensions.Time.Testing;

namespace OpsHub.Host.Tests.Fakes;

internal static class FakeTime
{
    /// <summary>Lets time pass until the task ends: for tasks that wait for nothing but this clock.</summary>
    public static async Task<T> Settle<T>(this FakeTimeProvider time, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await task;
    }
}
