using DbUp;
using Microsoft.Data.Sqlite;
using Npgsql;
using OpsHub.Fixtures;
using OpsHub.Storage.Schema;

namespace OpsHub.Storage.Tests.Schema;

public sealed class ScriptTests
{
    private const string PostgreSqlSchema = """
        SELECT concat_ws(' ', 'column', table_name, column_name, data_type, collation_name, is_nullable, column_default, character_maximum_length) FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT concat_ws(' ', 'trigger', event_object_table, trigger_name, event_manipulation, action_statement) FROM information_schema.triggers
        UNION ALL SELECT concat_ws(' ', 'routine', routine_name, routine_definition) FROM information_schema.routines WHERE specific_schema = 'public'
        UNION ALL SELECT concat_ws(' ', 'sequence', sequence_name, data_type) FROM information_schema.sequences WHERE sequence_schema = 'public'
        ORDER BY 1
        """;

    [Fact]
    public void On_Sqlite_a_fresh_install_and_one_upgraded_script_by_script_are_equal()
    {
        var folder = StorageHub.NewFolder();
        string Connection(string name) => $"Data Source={folder}/{name}.db;Pooling=False";
        Run(StorageKind.Sqlite, name => DeployChanges.To.SqliteDatabase(Connection(name)));

        const string schema = "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1";
        using var fresh = new SqliteConnection(Connection("fresh"));
        using var upgraded = new SqliteConnection(Connection("upgraded"));
        Compare(fresh, upgraded, schema);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task On_PostgreSql_a_fresh_install_and_one_upgraded_script_by_script_are_equal()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var connections = new Dictionary<string, string> { ["fresh"] = await PostgresServer.NewDatabase(), ["upgraded"] = await PostgresServer.NewDatabase() };
        Run(StorageKind.PostgreSql, name => DeployChanges.To.PostgresqlDatabase(connections[name]));

        await using var fresh = new NpgsqlConnection(connections["fresh"]);
        await using var upgraded = new NpgsqlConnection(connections["upgraded"]);
        Compare(fresh, upgraded, PostgreSqlSchema);
    }

    [Theory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.PostgreSql)]
    public void Script_numbers_are_unique(StorageKind kind)
    {
        var numbers = SchemaScripts.Names(kind).Select(n => n.Split('.')[3][..4]).ToList();
        numbers.Count.ShouldBeGreaterThan(3);
        numbers.ShouldBe(numbers.Distinct().Order());
    }

    [Fact]
    public void Cases_from_before_there_were_indicators_are_published_again_at_the_next_start()
    {
        var folder = StorageHub.NewFolder();
        var connection = $"Data Source={folder}/old.db;Pooling=False";
        SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connection), StorageKind.Sqlite, name => !name.Contains("0008_", StringComparison.Ordinal) && !name.Contains("0009_", StringComparison.Ordinal));
        using var old = new SqliteConnection(connection);
        old.Open();
        using (var command = old.CreateCommand())
        {
            command.CommandText = """
                INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, ModifiedOn, Version) VALUES
                  (1, 0, 0, 1, 'case', 'case-1', 's', '', 7), (2, 0, 0, 1, 'grid', 'grid-430203001001001', 's', '', 2);
                INSERT INTO Published (Subject, Version, Rungs, Cleared) VALUES ('case-1', 7, 0, 0), ('grid-430203001001001', 2, 0, 0);
                DELETE FROM Unpublished;
                """;
            command.ExecuteNonQuery();
        }

        SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connection), StorageKind.Sqlite);
        Read(old, "SELECT Subject || ' ' || Version FROM Unpublished").ShouldBe(["case-1 7"]);
        Read(old, "SELECT Subject FROM Published").ShouldBe(["grid-430203001001001"]);
        Directory.Delete(folder, recursive: true);
    }

    private static void Run(StorageKind kind, Func<string, DbUp.Builder.UpgradeEngineBuilder> target)
    {
        SchemaScripts.Run(target("fresh"), kind);
        foreach (var script in SchemaScripts.Names(kind))
            SchemaScripts.Run(target("upgraded"), kind, name => string.CompareOrdinal(name, script) <= 0);
        SchemaScripts.Run(target("upgraded"), kind); // and once more, which changes nothing
    }

    private static void Compare(System.Data.Common.DbConnection fresh, System.Data.Common.DbConnection upgraded, string schema)
    {
        var (a, b) = (Read(fresh, schema), Read(upgraded, schema));
        a.Count.ShouldBeGreaterThan(20);
        a.ShouldBe(b);
        Read(fresh, "SELECT ScriptName FROM SchemaVersions ORDER BY 1").ShouldBe(Read(upgraded, "SELECT ScriptName FROM SchemaVersions ORDER BY 1"));
    }

    private static List<string> Read(System.Data.Common.DbConnection connection, string text)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
