using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using OpsHub.Contracts.Index;
using OpsHub.Fixtures;
using OpsHub.Storage;

namespace OpsHub.Benchmarks;

/// <summary>The database of a benchmark, and questions to it past the hub: what is durable is what it says.</summary>
internal sealed class BenchmarkStorage(Func<DbConnection> connect, IReadOnlyDictionary<string, string> settings, StorageOptions options)
{
    /// <summary>What makes a hub use it.</summary>
    public IReadOnlyDictionary<string, string> Settings => settings;

    /// <summary>What makes a benchmark without a hub use it.</summary>
    public StorageOptions Options => options;

    public static async Task<BenchmarkStorage> Of(string storage, string folder)
    {
        if (storage != "postgres")
            return new(() => new SqliteConnection($"Data Source={Path.Combine(folder, "opshub.db")};Mode=ReadOnly"), new Dictionary<string, string>(), new StorageOptions { DataFolder = folder });
        var database = await PostgresServer.NewDatabase();
        return new(() => new NpgsqlConnection(database), new Dictionary<string, string> { ["OpsHub:Storage"] = "PostgreSql", ["ConnectionStrings:OpsHub"] = database },
            new StorageOptions { Kind = StorageKind.PostgreSql, DataFolder = folder, ConnectionString = database });
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
