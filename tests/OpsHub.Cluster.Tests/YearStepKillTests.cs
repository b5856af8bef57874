using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using OpsHub.Domain.Assessments;
using OpsHub.Fixtures;
using OpsHub.Storage;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>Offices give, aggregate, finalise and grade while the hub is killed at random, every second time between a write and its publishing: each sends a step until it is
/// answered, and each step has happened once. <c>OPSHUB_YEARS</c> and <c>OPSHUB_KILLS</c> for how many.</summary>
public sealed class YearStepKillTests(ITestOutputHelper output)
{
    private static readonly int Years = Number("OPSHUB_YEARS", 40);
    private static readonly int Kills = Number("OPSHUB_KILLS", 6);

    private static readonly (string Mutation, string Fields, string Role, string Unit, string Event)[] Steps =
    [
        ("submitDutyScore", "", "TownshipGovernment", "430203001", nameof(DutySubmitted)),
        ("submitStatutoryScore", "value: 88.5", "Department", "430203:D12", nameof(StatutorySubmitted)),
        ("aggregateTownshipPart", "", "TownshipGovernment", "430203001", nameof(PartAggregated)),
        ("finaliseAgencyScore", "", "PerformanceOrgan", "430203", nameof(ScoreFinalised)),
        ("gradeAgency", "grade: GOOD", "PerformanceOrgan", "430203", nameof(AgencyGradeSet)),
        ("gradeAgencyHead", "grade: COMPETENT", "PerformanceOrgan", "430203", nameof(HeadGradeSet)),
    ];

