using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.PostgreSql;

/// <summary>A PostgreSQL database, shared by any number of processes.</summary>
internal sealed class PostgreSqlStore : IDatabase, IEntityDatabase, IAsyncDisposable, IDisposable
{
    // Without waiting for the disk: the log is written in order, so a publication can only be lost with the removal of its mark,
    // and the mark was durable with the state. Who publishes only what is new asks for Connections. Saves two of three waits per case.
    private const string Alone = "SELECT pg_advisory_xact_lock(hashtextextended(@Subject, 0)), set_config('synchronous_commit', 'off', true)";

    private static readonly SqlStatement Epoch = new("SELECT nextval('epoch')");
    private static readonly SqlStatement Now = new("SELECT clock_timestamp()");

    private readonly NpgsqlDataSource _source;
    private long _connections;
    private readonly DbContextOptions<HubContext> _contextOptions;

    public PostgreSqlStore(StorageOptions options)
    {
        // Statements are a few hundred and repeated: preparing them saves most of their planning. Nothing here changes a session beyond its transaction,
        // so a connection that comes back to the pool needs no reset, which costs six statements each time.
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { MaxAutoPrepare = 300, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).UsePhysicalConnectionInitializer(_ => Interlocked.Increment(ref _connections), _ =>
        {
            Interlocked.Increment(ref _connections);
            return Task.CompletedTask;
        }).Build();
        _contextOptions = new DbContextOptionsBuilder<HubContext>().UseNpgsql(_source).Options;
    }

    public string Invariant => "Npgsql";

    public DbDataSource GrainData => _source;

    public string NowMilliseconds => "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public string ByBytes => "COLLATE \"C\"";

    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public bool WritesUnchangedIndexes => false;

    public long Connections => Interlocked.Read(ref _connections);

    public void Configure(DbContextOptionsBuilder context) => context.UseNpgsql(_source);

    public async Task Write(IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await Write(connection, statements, cancel);
    }

    public async Task<int> WriteWhole(IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel); // leaving it early rolls back
        for (var changed = 0; changed < statements.Count; changed++)
        {
            await using var command = new NpgsqlCommand(null, connection, transaction);
            command.CommandText = PositionalText.Bind(statements[changed], command.Parameters);
            if (await command.ExecuteNonQueryAsync(cancel) == 0)
                return changed;
        }

        await transaction.CommitAsync(cancel);
        return statements.Count;
    }

    public async Task<bool> WriteRepeatable(string subject, IReadOnlyList<SqlStatement> statements, long? connections, CancellationToken cancel)
    {
        // Looked at with the connection in hand: if its server dies from here on, the batch fails.
        await using var connection = await _source.OpenConnectionAsync(cancel);
        if (connections is { } then && then != Connections)
            return false;
        await Write(connection, [new SqlStatement(Alone, ("@Subject", subject)), .. statements], cancel);
        return true;
    }

    public async Task<long> WriteReturning(SqlStatement statement, CancellationToken cancel)
    {
        await using var command = Make(statement);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task<List<T>> Read<T>(SqlStatement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var command = Make(statement);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
            rows.Add(row(reader));
        return rows;
    }

    public async IAsyncEnumerable<T> Stream<T>(SqlStatement statement, Func<DbDataReader, T> row, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = Make(statement);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            yield return row(reader);
    }

    public async Task<T> Ask<T>(Func<HubContext, Task<T>> query, CancellationToken cancel)
    {
        await using var context = new HubContext(_contextOptions);
        return await query(context);
    }

    public Task<long> NextEpoch(CancellationToken cancel) => WriteReturning(Epoch, cancel);

    public async Task<DateTimeOffset> Clock(CancellationToken cancel) =>
        (await Read(Now, r => new DateTimeOffset(r.GetDateTime(0).ToUniversalTime(), TimeSpan.Zero), cancel))[0];

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    public void Dispose() => _source.Dispose();

    // A batch without a transaction of its own is one transaction, in one round trip.
    private static async Task Write(NpgsqlConnection connection, IReadOnlyList<SqlStatement> statements, CancellationToken cancel)
    {
        await using var batch = connection.CreateBatch();
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand();
            command.CommandText = PositionalText.Bind(statement, command.Parameters);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Make(SqlStatement statement)
    {
        var command = _source.CreateCommand();
        command.CommandText = PositionalText.Bind(statement, command.Parameters);
        return command;
    }
}
