using Microsoft.EntityFrameworkCore;
using OpsHub.Fixtures;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Tests.Schema;

/// <summary>EF Core's model and the tables the scripts make: the same columns, nullability, types and keys.</summary>
public sealed class ModelTests(SqliteHub sqlite, PostgreSqlHub postgres) : IClassFixture<SqliteHub>, IClassFixture<PostgreSqlHub>
{
    private const string SqliteColumns = """
        SELECT lower(c.name) || ' ' || CASE c.type WHEN 'INTEGER' THEN 'long' WHEN 'TEXT' THEN 'string' ELSE c.type END
            || CASE WHEN c."notnull" THEN '' ELSE '?' END || CASE WHEN c.pk > 0 THEN ' key' ELSE '' END
          FROM pragma_table_info(@Table) AS c
        """;

    private const string PostgreSqlColumns = """
        SELECT c.column_name || ' ' || CASE c.data_type WHEN 'bigint' THEN 'long' WHEN 'text' THEN 'string' ELSE c.data_type END
            || CASE c.is_nullable WHEN 'NO' THEN '' ELSE '?' END
            || CASE WHEN EXISTS (
                 SELECT 1 FROM information_schema.table_constraints t JOIN information_schema.key_column_usage k USING (constraint_name, table_name)
                  WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_name = c.table_name AND k.column_name = c.column_name) THEN ' key' ELSE '' END
          FROM information_schema.columns AS c WHERE c.table_name = @Table
        """;

    [SkippableTheory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.PostgreSql)]
    public async Task The_model_is_the_schema(StorageKind kind)
    {
        var hub = kind == StorageKind.Sqlite ? sqlite.Hub : postgres.Hub;
        Skip.If(hub is null, PostgresServer.Missing);
        var tables = await hub!.Database.Ask(context => Task.FromResult(context.Model.GetEntityTypes().ToDictionary(
            e => e.GetTableName()!,
            e => e.GetProperties().Select(p =>
                $"{p.GetColumnName()} {(p.ClrType == typeof(string) ? "string" : "long")}{(p.IsNullable ? "?" : "")}{(p.IsPrimaryKey() ? " key" : "")}").Order(StringComparer.Ordinal).ToList())), default);

        tables.Count.ShouldBe(10);
        foreach (var (table, columns) in tables)
        {
            var name = kind == StorageKind.Sqlite ? table : table.ToLowerInvariant();
            var actual = await hub.Database.Read(new SqlStatement(kind == StorageKind.Sqlite ? SqliteColumns : PostgreSqlColumns, ("@Table", name)), r => r.GetString(0), default);
            actual.Order(StringComparer.Ordinal).ToList().ShouldBe(columns, table);
        }
    }
}
