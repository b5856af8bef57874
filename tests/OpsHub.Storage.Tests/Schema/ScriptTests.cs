using System.Security.Cryptography;
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

    private static readonly Dictionary<string, string> AsShipped = new()
    {
        ["OpsHub.Storage.Sqlite.0001_orleans.sql"] = "bdc87f3bed557946c7cd2b7d502f5f9e8c88f7bb88921e08790e05a2778845cb",
        ["OpsHub.Storage.Sqlite.0002_unpublished.sql"] = "7ddc51a0cea60eace2c5a2cefb2e77e1f55a2e8d1fbedc05775555fbad4a25f7",
        ["OpsHub.Storage.Sqlite.0003_index.sql"] = "3d6cb869882534c3c977deaaa7e6d5da759e6e5b917a14ad18c55cd80ed919e9",
        ["OpsHub.Storage.Sqlite.0004_segments.sql"] = "c76d7c2af495b46747128b3c7c0962241afd54c751c1bc0415fb487603463772",
        ["OpsHub.Storage.PostgreSql.0001_orleans.sql"] = "90414ca0ce97b605b08fd5884d115f4c1070b432695df9a9253558d6a42c36f6",
        ["OpsHub.Storage.PostgreSql.0002_unpublished.sql"] = "234ec435d4173d3fa33eee2ea5ec1a53de3ee080c9ce135017e8e42f37d20646",
        ["OpsHub.Storage.PostgreSql.0003_index.sql"] = "616a801ec49f52324ef16ddaedab73062c6d50f4ec70cd7ca35f419e0e62e77d",
        ["OpsHub.Storage.PostgreSql.0004_segments.sql"] = "44d57fc3d44b64d72738cb4fdd2863db3533b4d01e32ae2de477a5a825b68862",
        ["OpsHub.Storage.PostgreSql.0005_membership.sql"] = "b4a2cbcd4997c5f63464b9c2c9bf91d8c76aaffcee376da93aa171800f4bc350",
    };

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

    [Theory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.PostgreSql)]
    public void Scripts_that_have_run_somewhere_are_as_they_were(StorageKind kind)
    {
        var old = SchemaScripts.Names(kind).Where(n => string.CompareOrdinal(n.Split('.')[3], "0006") < 0).ToDictionary(n => n, n => Hash(n));
        old.ShouldBe(AsShipped.Where(s => s.Key.Contains($".{kind}.", StringComparison.Ordinal)), ignoreOrder: true, "whatever is to change goes into a new script");
    }

    [Fact]
    public void On_Sqlite_notices_begin_with_the_upgrade_of_a_hub_that_had_cases()
    {
        var folder = StorageHub.NewFolder();
        Begin(name => DeployChanges.To.SqliteDatabase($"Data Source={folder}/{name}.db;Pooling=False"), name => new SqliteConnection($"Data Source={folder}/{name}.db;Pooling=False"), StorageKind.Sqlite);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task On_PostgreSql_notices_begin_with_the_upgrade_of_a_hub_that_had_cases()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var connections = new Dictionary<string, string> { ["empty"] = await PostgresServer.NewDatabase(), ["old"] = await PostgresServer.NewDatabase() };
        Begin(name => DeployChanges.To.PostgresqlDatabase(connections[name]), name => new NpgsqlConnection(connections[name]), StorageKind.PostgreSql);
    }

    [Fact]
    public void Cases_from_before_there_were_indicators_are_published_again_at_the_next_start()
    {
        var folder = StorageHub.NewFolder();
        var connection = $"Data Source={folder}/old.db;Pooling=False";
        SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connection), StorageKind.Sqlite, name => !name.Contains("0008_", StringComparison.Ordinal) && !name.Contains("0009_", StringComparison.Ordinal) && !name.Contains("0031_", StringComparison.Ordinal));
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

    [Fact]
    public void On_Sqlite_cases_that_were_urged_or_met_about_before_that_was_kept_are_published_again_and_no_others()
    {
        var folder = StorageHub.NewFolder();
        var connection = $"Data Source={folder}/old.db;Pooling=False";
        Participated(() => DeployChanges.To.SqliteDatabase(connection), new SqliteConnection(connection), StorageKind.Sqlite);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task On_PostgreSql_cases_that_were_urged_or_met_about_before_that_was_kept_are_published_again_and_no_others()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var connection = await PostgresServer.NewDatabase();
        Participated(() => DeployChanges.To.PostgresqlDatabase(connection), new NpgsqlConnection(connection), StorageKind.PostgreSql);
    }

    private static void Participated(Func<DbUp.Builder.UpgradeEngineBuilder> target, System.Data.Common.DbConnection connection, StorageKind kind)
    {
        SchemaScripts.Run(target(), kind, name => !name.Contains("0013_", StringComparison.Ordinal));
        using var old = connection;
        old.Open();
        string[] documents = ["""{"state":{"meetings":[],"urges":[{"level":1}]}}""", """{"state":{"meetings":[{"attended":[]}],"urges":[]}}""", """{"state":{"meetings":[],"urges":[],"cycles":[{"urges":0}]}}"""];
        foreach (var (n, document) in documents.Append(null).Index())
        {
            using var command = old.CreateCommand();
            command.CommandText = $"""
                INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, PayloadBinary, ModifiedOn, Version)
                VALUES ({n}, 0, 0, 1, 'case', 'case-{n}', 's', @Payload, '2026-01-01', 7);
                INSERT INTO Published (Subject, Version, Rungs, Cleared) VALUES ('case-{n}', 7, 0, 0);
                DELETE FROM Unpublished;
                """;
            var payload = command.CreateParameter();
            (payload.ParameterName, payload.DbType) = ("@Payload", System.Data.DbType.Binary);
            payload.Value = document is null ? DBNull.Value : System.Text.Encoding.UTF8.GetBytes(document);
            command.Parameters.Add(payload);
            command.ExecuteNonQuery();
        }

        SchemaScripts.Run(target(), kind);
        Read(old, "SELECT Subject || ' ' || Version FROM Unpublished ORDER BY 1").ShouldBe(["case-0 7", "case-1 7"]);
        Read(old, "SELECT Subject FROM Published ORDER BY 1").ShouldBe(["case-2", "case-3"]);
    }

    [Fact]
    public void Announcements_from_before_each_was_counted_are_kept_and_published_again_at_the_next_start()
    {
        var folder = StorageHub.NewFolder();
        var connection = $"Data Source={folder}/old.db;Pooling=False";
        SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connection), StorageKind.Sqlite, name => string.CompareOrdinal(name.Split('.')[3], "0016") < 0);
        using var old = new SqliteConnection(connection);
        old.Open();
        using (var command = old.CreateCommand())
        {
            command.CommandText = string.Join(';', new[] { ("consultation-1", 29_600_000, 1), ("consultation-2", 0, 1), ("consultation-3", 0, 6) }.Select(c => $"""
                INSERT INTO Consultations (ConsultationKey, Version, Number, Title, Variant, Stage, Category, Township, County, City, Lead, Round, DueAt, AnnounceDueAt, BeganAt, ChangedAt, Communities, IsOpen,
                  PlanDueMinute, AnnounceDueMinute, HardDueMinute, DueMinute, Breached, VoteAhead, SessionMinute, Provisional, PlansDue, PlansOnTime, AnnouncementsDue, AnnouncementsOnTime, SessionsEnded, Ballots, Satisfied)
                VALUES ('{c.Item1}', 7, 'C', 'T', 1, {c.Item3}, 0, '430203001', '430203', '4302', '430203001001', 1, 0, 0, 0, 0, '', 1, 0, {c.Item2}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                INSERT INTO Published (Subject, Version, Rungs, Cleared) VALUES ('{c.Item1}', 7, 0, 0)
                """));
            command.ExecuteNonQuery();
        }

        SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connection), StorageKind.Sqlite, name => string.CompareOrdinal(name.Split('.')[3], "0017") < 0);
        Read(old, "SELECT ConsultationKey || ' ' || Version || ' ' || AnnounceDueMinutes FROM Consultations ORDER BY 1").ShouldBe(["consultation-1 6 29600000:1", "consultation-2 7 ", "consultation-3 6 "]);
        Read(old, "SELECT Subject || ' ' || Version FROM Unpublished").ShouldBe(["consultation-1 7", "consultation-3 7"], "the grain knows its further ones, and whether a vote is owed");
        Read(old, "SELECT Subject FROM Published").ShouldBe(["consultation-2"]);

        SchemaScripts.Run(DeployChanges.To.SqliteDatabase(connection), StorageKind.Sqlite);
        Read(old, "SELECT Subject || ' ' || Version FROM Unpublished ORDER BY 1").ShouldBe(["consultation-1 7", "consultation-2 7", "consultation-3 7"], "whether another way is proposed, and a review open, the grains know");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void On_Sqlite_consultations_that_owe_something_or_were_entrusted_are_published_again_for_their_lists_and_no_others()
    {
        var folder = StorageHub.NewFolder();
        var connection = $"Data Source={folder}/old.db;Pooling=False";
        Owing(() => DeployChanges.To.SqliteDatabase(connection), new SqliteConnection(connection), StorageKind.Sqlite);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task On_PostgreSql_consultations_that_owe_something_or_were_entrusted_are_published_again_for_their_lists_and_no_others()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var connection = await PostgresServer.NewDatabase();
        Owing(() => DeployChanges.To.PostgresqlDatabase(connection), new NpgsqlConnection(connection), StorageKind.PostgreSql);
    }

    private static void Owing(Func<DbUp.Builder.UpgradeEngineBuilder> target, System.Data.Common.DbConnection connection, StorageKind kind)
    {
        SchemaScripts.Run(target(), kind, name => string.CompareOrdinal(name.Split('.')[3], "0032") < 0);
        using var old = connection;
        old.Open();
        using (var command = old.CreateCommand())
        {
            command.CommandText = string.Join(';', new[] { ("consultation-1", 7L, "NULL"), ("consultation-2", long.MaxValue, "NULL"), ("consultation-3", long.MaxValue, "'430203:D07'") }.Select(c => $"""
                INSERT INTO Consultations (ConsultationKey, Version, Number, Title, Variant, Stage, Category, Township, County, City, Lead, DelegatedBy, Round, DueAt, AnnounceDueAt, BeganAt, ChangedAt, Communities, IsOpen,
                  PlanDueMinute, AnnounceDueMinutes, HardDueMinute, DueMinute, Breached, VoteAhead, SessionMinute, Provisional, PlansDue, PlansOnTime, AnnouncementsDue, AnnouncementsOnTime, SessionsEnded, Ballots, Satisfied)
                VALUES ('{c.Item1}', 7, 'C', 'T', 1, 1, 0, '430203001', '430203', '4302', '430203001001', {c.Item3}, 1, {c.Item2}, 0, 0, 0, '', 0, 0, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                INSERT INTO Published (Subject, Version, Rungs, Cleared) VALUES ('{c.Item1}', 7, 0, 0)
                """)) + "; DELETE FROM Unpublished";
            command.ExecuteNonQuery();
        }

        SchemaScripts.Run(target(), kind);
        Read(old, "SELECT ConsultationKey || ' ' || Version || ' ' || OpenDuties FROM Consultations ORDER BY 1").ShouldBe(["consultation-1 6 []", "consultation-2 7 []", "consultation-3 6 []"]);
        Read(old, "SELECT Subject || ' ' || Version FROM Unpublished ORDER BY 1").ShouldBe(["consultation-1 7", "consultation-3 7"]);
        Read(old, "SELECT Subject FROM Published").ShouldBe(["consultation-2"]);
    }

    [Fact]
    public void On_Sqlite_the_townships_of_agencies_are_there_after_the_upgrade()
    {
        var folder = StorageHub.NewFolder();
        var connection = $"Data Source={folder}/old.db;Pooling=False";
        Served(() => DeployChanges.To.SqliteDatabase(connection), new SqliteConnection(connection), StorageKind.Sqlite);
        Directory.Delete(folder, recursive: true);
    }

    [SkippableFact]
    public async Task On_PostgreSql_the_townships_of_agencies_are_there_after_the_upgrade()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var connection = await PostgresServer.NewDatabase();
        Served(() => DeployChanges.To.PostgresqlDatabase(connection), new NpgsqlConnection(connection), StorageKind.PostgreSql);
    }

    private static void Served(Func<DbUp.Builder.UpgradeEngineBuilder> target, System.Data.Common.DbConnection connection, StorageKind kind)
    {
        SchemaScripts.Run(target(), kind, name => string.CompareOrdinal(name.Split('.')[3], "0025") < 0);
        using var old = connection;
        old.Open();
        using (var command = old.CreateCommand())
        {
            command.CommandText = """
                INSERT INTO Agencies (Code, Version, Name, Department, Host, Served, Generated, Powers, Subject) VALUES
                  ('430203001-D12', 3, 'A', '430203:D12', '430203001', '430203001|430203002|430203003', 0, '', 'agency-430203001-D12'),
                  ('430203002-D20', 1, 'B', '430203:D20', '430203002', '430203002', 0, '', 'agency-430203002-D20');
                INSERT INTO AgencyPosts (Subject, Version, Agency, Department, Host, Served, Posts, Filled, DueAt, ChangedAt, Matters)
                VALUES ('posts-430203001-D12', 2, '430203001-D12', '430203:D12', '430203001', '430203001', 10, 8, 0, 0, 0);
                """;
            command.ExecuteNonQuery();
        }

        SchemaScripts.Run(target(), kind);
        Read(old, "SELECT Township || ' ' || Agency || ' ' || Subject || ' ' || Version FROM AgencyTownships ORDER BY 1").ShouldBe(
        [
            "430203001 430203001-D12 agency-430203001-D12 3", "430203002 430203001-D12 agency-430203001-D12 3", "430203002 430203002-D20 agency-430203002-D20 1",
            "430203003 430203001-D12 agency-430203001-D12 3",
        ]);
        Read(old, "SELECT Subject || ' ' || Posts || ' ' || Filled FROM AgencyPosts").ShouldBe(["posts-430203001-D12 10 8"]);
    }

    private static void Begin(Func<string, DbUp.Builder.UpgradeEngineBuilder> target, Func<string, System.Data.Common.DbConnection> open, StorageKind kind)
    {
        foreach (var name in new[] { "empty", "old" })
        {
            SchemaScripts.Run(target(name), kind, script => string.CompareOrdinal(script.Split('.')[3], "0007") < 0);
            using var connection = open(name);
            connection.Open();
            if (name == "old")
            {
                using var command = connection.CreateCommand();
                command.CommandText = """
                    INSERT INTO OrleansStorage (GrainIdHash, GrainIdN0, GrainIdN1, GrainTypeHash, GrainTypeString, GrainIdExtensionString, ServiceId, ModifiedOn, Version)
                    VALUES (1, 0, 0, 1, 'case', 'case-1', 's', '2026-01-01', 7)
                    """;
                command.ExecuteNonQuery();
            }

            var before = DateTimeOffset.UtcNow;
            SchemaScripts.Run(target(name), kind);
            var start = long.Parse(Read(connection, "SELECT CAST(At AS TEXT) FROM NoticeStart").ShouldHaveSingleItem(), System.Globalization.CultureInfo.InvariantCulture);
            if (name == "empty")
                start.ShouldBe(0);
            else
                new DateTimeOffset(start, TimeSpan.Zero).ShouldBe(before, TimeSpan.FromMinutes(5));
        }
    }

    private static string Hash(string script)
    {
        using var stream = typeof(SchemaScripts).Assembly.GetManifestResourceStream(script)!;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
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
