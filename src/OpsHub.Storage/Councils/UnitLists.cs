using OpsHub.Domain.Hierarchy;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Councils;

/// <summary>Statements over lists of units. A list is asked in parts of few sizes, filled up with its last code, so that prepared statements are reused.</summary>
internal static class UnitLists
{
    private static readonly int[] Sizes = [1, 16, 128, 1024];

    /// <summary>Reads the rows of every part.</summary>
    /// <param name="database">The database.</param>
    /// <param name="units">The units.</param>
    /// <param name="text">The statement for the parameters of one part, between the brackets of IN.</param>
    /// <param name="values">Further values.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancel">Ends it early.</param>
    public static async Task<List<T>> ReadOf<T>(
        this IDatabase database, IReadOnlyCollection<UnitCode> units, Func<string, string> text, (string, object?)[] values, Func<System.Data.Common.DbDataReader, T> row, CancellationToken cancel)
    {
        var all = new List<T>();
        foreach (var part in units.Distinct().Chunk(Sizes[^1]))
        {
            var (names, codes) = Part(part);
            all.AddRange(await database.Read(new SqlStatement(text(names), [.. values, .. codes]), row, cancel).ConfigureAwait(false));
        }

        return all;
    }

    /// <summary>The parameters of one list that is asked as a whole.</summary>
    public static (string Names, (string, object?)[] Values) Part(IReadOnlyCollection<UnitCode> units)
    {
        var size = Sizes.FirstOrDefault(s => s >= units.Count, units.Count);
        var last = units.Count == 0 ? "" : units.Last().Value;
        return (
            string.Join(", ", Enumerable.Range(0, size).Select(i => $"@U{i}")),
            [.. units.Select(u => u.Value).Concat(Enumerable.Repeat(last, size - units.Count)).Select((u, i) => ($"@U{i}", (object?)u))]);
    }
}
