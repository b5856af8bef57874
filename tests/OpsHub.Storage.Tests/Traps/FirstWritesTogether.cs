using Npgsql;
using OpsHub.Fixtures;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Storage.Tests.Traps;

/// <summary>Trap 2: Orleans' published PostgreSQL script looks before it inserts, and has no unique index: two first writes together both succeed.
/// Trap 5, the storage's part: the loser of a race hears of it.</summary>
public sealed class FirstWritesTogether(PostgreSqlHub postgres, SqliteHub sqlite) : IClassFixture<PostgreSqlHub>, IClassFixture<SqliteHub>
{
    [SkippableFact]
    public async Task Looking_before_inserting_stores_a_grain_twice_and_a_unique_index_does_not()
    {
        Skip.If(postgres.Hub is null, PostgresServer.Missing);
        await using var a = await Open();
        await using var b = await Open();
        await Execute(a, "CREATE TABLE Looked (Id integer NOT NULL); CREATE TABLE Indexed (Id integer NOT NULL UNIQUE)");

        const string look = "INSERT INTO Looked SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM Looked WHERE Id = 1)";
        const string conflict = "INSERT INTO Indexed SELECT 1 ON CONFLICT DO NOTHING";
        (await Race(a, b, look, Execute)).ShouldBe((1, 1), "the published script's way: both believe they were first");
        (await Race(a, b, conflict, Execute)).ShouldBe((1, 0), "ours: the second waits, then inserts nothing");
    }

    [SkippableFact]
    public async Task Of_two_first_writes_by_our_script_the_loser_gets_no_version()
    {
        Skip.If(postgres.Hub is null, PostgresServer.Missing);
        await using var a = await Open();
        await using var b = await Open();
        await using var read = new NpgsqlCommand("SELECT QueryText FROM OrleansQuery WHERE QueryKey = 'WriteToStorageKey'", a);
        var text = ((string)(await read.ExecuteScalarAsync())!)
            .Replace("@GrainIdHash", "1").Replace("@GrainTypeHash", "2").Replace("@GrainIdN0", "0").Replace("@GrainIdN1", "0")
            .Replace("@GrainTypeString", "'state'").Replace("@GrainIdExtensionString", "'case-race'").Replace("@ServiceId", "'s'")
            .Replace("@PayloadBinary", "NULL::bytea").Replace("@GrainStateVersion", "NULL::integer").TrimEnd(';');
        (await Race(a, b, text, Rows)).ShouldBe((1, 0));
    }

    [SkippableTheory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.PostgreSql)]
    public async Task Of_many_first_writes_one_wins_and_the_others_get_a_conflict(StorageKind kind)
    {
        var hub = kind == StorageKind.Sqlite ? sqlite.Hub : postgres.Hub;
        Skip.If(hub is null, PostgresServer.Missing);
        for (var round = 0; round < 20; round++)
        {
            var id = GrainId.Create("race", $"case-race-{round}");
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => Attempt(hub!, id, n))));
            outcomes.Count(won => won).ShouldBe(1);

            var state = new GrainState<int[]>();
            await hub!.Grains.ReadStateAsync("state", id, state);
            state.ETag.ShouldBe("1");
            state.State![0].ShouldBe(Array.IndexOf(outcomes, true), "what is stored is the winner's");
        }
    }

    private static async Task<bool> Attempt(StorageHub hub, GrainId id, int n)
    {
        try
        {
            await hub.Grains.WriteStateAsync("state", id, new GrainState<int[]>([n]));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    // Both statements run before either commits; the second may have to wait for the first.
    private async Task<(int First, int Second)> Race(NpgsqlConnection a, NpgsqlConnection b, string text, Func<NpgsqlConnection, string, Task<int>> run)
    {
        await Execute(a, "BEGIN");
        await Execute(b, "BEGIN");
        var first = await run(a, text);
        var second = run(b, text);
        while (!second.IsCompleted && !await WaitsForALock(b.ProcessID))
            await Task.Yield();
        await Execute(a, "COMMIT");
        var result = (first, await second);
        await Execute(b, "COMMIT");
        return result;
    }

    private async Task<bool> WaitsForALock(int process)
    {
        await using var watcher = await Open();
        return await Rows(watcher, $"SELECT 1 FROM pg_stat_activity WHERE pid = {process} AND wait_event_type = 'Lock'") > 0;
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(postgres.Hub!.Options.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<int> Rows(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
            rows++;
        return rows;
    }

    private static async Task<int> Execute(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
