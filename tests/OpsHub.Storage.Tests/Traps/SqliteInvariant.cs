using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using OpsHub.Storage.Silo;
using Orleans.Hosting;

namespace OpsHub.Storage.Tests.Traps;

/// <summary>Trap 3: the invariant name of SQLite, and transactions inside a query's text.</summary>
public sealed class SqliteInvariant(SqliteHub hub) : IClassFixture<SqliteHub>
{
    [Fact]
    public async Task The_librarys_own_name_is_unknown_to_Orleans()
    {
        using var host = new HostBuilder().UseOrleans(silo => silo
            .UseOpsHubClustering(new StorageOptions())
            .AddAdoNetGrainStorageAsDefault(o => (o.Invariant, o.ConnectionString) = ("Microsoft.Data.Sqlite", "Data Source=:memory:"))).Build();
        var error = await Should.ThrowAsync<Exception>(() => host.StartAsync());
        error.ToString().ShouldContain("Microsoft.Data.Sqlite");
        hub.Hub!.Database.Invariant.ShouldBe("System.Data.SQLite");
    }

    [Fact]
    public async Task No_query_begins_a_transaction_that_a_failure_would_leave_open()
    {
        var queries = await hub.Hub!.Database.Read(new Database.SqlStatement("SELECT QueryText FROM OrleansQuery"), r => r.GetString(0), default);
        queries.Count.ShouldBeGreaterThan(10);
        queries.ShouldAllBe(q => !Regex.IsMatch(q, @"\b(BEGIN|COMMIT)\b", RegexOptions.IgnoreCase));
    }
}