    [Fact, Trait("Rule", "A017")]
    public async Task A017_A018_A033_each_step_of_each_year_happens_once_while_the_hub_is_killed()
    {
        using var folder = await HubFolder.Seeded();
        var years = await StoredYears.Surveyed(new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder.Path }, Years);
        var tokens = new Dictionary<string, string>();
        foreach (var step in Steps.DistinctBy(s => s.Role))
            tokens[step.Role] = await HubTokens.Issue(folder.Path, null, step.Role, step.Unit);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}, {years.Count} years of {Steps.Length} steps");
        var random = new Random(seed);
        var work = new ConcurrentQueue<Work>(years.Select(y => new Work(y)));
        var all = work.ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            var left = all.Sum(w => Steps.Length - w.Done);
            var afterWrites = kill % 2 == 0;
            await using var hub = HubProcess.Start(folder.Path, afterWrites ? new Dictionary<string, string> { ["OpsHub:Faults:KillAfterWrites"] = $"{random.Next(1, 2 + (left / 2))}" } : null);
            var ended = hub.Exit();
            var bound = left - random.Next(1, 2 + (left / Kills));
            var clerks = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Clerk(hub, tokens, work)));
            while (!ended.IsCompleted && all.Sum(w => Steps.Length - w.Done) > (afterWrites ? 0 : bound))
                await Task.Delay(5);
            await hub.Kill();
            await clerks;
            output.WriteLine($"kill {kill + 1}: {all.Sum(w => w.Done)} steps answered, {all.Sum(w => w.Lost)} answers lost");
        }

        await using (var last = HubProcess.Start(folder.Path))
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Clerk(last, tokens, work)));
            await last.Stop();
        }

        all.ShouldAllBe(w => w.Done == Steps.Length);
        all.Sum(w => w.Lost).ShouldBeGreaterThan(0, "or no kill fell into a step");
        await StoredYears.ShouldHaveHappenedOnce(new StorageOptions { Kind = StorageKind.Sqlite, DataFolder = folder.Path }, years, [.. Steps.Select(s => s.Event)], Scored);
        (await HubProcess.Verb(folder.Path, null, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    [SkippableFact, Trait("Rule", "A017")]
    public async Task A017_A018_A033_each_step_of_each_year_happens_once_in_two_processes_on_one_database_while_both_are_killed_in_turn()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var database = await PostgresServer.NewDatabase();
        var (settings, options) = (new Dictionary<string, string> { ["OpsHub:Storage"] = "PostgreSql", ["ConnectionStrings:OpsHub"] = database }, new StorageOptions { Kind = StorageKind.PostgreSql, ConnectionString = database });
        using var folderA = HubFolder.Empty();
        using var folderB = HubFolder.Empty();
        var years = await StoredYears.Surveyed(options, Years / 2);
        var (all, seed) = (years.Select(y => new Work(y)).ToList(), Environment.TickCount);
        var (work, random, tokens, amid) = (new ConcurrentQueue<Work>(all), new Random(seed), new Dictionary<string, string>(), 0);
        int Left() => all.Sum(w => Steps.Length - w.Done);

        var a = HubProcess.Start(folderA.Path, settings);
        try
        {
            await a.Ready();
            foreach (var step in Steps.DistinctBy(s => s.Role))
                tokens[step.Role] = await HubTokens.Issue(folderA.Path, settings, step.Role, step.Unit);
            await using var b = HubProcess.Start(folderB.Path, settings);
            await b.Ready();
            var ofA = Clerks(a);
            var ofB = Clerks(b);
            await Until(Left() - random.Next(1, 1 + (Left() / 3)));
            await a.Kill();
            await ofA;
            await a.DisposeAsync();
            amid += Left() > 0 ? 1 : 0;
            a = HubProcess.Start(folderA.Path, settings);
            ofA = Clerks(a);
            await Until(Left() - random.Next(1, 1 + (Left() / 2)));
            await b.Kill();
            await ofB;
            amid += Left() > 0 ? 1 : 0;
            output.WriteLine($"seed {seed}: {Left()} steps left after both were killed, {all.Sum(w => w.Lost)} answers lost");
            await ofA;
            await Clerks(a);
            await a.Stop();
        }
        finally
        {
            await a.DisposeAsync();
        }

        amid.ShouldBeGreaterThan(0, "or no kill fell amid the work");
        all.ShouldAllBe(w => w.Done == Steps.Length);
        await StoredYears.ShouldHaveHappenedOnce(options, years, [.. Steps.Select(s => s.Event)], Scored);
        (await HubProcess.Verb(folderA.Path, settings, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));

        Task Clerks(HubProcess hub) => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Clerk(hub, tokens, work)));

        async Task Until(int left)
        {
            for (var watch = System.Diagnostics.Stopwatch.StartNew(); Left() > left && watch.Elapsed < TimeSpan.FromMinutes(3);)
                await Task.Delay(5);
        }
    }

    // What a year's steps come to without a hub.
    private static AgencyScore Scored(PlayedYear year) => year
        .Do(year.Township, new SubmitDuty(), year.At(1, 9, 1)).Do(year.Bureau, new SubmitStatutory(88.5m), year.At(1, 9, 1))
        .Do(year.Township, new AggregateTownshipPart(), year.At(1, 12, 1)).Do(year.Organ, new FinaliseScore(), year.At(1, 13, 1)).State!.Score!;

    // One step at a time of one year, the same until it is answered.
    private static async Task Clerk(HubProcess hub, IReadOnlyDictionary<string, string> tokens, ConcurrentQueue<Work> queue)
    {
        try
        {
            await hub.Ready();
        }
        catch (Exception) when (hub.HasExited)
        {
            return;
        }

        while (queue.TryDequeue(out var work))
        {
            try
            {
                work.Id ??= (await hub.Answer(tokens["PerformanceOrgan"], $$"""{ agencyYear(agency: "{{work.Year.Agency}}", year: {{work.Year.Year}}) { id } }""")).GetProperty("agencyYear").GetProperty("id").GetString();
                while (work.Done < Steps.Length)
                {
                    var step = Steps[work.Done];
                    var answer = await hub.Answer(tokens[step.Role],
                        $$"""mutation { {{step.Mutation}}(input: { commandId: "{{step.Mutation}}-{{work.Year.Key}}", yearId: "{{work.Id}}" {{step.Fields}} }) { errors { code message } } }""");
                    var errors = answer.GetProperty(step.Mutation).GetProperty("errors");
                    if (errors.GetArrayLength() > 0)
                        throw new InvalidDataException($"{work.Year.Key} {step.Mutation}: {errors}");
                    work.Done++;
                }
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                work.Lost++;
                queue.Enqueue(work);
                if (hub.HasExited)
                    return;
                await Task.Delay(20);
            }
        }
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var n) ? n : otherwise;

    /// <summary>A year with the steps that were answered; one clerk has it at a time.</summary>
    private sealed class Work(PlayedYear year)
    {
        public PlayedYear Year => year;

        public string? Id { get; set; }

        public int Done { get; set; }

        public int Lost { get; set; }
    }
}
