using Microsoft.AspNetCore.Http;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>Writes one event at a time, comments in between to keep the line open, and gives up on a client that stalls.</summary>
internal sealed class EventStreamWriter(HttpContext http, TimeProvider clock, GraphQLLimits limits) : IAsyncDisposable
{
    private const int Slice = 16_384;
    private static readonly byte[] Comment = ":\n\n"u8.ToArray();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
    private Task _beat = Task.CompletedTask;

    public async Task StartAsync()
    {
        await WriteAsync(Comment).ConfigureAwait(false); // some browsers wait for the first byte
        _beat = BeatAsync();
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await _turn.WaitAsync(http.RequestAborted).ConfigureAwait(false);
        try
        {
            // In slices, so that each may take the stall time: a thin line is not taken for a dead one.
            for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(rest.Length, Slice)..])
            {
                await http.Response.Body.WriteAsync(rest[..Math.Min(rest.Length, Slice)], http.RequestAborted).AsTask()
                    .WaitAsync(limits.StallTimeout, clock, http.RequestAborted).ConfigureAwait(false);
                await http.Response.Body.FlushAsync(http.RequestAborted)
                    .WaitAsync(limits.StallTimeout, clock, http.RequestAborted).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            http.Abort();
            http.RequestAborted.ThrowIfCancellationRequested();
            throw new OperationCanceledException(http.RequestAborted);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _beat.ConfigureAwait(false);
        _end.Dispose();
        _turn.Dispose();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(limits.Heartbeat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
                await WriteAsync(Comment).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
