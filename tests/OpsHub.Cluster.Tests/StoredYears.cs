using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Fixtures;
using OpsHub.Storage;
using OpsHub.Storage.Silo;
using Orleans.Runtime;
using Orleans.Storage;

namespace OpsHub.Cluster.Tests;

/// <summary>Years of agencies as their grains wrote them before the hub was stopped; and what is read of them once it is stopped again.</summary>
internal sealed class StoredYears
{
    /// <summary>Months, quarters and the year itself.</summary>
    public const int PeriodsOfYear = 17;

    private readonly StorageOptions _options;

    private StoredYears(StorageOptions options, IReadOnlyList<PlayedYear> running, IReadOnlyList<PlayedYear> graded) => (_options, Running, Graded) = (options, running, graded);

    /// <summary>Years in force that are over: to be closed.</summary>
    public IReadOnlyList<PlayedYear> Running { get; }

    /// <summary>Years whose grade nobody can contest any more: to be shared.</summary>
    public IReadOnlyList<PlayedYear> Graded { get; }

    public int Snapshots => (PeriodsOfYear - 1) * (Running.Count + Graded.Count);

    /// <summary>Writes so many periods: every third year is graded.</summary>
    public static async Task<StoredYears> Write(StorageOptions options, int periods)
    {
        var agencies = Enumerable.Range(0, ((periods - 1) / PeriodsOfYear) + 1).Select(i => OrganCode.Parse($"{430203001 + (i / 80)}-D{10 + (i % 80)}")).ToList();
        var years = new StoredYears(
            options, [.. agencies.Where((_, i) => i % 3 > 0).Select(a => new PlayedYear(a, 2025).InForce())], [.. agencies.Where((_, i) => i % 3 == 0).Select(a => new PlayedYear(a, 2024).Graded())]);
        using var host = new HostBuilder().ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole()).UseOrleans(silo => silo.UseOpsHubStorage(options)).Build();
        await host.StartAsync();
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>(SiloStorage.StateStorage);
        foreach (var year in years.Running.Concat(years.Graded))
            await storage.WriteStateAsync("state", GrainId.Create("agencyyear", year.Key), new GrainState<SubjectDocument<AgencyYear>>(year.Document()));
        await host.StopAsync();
        return years;
    }

    /// <summary>Holds that each step happened once, and that every snapshot tells what the trace does. The hub is stopped.</summary>
    public async Task ShouldBeClosedOnce()
    {
        await using var services = new ServiceCollection().AddLogging().AddOpsHubStorage(_options).BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().Prepare();
        var index = services.GetRequiredService<IAgencyYearIndex>();
        var segments = services.GetRequiredService<Contracts.Publishing.ISegmentStore>();
        var traces = new Dictionary<string, List<AgencyYearEvent>>();
        await foreach (var state in services.GetRequiredService<IStoredStates>().ReadStates("year-"))
        {
            var entries = await StoredSubject.Of(state)!.Entries(state.Key, segments, default);
            traces[state.Key] = [.. entries.Select(e => JsonSerializer.Deserialize<AgencyYearEvent>(e.Content, DomainSerialization.Options)!)];
        }

        foreach (var (key, trace) in traces)
            trace.Count(e => e is YearOpened).ShouldBe(1, key);
        foreach (var year in Running)
        {
            var trace = traces[year.Key];
            trace.Take(year.Events.Count).Select(e => e.Name).ShouldBe(year.Events.Select(e => e.Name), year.Key);
            trace.Count(e => e is AssessmentOpened).ShouldBe(1, year.Key);
            var last = trace.FindIndex(e => e is EvidenceRecorded);
            last.ShouldBeInRange(0, trace.FindIndex(e => e is AssessmentOpened), year.Key);
            trace.Count(e => e is EvidenceRecorded).ShouldBe(1, year.Key);
        }

        foreach (var year in Graded)
            traces[year.Key].OfType<ResultShared>().Select(e => (e.Target, e.Total)).ShouldBe([(ShareTarget.Township, year.State!.Score!.Total), (ShareTarget.Department, year.State.Score.Total)], year.Key);
        foreach (var year in Running.Concat(Graded))
        {
            var expected = SnapshotPeriod.Ended(year.Year, DateTimeOffset.MaxValue).Select(p => YearSnapshot.From(traces[year.Key], p)).ToList();
            Text(await index.Snapshots(year.Agency, year.Year)).ShouldBe(Text(expected), year.Key);
        }
    }

    private static string Text<T>(T snapshots) => JsonSerializer.Serialize(snapshots, DomainSerialization.Options);
}
