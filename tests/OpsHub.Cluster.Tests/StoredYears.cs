using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
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
        await PlayedYears.Store(options, years.Running.Concat(years.Graded));
        return years;
    }

    /// <summary>Writes years that are being assessed, all of one township: nobody but the survey has given anything.</summary>
    public static async Task<IReadOnlyList<PlayedYear>> Surveyed(StorageOptions options, int count)
    {
        var years = Enumerable.Range(0, count).Select(i => new PlayedYear(OrganCode.Parse($"430203001-D{10 + i}"), 2025).Surveyed()).ToList();
        await PlayedYears.Store(options, years);
        return years;
    }

    /// <summary>Holds that each of the steps stands once in each year's trace, and that the score is what it comes to without a hub. The hub is stopped.</summary>
    public static async Task ShouldHaveHappenedOnce(StorageOptions options, IReadOnlyList<PlayedYear> years, IReadOnlyList<string> steps, Func<PlayedYear, AgencyScore> score)
    {
        await using var services = new ServiceCollection().AddLogging().AddOpsHubStorage(options).BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().Prepare();
        var traces = await Traces(services);
        foreach (var year in years)
        {
            traces[year.Key].Select(e => e.Name).Where(steps.Contains).ShouldBe(steps, year.Key);
            traces[year.Key].OfType<ScoreFinalised>().Single().Score.ShouldBe(score(year), year.Key);
        }
    }

    /// <summary>Holds that each step happened once, and that every snapshot tells what the trace does. The hub is stopped.</summary>
    public async Task ShouldBeClosedOnce()
    {
        await using var services = new ServiceCollection().AddLogging().AddOpsHubStorage(_options).BuildServiceProvider();
        await services.GetRequiredService<IStorageSetup>().Prepare();
        var index = services.GetRequiredService<IAgencyYearIndex>();
        var traces = await Traces(services);
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

    private static async Task<Dictionary<string, List<AgencyYearEvent>>> Traces(IServiceProvider services)
    {
        var segments = services.GetRequiredService<Contracts.Publishing.ISegmentStore>();
        var traces = new Dictionary<string, List<AgencyYearEvent>>();
        await foreach (var state in services.GetRequiredService<IStoredStates>().ReadStates("year-"))
        {
            var entries = await StoredSubject.Of(state)!.Entries(state.Key, segments, default);
            traces[state.Key] = [.. entries.Select(e => JsonSerializer.Deserialize<AgencyYearEvent>(e.Content, DomainSerialization.Options)!)];
        }

        return traces;
    }

    private static string Text<T>(T snapshots) => JsonSerializer.Serialize(snapshots, DomainSerialization.Options);
}
