using GraphQL;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Transports.Streams;

/// <summary>The answers of a subscription, one per pull. An <see cref="ExecutionError"/> thrown ends it.</summary>
internal sealed class PulledResponses(Func<CancellationToken, IAsyncEnumerable<ExecutionResult>> read) : IObservable<ExecutionResult>
{
    public IAsyncEnumerable<ExecutionResult> ReadAsync(CancellationToken cancel) => read(cancel);

    /// <summary>Lets go of the source of a subscription that nobody waited for: it is begun, cancelled, and so ended.</summary>
    public static async Task AbandonAsync(Task<ExecutionResult> executing)
    {
        try
        {
            var result = await executing.ConfigureAwait(false);
            foreach (var stream in result.Streams?.Values.OfType<PulledResponses>() ?? [])
                await foreach (var _ in stream.ReadAsync(new CancellationToken(canceled: true)).ConfigureAwait(false))
                    break;
        }
#pragma warning disable CA1031 // nobody is left to be told
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }

    /// <summary>The engine's result type asks for an observable; no transport of ours subscribes to it.</summary>
    public IDisposable Subscribe(IObserver<ExecutionResult> observer) =>
        new PulledStream<ExecutionResult>(read).Subscribe(observer);
}

/// <summary>Bounds a source that only knows how to push.</summary>
internal sealed class PushedSource : IObserver<object?>, IDisposable
{
    private readonly IDisposable _subscription;

    public PushedSource(IObservable<object?> source, int capacity)
    {
        Events = new BoundedEvents<object>(capacity);
        _subscription = source.Subscribe(this);
    }

    public BoundedEvents<object> Events { get; }

    public void OnNext(object? value) => Events.Add(value!);

    public void OnError(Exception error) => Events.Complete(error);

    public void OnCompleted() => Events.Complete();

    public void Dispose() => _subscription.Dispose();
}
