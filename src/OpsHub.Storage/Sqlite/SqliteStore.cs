using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;
using OpsHub.Storage.Sqlite.Grouping;
using OpsHub.Storage.Sqlite.Writing;

namespace OpsHub.Storage.Sqlite;

/// <summary>The SQLite file: one writer, many readers. Reads leave the caller's thread, because SQLite's asynchronous calls are not.</summary>
internal sealed class SqliteStore : IDatabase, IEntityDatabase, IDisposable
{
    private readonly SqliteConnections _connections;
    private readonly TimeProvider _time;
    private readonly SqliteEpochs _epochs;
    private readonly DbContextOptions<HubContext> _contextOptions;
    private SqliteWriter? _writer;

    public SqliteStore(SqliteConnections connections, TimeProvider time)
    {
        (_connections, _time) = (connections, time);
        Readers = new SqliteReaders(connections.OpenReader);
        _epochs = new SqliteEpochs(() => Writer, time);
        _contextOptions = new DbContextOptionsBuilder<HubContext>().Options;
        GrainData = new GroupDataSource(connections.ReadWrite, this);
    }

    public SqliteReaders Readers { get; }

    public SqliteWriter Writer => _writer ?? throw new InvalidOperationException("IStorageSetup.Prepare must run before the storage is used.");

    // Orleans maps this name to Microsoft.Data.Sqlite; that library's own name throws.
    public string Invariant => "System.Data.SQLite";

    public DbDataSource GrainData { get; }

    public long Connections => 0; // who loses what the file holds loses this process too

    public string NowMilliseconds => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public string ByBytes => "COLLATE BINARY";

    public string SkipLocked => "";

    public bool WritesUnchangedIndexes => true;

    /// <summary>Starts writing. The file must be ready.</summary>
    public void Start() => _writer ??= new SqliteWriter(new WriterSession(_connections.OpenWriter()), _time);

    // Rare writes of few rows: they take the file's lock between two groups.
    public void Configure(DbContextOptionsBuilder context) => context.UseSqlite(_connections.ReadWrite);

    public Task Write(IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        return statements.Count == 1 ? Writer.WriteSingle(Run, cancel) : Writer.Write(Run, cancel);

        int Run(WriterSession session)
        {
            var (all, last) = (0, 0);
            foreach (var statement in statements)
            {
                if (statement.Otherwise && last > 0)
                    continue;
                last = session.Execute(statement.Text, statement.Values);
                all += last;
            }

            return all;
        }
    }

    // Answered after its group is durable, also where it changed nothing: that may rest on another write of the group.
    public Task<int> WriteWhole(IReadOnlyList<SqlStatement> statements, CancellationToken cancel) => Writer.Write(
        session =>
        {
            session.Execute("SAVEPOINT whole");
            var changed = statements.TakeWhile(s => session.Execute(s.Text, s.Values) > 0).Count();
            if (changed < statements.Count)
                session.Execute("ROLLBACK TO whole");
            session.Execute("RELEASE whole");
            return changed;
        }, cancel);

    // There is one writer, and its groups share an fsync anyway.
    public async Task<bool> WriteRepeatable(string subject, IReadOnlyList<SqlStatement> statements, long? connections, CancellationToken cancel)
    {
        await Write(statements, cancel);
        return true;
    }

    public Task<long> WriteReturning(SqlStatement statement, CancellationToken cancel) =>
        Writer.WriteSingle(session => (long)session.Command(statement.Text, statement.Values).ExecuteScalar()!, cancel);

    public Task<List<T>> Read<T>(SqlStatement statement, Func<DbDataReader, T> row, CancellationToken cancel) => Task.Run(
        () => Readers.Use(connection =>
        {
            using var reader = connection.Of(statement.Text, statement.Values).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }), cancel);

    public async IAsyncEnumerable<T> Stream<T>(SqlStatement statement, Func<DbDataReader, T> row, [EnumeratorCancellation] CancellationToken cancel)
    {
        var connection = Readers.Rent();
        try
        {
            await using var command = Make(connection.Connection, statement);
            await using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                yield return row(reader);
            }
        }
        finally
        {
            Readers.Return(connection);
        }
    }

    public Task<T> Ask<T>(Func<HubContext, Task<T>> query, CancellationToken cancel) => Task.Run(
        async () =>
        {
            var connection = Readers.Rent();
            try
            {
                await using var context = new HubContext(new DbContextOptionsBuilder<HubContext>(_contextOptions).UseSqlite(connection.Connection).Options);
                return await query(context);
            }
            finally
            {
                Readers.Return(connection);
            }
        }, cancel);

    public Task<long> NextEpoch(CancellationToken cancel) => _epochs.Next(cancel);

    // The database is in this process, so its clock is this machine's.
    public Task<DateTimeOffset> Clock(CancellationToken cancel) => Task.FromResult(_time.GetUtcNow());

    public void Dispose()
    {
        _writer?.Dispose();
        Readers.Dispose();
    }

    private static SqliteCommand Make(SqliteConnection connection, SqlStatement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
