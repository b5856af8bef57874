using OpsHub.Contracts.Index;
using OpsHub.Storage.Database;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Publishing;

/// <summary>Inserts a publication's rungs, many in one statement: a case has about five, and a statement costs more than a row.</summary>
internal static class RungInsert
{
    private const int Most = 8;

    private static readonly string[] Texts = [.. Enumerable.Range(1, Most).Select(Text)];

    public static IEnumerable<SqlStatement> Of(Publication p) => p.Rungs.Chunk(Most).Select(rungs => new SqlStatement(
        Texts[rungs.Length - 1],
        [
            ("@Subject", p.Subject),
            ("@Version", p.Version),
            .. rungs.SelectMany((r, i) => new (string, object?)[]
            {
                ($"@Term{i}", r.Term),
                ($"@Kind{i}", (long)r.Kind),
                ($"@Shard{i}", (long)r.Shard),
                ($"@At{i}", r.At.UtcTicks),
                ($"@Emergency{i}", Columns.Flag(r.Emergency)),
            }),
        ]));

    private static string Text(int count) => $"""
        INSERT INTO Rungs (Subject, Term, Kind, Shard, At, Emergency, Version)
        SELECT @Subject, v.column1, v.column2, v.column3, v.column4, v.column5, @Version
          FROM (VALUES {string.Join(", ", Enumerable.Range(0, count).Select(i => $"(@Term{i}, @Kind{i}, @Shard{i}, @At{i}, @Emergency{i})"))}) AS v
        {PublicationSql.Newer}
        ON CONFLICT DO NOTHING
        """;
}
