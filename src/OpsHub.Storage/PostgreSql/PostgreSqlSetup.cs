using DbUp;
using Npgsql;
using OpsHub.Storage.Schema;

namespace OpsHub.Storage.PostgreSql;

/// <summary>Makes the PostgreSQL database ready. Processes that start together run the scripts one after the other.</summary>
internal sealed class PostgreSqlSetup(StorageOptions options, PostgreSqlStore store, IEnumerable<IForeignSchema> foreign) : IStorageSetup, IDisposable
{
    private const long ScriptsLock = 0x6F7073687562; // "opshub"

    // Lifts the sequence above the clock's microseconds when it lies well below: after a restore, epochs go on growing.
    private const string LiftEpoch = """
        SELECT setval('epoch', f.floor)
          FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS floor) AS f
         WHERE (SELECT last_value FROM epoch) < f.floor - 60000000
        """;

    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _ready;

    public async Task Prepare(CancellationToken cancel = default)
    {
        await _once.WaitAsync(cancel);
        try
        {
            if (_ready)
                return;
            await using var connection = await Connect(cancel);
            await Execute(connection, $"SELECT pg_advisory_lock({ScriptsLock})", cancel);
            try
            {
                SchemaScripts.Run(DeployChanges.To.PostgresqlDatabase(options.ConnectionString), StorageKind.PostgreSql);
                await Execute(connection, LiftEpoch, cancel);
                foreach (var schema in foreign)
                    schema.Install(connection);
            }
            finally
            {
                await Execute(connection, $"SELECT pg_advisory_unlock({ScriptsLock})", CancellationToken.None);
            }

            _ready = true;
        }
        finally
        {
            _once.Release();
        }
    }

    public void Dispose()
    {
        store.Dispose();
        _once.Dispose();
    }

    private async Task<NpgsqlConnection> Connect(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(options.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel).WaitAsync(cancel); // while a server that accepts is silent, Npgsql hears of no cancellation
            return connection;
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            await connection.DisposeAsync();
            var at = new NpgsqlConnectionStringBuilder(options.ConnectionString); // its password stays out of the message
            throw new StorageUnavailableException(
                $"无法连接 PostgreSQL（{at.Host}:{at.Port}，数据库 {at.Database}）：{error.Message}。请检查服务是否运行，以及 ConnectionStrings:OpsHub 的地址、数据库、用户和密码。\n"
                + $"PostgreSQL can't be reached ({at.Host}:{at.Port}, database {at.Database}): {error.Message}. Check that the server runs, and the host, database, user and password in ConnectionStrings:OpsHub.", error);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string text, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
