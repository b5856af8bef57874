using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Fixtures;
using OpsHub.Domain.Hierarchy;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>A real silo with the grains, memory storage and an index in memory. With a fake clock, only grains and their timers live by it.</summary>
internal sealed class HubCluster : IAsyncDisposable
{
    // A call that never ends fails its test all the same; one that is slow on a busy machine does not.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromMinutes(2);

    private readonly InProcessTestCluster _cluster;

    private readonly ConcurrentQueue<LiveFamily> _told;

    private HubCluster(InProcessTestCluster cluster, MemoryIndex index, ConcurrentQueue<LiveFamily> told) => (_cluster, Index, _told) = (cluster, index, told);

    /// <summary>The index all of its silos share.</summary>
    internal MemoryIndex Index { get; }

    /// <summary>Calls from outside the silo: everything crosses the wire format.</summary>
    internal IClusterClient Client => _cluster.Client;

    /// <summary>What a unit told its observers, in the order in which it did. On the way Orleans may change that order, so observers compare versions.</summary>
    internal IReadOnlyList<LiveFamily> ToldBy(UnitCode unit) => [.. _told.Where(f => f.Own.Code == OrganCode.Of(unit))];

    /// <summary>How many reminders a grain has.</summary>
    internal async Task<int> Reminders(string key)
    {
        var all = await _cluster.Silos[0].ServiceProvider.GetRequiredService<IReminderTable>().ReadRows(0, 0);
        return all.Reminders.Count(r => r.GrainId.Key.ToString() == key);
    }

    /// <summary>A service of the silo.</summary>
    internal T Service<T>()
        where T : notnull => _cluster.Silos[0].ServiceProvider.GetRequiredService<T>();

    internal static async Task<HubCluster> Start(FakeTimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var (index, told) = (new MemoryIndex(), new ConcurrentQueue<LiveFamily>());
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorageAsDefault(options => options.GrainStorageSerializer = new DomainJson()).UseInMemoryReminderService();
            silo.Services.AddOpsHubGrains()
                .AddSingleton<IHubIndex>(index)
                .AddSingleton<IConsultationIndex>(index)
                .AddSingleton<ICouncilIndex>(index.Councils)
                .AddSingleton<ISurveyBallots>(index.Ballots)
                .AddSingleton<IPublisher>(index)
                .AddSingleton<ISegmentStore, MemorySegments>();
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout);
            silo.AddOutgoingGrainCallFilter(call =>
            {
                if (call.InterfaceMethod.DeclaringType == typeof(IUnitObserver) && call.Request.GetArgument(0) is LiveFamily family)
                    told.Enqueue(family);
                return call.Invoke();
            });
            if (time is not null)
                silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, time);
            configure?.Invoke(silo.Services);
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout).Services.AddDomainSerialization());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, index, told);
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}
