using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>Two processes on one PostgreSQL form one hub; when one dies, the other goes on.</summary>
public sealed class TwoProcessTests(ITestOutputHelper output)
{
    private const string Grid = "430203001001001";
    private const string Open = "{unit(code:\"430203001001\"){summary{open reportedToday}}}";

    [SkippableFact]
    public async Task Writes_through_the_other_process_go_on_when_one_is_killed()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var settings = new Dictionary<string, string>
        {
            ["OpsHub:Storage"] = "PostgreSql",
            ["ConnectionStrings:OpsHub"] = await PostgresServer.NewDatabase(),
        };
        using var folderA = HubFolder.Empty();
        using var folderB = HubFolder.Empty();
        await using var a = HubProcess.Start(folderA.Path, settings);
        await a.Ready();
        await using var b = HubProcess.Start(folderB.Path, settings);
        await b.Ready();
        var token = await HubTokens.Issue(folderA.Path, settings, "TownshipGovernanceCentre", "430203001");

        var throughA = await Report(a, token, 20, "a");
        var throughB = await Report(b, token, 20, "b");
        await Eventually(async () => (await Figure(a, token)).ShouldBe(40));
        await Eventually(async () => (await Figure(b, token)).ShouldBe(40));

        await a.Kill();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var afterwards = await Report(b, token, 20, "c");
        output.WriteLine($"20 reports through the other process took {watch.Elapsed.TotalSeconds:F1} s after the kill");
        foreach (var id in throughA.Concat(throughB).Concat(afterwards))
            (await b.Answer(token, "query($id:ID!){case(id:$id){stage}}", new { id })).GetProperty("case").GetProperty("stage").GetString().ShouldBe("REPORTED");
        await Eventually(async () => (await Figure(b, token)).ShouldBe(60));
    }

    private static async Task<int> Figure(HubProcess hub, string token) =>
        (await hub.Query(token, Open)).GetProperty("unit").GetProperty("summary").GetProperty("open").GetInt32();

    private static async Task<List<string>> Report(HubProcess hub, string token, int count, string name)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            // As a client would: the same command id until it is answered.
            string? id = null;
            for (var attempt = 0; id is null; attempt++)
            {
                attempt.ShouldBeLessThan(60, "the other process must take over within a minute");
                try
                {
                    id = CaseSteps.Accepted(await hub.Query(token, CaseSteps.Report, CaseSteps.ReportInput($"{name}-{i}", Grid)), "reportCase");
                }
                catch (Exception error) when (error is InvalidOperationException or TaskCanceledException && attempt < 59)
                {
                    // Nothing is known of it: again.
                }

                if (id is null)
                    await Task.Delay(1000);
            }

            ids.Add(id);
        }

        return ids;
    }

    private static async Task Eventually(Func<Task> holds)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await holds();
                return;
            }
            catch (Exception) when (watch.Elapsed < TimeSpan.FromSeconds(90))
            {
                await Task.Delay(100);
            }
        }
    }
}
