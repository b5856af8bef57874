using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using OpsHub.Contracts.Index;
using OpsHub.Fixtures;

namespace OpsHub.Benchmarks;

/// <summary>The database of a benchmark, and questions to it past the hub: what is durable is what it says.</summary>
internal sealed class BenchmarkStorage(Func<DbConnection> connect, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>What makes a hub use it.</summary>
    public IReadOnlyDictionary<string, string> Settings => settings;

    public static async Task<BenchmarkStorage> Of(string storage, string folder)
    {
        if (storage != "postgres")
            return new(() => new SqliteConnection($"Data Source={Path.Combine(folder, "opshub.db")};Mode=ReadOnly"), new Dictionary<string, string>());
        var database = await PostgresServer.NewDatabase();
        return new(() => new NpgsqlConnection(database), new Dictionary<string, string> { ["OpsHub:Storage"] = "PostgreSql", ["ConnectionStrings:OpsHub"] = database });
    }

    public long Count(string query)
    {
        using var connection = connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Documents of subjects whose key begins with a word, one by one.</summary>
    public IEnumerable<StoredState> Documents(string prefix)
    {
        using var connection = connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT GrainIdExtensionString, PayloadBinary FROM OrleansStorage WHERE GrainIdExtensionString LIKE '{prefix}%' AND PayloadBinary IS NOT NULL";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new(reader.GetString(0), 1, (byte[])reader.GetValue(1));
    }
}
