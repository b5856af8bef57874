using Microsoft.Data.Sqlite;

namespace OpsHub.Storage.Sqlite.Grouping;

/// <summary>Everything a command answered, read while its connection was at hand.</summary>
internal sealed record BufferedResult(IReadOnlyList<BufferedTable> Tables, int RecordsAffected)
{
    public static BufferedResult Of(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var tables = new List<BufferedTable>(1);
        do
        {
            if (reader.FieldCount == 0)
                continue;
            var names = new string[reader.FieldCount];
            for (var i = 0; i < names.Length; i++)
                names[i] = reader.GetName(i);
            var rows = new List<object[]>(1);
            while (reader.Read())
            {
                var row = new object[names.Length];
                reader.GetValues(row);
                rows.Add(row);
            }

            tables.Add(new BufferedTable(names, rows));
        }
        while (reader.NextResult());
        return new BufferedResult(tables, reader.RecordsAffected);
    }
}

/// <summary>One result set.</summary>
internal sealed record BufferedTable(string[] Names, List<object[]> Rows)
{
    public static readonly BufferedTable None = new([], []);
}
