using OpsHub.Storage.Sqlite.Writing;

namespace OpsHub.Storage.Sqlite;

/// <summary>Epochs out of a durable sequence, reserved in blocks: one process owns the file, so the rest of a block is simply lost with it.
/// A block starts above the clock's microseconds, so that epochs grow even after an old backup was restored.</summary>
internal sealed class SqliteEpochs(Func<SqliteWriter> writer, TimeProvider time)
{
    private const long Block = 1_000; // a millisecond of the clock: the sequence never runs far ahead of it
    private const string Reserve = "UPDATE Epoch SET Reserved = MAX(Reserved, @Floor) + @Block RETURNING Reserved";

    private readonly SemaphoreSlim _one = new(1, 1);
    private long _next = 1;
    private long _last;

    public async Task<long> Next(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_next > _last)
            {
                var floor = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
                _last = await writer().Write(session => (long)session.Command(Reserve, [("@Floor", floor), ("@Block", Block)]).ExecuteScalar()!, cancel);
                _next = _last - Block + 1;
            }

            return _next++;
        }
        finally
        {
            _one.Release();
        }
    }
}
