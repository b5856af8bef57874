using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite;

/// <summary>Open read-only connections. In WAL mode they never wait for the writer, nor it for them.</summary>
internal sealed class SqliteReaders(Func<SqliteConnection> open) : IDisposable
{
    private const int Kept = 16;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _disposed;

    public T Use<T>(Func<SqliteConnection, T> read)
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

    public SqliteConnection Rent() => _idle.TryTake(out var connection) ? connection : open();

    public void Return(SqliteConnection connection)
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
