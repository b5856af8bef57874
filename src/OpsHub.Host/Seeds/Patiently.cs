using System.Data.Common;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Commands;

namespace OpsHub.Host.Seeds;

/// <summary>Asks again for a minute while the storage is busy, or while the cluster still counts on a silo that has died:
/// what passes by itself must not end a start. Whatever is asked so must bear being asked twice.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Gives a command again, also while the hub asks to retry later; its id makes that safe.</summary>
    public static Task<CommandReply> Do(Func<Task<CommandReply>> command, TimeProvider time, CancellationToken cancel) =>
        Until(command, reply => reply.Refusal?.Code != RefusalCodes.RetryLater, time, cancel);

    /// <summary>Asks for something until it is answered.</summary>
    public static Task<T> Ask<T>(Func<Task<T>> call, TimeProvider time, CancellationToken cancel) => Until(call, _ => true, time, cancel);

    /// <summary>Calls until the call succeeds.</summary>
    public static Task Call(Func<Task> call, TimeProvider time, CancellationToken cancel) => Until(
        async () =>
        {
            await call();
            return true;
        }, _ => true, time, cancel);

    private static async Task<T> Until<T>(Func<Task<T>> call, Func<T, bool> isAnswer, TimeProvider time, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var answer = await call();
                if (isAnswer(answer) || IsOver())
                    return answer;
            }
            catch (Exception error) when (Passes(error) && !IsOver())
            {
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 << Math.Min(attempt, 5), 2_000)), time, cancel);
        }

        bool IsOver() => time.GetElapsedTime(began) >= Longest;
    }

    // Orleans and its providers wrap what happened, sometimes twice.
    private static bool Passes(Exception? error) =>
        error is not null && (error is TimeoutException or OrleansException or StorageOverloadedException or DbException { IsTransient: true } || Passes(error.InnerException));
}
