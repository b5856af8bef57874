using System.Data.Common;
using OpsHub.Storage.Database;

namespace OpsHub.Storage.Surveys;

/// <summary>Statements over lists of keys. A list is asked in parts of few sizes, filled up with its last key, so that prepared statements are reused.</summary>
internal static class KeyLists
{
    private static readonly int[] Sizes = [1, 16, 128];

    /// <summary>Reads the rows of every part.</summary>
    /// <param name="database">The database.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="text">The statement for the parameters of one part, between the brackets of IN.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancel">Ends it early.</param>
    public static async Task<List<T>> ReadOf<T>(
        this IDatabase database, IReadOnlyCollection<string> keys, Func<string, string> text, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        var all = new List<T>();
        foreach (var part in keys.Distinct(StringComparer.Ordinal).Chunk(Sizes[^1]))
        {
            var size = Sizes.First(s => s >= part.Length);
            var names = string.Join(", ", Enumerable.Range(0, size).Select(i => $"@K{i}"));
            all.AddRange(await database.Read(
                new SqlStatement(text(names), [.. Enumerable.Range(0, size).Select(i => ($"@K{i}", (object?)part[Math.Min(i, part.Length - 1)]))]), row, cancel).ConfigureAwait(false));
        }

        return all;
    }
}
