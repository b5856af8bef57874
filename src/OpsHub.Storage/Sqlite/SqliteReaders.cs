using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite;

/// <summary>Open read-only connections. In WAL mode they never wait for the writer, nor it for them.
/// Few questions are asked very often: their statements stay prepared.</summary>
internal sealed class SqliteReaders(Func<SqliteConnection> open) : IDisposable
{
    private const int Kept = 16;

    private readonly ConcurrentBag<PreparedCommands> _idle = [];
    private volatile bool _disposed;

    public T Use<T>(Func<PreparedCommands, T> read)
    {
        var connection = Rent();
        try
        {
            return read(connection);
        }
        finally
        {
            Return(connection);
        }
    }

    public PreparedCommands Rent() => _idle.TryTake(out var connection) ? connection : new(open());

    public void Return(PreparedCommands connection)
    {
        if (_disposed || _idle.Count >= Kept)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }
}
