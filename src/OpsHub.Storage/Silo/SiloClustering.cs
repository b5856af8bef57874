using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using OpsHub.Storage.Database;
using Orleans.Configuration;
using Orleans.Hosting;

namespace OpsHub.Storage.Silo;

/// <summary>How silos find each other: on SQLite there is one; on PostgreSQL the membership table says.</summary>
public static class SiloClustering
{
    private const string Cluster = "opshub";

    /// <summary>Clustering on the chosen database, on free ports: two hubs on one machine don't collide.</summary>
    public static ISiloBuilder UseOpsHubClustering(this ISiloBuilder silo, StorageOptions options)
    {
        var (siloPort, gatewayPort) = FreePorts();
        if (options.Kind == StorageKind.Sqlite)
            return silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: Cluster, clusterId: Cluster);
        return silo
            .UseAdoNetClustering((OptionsBuilder<AdoNetClusteringSiloOptions> table) =>
                table.Configure<IDatabase>((o, database) => (o.Invariant, o.DataSource) = (database.Invariant, database.GrainData)))
            .Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = (Cluster, Cluster))
            .Configure<ClusterMembershipOptions>(Tune)
            .ConfigureEndpoints(Address(options), siloPort, gatewayPort, listenOnAnyHostAddress: false);
    }

    // A killed silo's grains answer again after about a second, a frozen one's after nine; see the stack's notes.
    private static void Tune(ClusterMembershipOptions o)
    {
        o.ProbeTimeout = TimeSpan.FromSeconds(1);
        o.NumMissedProbesLimit = 2;
        o.NumVotesForDeathDeclaration = 1;
        o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        o.DeathVoteExpirationTimeout = TimeSpan.FromSeconds(30);
    }

    private static IPAddress Address(StorageOptions options)
    {
        if (options.AdvertisedAddress is { } given)
            return IPAddress.Parse(given);
        var host = new NpgsqlConnectionStringBuilder(options.ConnectionString).Host ?? "";
        if (host.StartsWith('/') || host is "localhost" or "127.0.0.1" or "::1")
            return IPAddress.Loopback;
        return Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork).FirstOrDefault(a => !IPAddress.IsLoopback(a)) ?? IPAddress.Loopback;
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        using var silo = new TcpListener(IPAddress.Loopback, 0);
        using var gateway = new TcpListener(IPAddress.Loopback, 0);
        silo.Start();
        gateway.Start();
        return (((IPEndPoint)silo.LocalEndpoint).Port, ((IPEndPoint)gateway.LocalEndpoint).Port);
    }
}
