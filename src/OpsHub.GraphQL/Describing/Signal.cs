namespace OpsHub.GraphQL.Describing;

/// <summary>Says that something changed to all who wait, and leaves nothing behind: what changed they read for themselves.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next change; take it before reading, so that no change falls in between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>True when the change came, false when the time was up first.</summary>
    public static async Task<bool> Wait(Task next, TimeSpan time, TimeProvider clock, CancellationToken cancel)
    {
        using var rest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var first = await Task.WhenAny(next, Task.Delay(time, clock, rest.Token)).ConfigureAwait(false);
        await rest.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return first == next;
    }
}
