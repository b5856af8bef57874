namespace OpsHub.GraphQL.Streams;

/// <summary>A stream that is asked for its next value only when the last one was written to the client.</summary>
public interface IPulledStream
{
    /// <summary>The values, until the token is cancelled, the source ends, or it fails.</summary>
    IAsyncEnumerable<object?> ReadAsync(CancellationToken cancel);
}

/// <summary>
/// What a subscription's resolver returns when a slow client must cost nothing: the engine knows it as an observable,
/// our transports pull it. The classes derived from it say what happens to values that come in between.
/// </summary>
public class PulledStream<T>(Func<CancellationToken, IAsyncEnumerable<T>> read) : IObservable<T>, IPulledStream
    where T : class
{
    /// <inheritdoc/>
    public IAsyncEnumerable<object?> ReadAsync(CancellationToken cancel) => read(cancel);

    /// <summary>For consumers that are no transport of ours: pushes as fast as the source goes.</summary>
    public IDisposable Subscribe(IObserver<T> observer)
    {
        var stop = new CancellationTokenSource();
        _ = PushAsync(observer, stop.Token);
        return new Stop(stop);
    }

    private async Task PushAsync(IObserver<T> observer, CancellationToken cancel)
    {
        try
        {
            await foreach (var value in read(cancel).WithCancellation(cancel).ConfigureAwait(false))
                observer.OnNext(value);
            observer.OnCompleted();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // an observable hands every failure of its source to its observer
        catch (Exception failure)
        {
            observer.OnError(failure);
        }
#pragma warning restore CA1031
    }

    private sealed class Stop(CancellationTokenSource source) : IDisposable
    {
        public void Dispose() => source.Cancel();
    }
}
