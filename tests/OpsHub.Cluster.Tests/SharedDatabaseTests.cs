using System.Diagnostics;
using Npgsql;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>Two processes on one PostgreSQL are one hub: to those who watch, to its jobs, and after both have died.</summary>
public sealed class SharedDatabaseTests(ITestOutputHelper output)
{
    private const string Grid = "430203001001001";

    [SkippableFact]
    public async Task Both_are_one_hub_to_those_who_watch_and_to_its_jobs()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        await using var pair = await HubPair.OnNewDatabase();
        var token = await pair.Token();
        await using var figures = await HubSocket.Subscribe(pair.B, token, "subscription{unitSummary(code:\"430203001001\"){summary{open}}}");
        await using var events = await HubSocket.Subscribe(pair.B, token, "subscription{unitCaseEvents(code:\"430203001001\",after:\"0\"){caseId event}}");
        await figures.Until(data => Open(data) == 0);
        var id = await CaseSteps.Done(pair.A, token, CaseSteps.Report, CaseSteps.ReportInput("watched", Grid), "reportCase");
        await figures.Until(data => Open(data) == 1);
        await events.Until(data => data.GetProperty("unitCaseEvents") is var e && e.GetProperty("caseId").GetString() == id && e.GetProperty("event").GetString() == "CaseReported");

        // Both may run every job, and each run is one process's.
        await using var database = new NpgsqlConnection(pair.ConnectionString);
        await database.OpenAsync();
        (await Number(database, "SELECT COUNT(*)::int FROM hangfire.server")).ShouldBe(2);
        for (var watch = Stopwatch.StartNew(); await Number(database, $"SELECT COUNT(*)::int {FromSweeps}") < 2; await Task.Delay(1000))
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(5), "the sweep runs every minute");
        var gap = await Number(database, $"SELECT EXTRACT(EPOCH FROM MIN(gap))::int FROM (SELECT createdat - LAG(createdat) OVER (ORDER BY createdat) AS gap {FromSweeps}) AS gaps");
        output.WriteLine($"{gap} s between two sweeps");
        gap.ShouldBeGreaterThan(20, "a schedule of each process would make two within the quarter of a minute that a scheduler sleeps");
    }

    [SkippableFact]
    public async Task Nothing_acknowledged_is_lost_when_both_are_killed()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        await using var pair = await HubPair.OnNewDatabase();
        var token = await pair.Token();
        var reported = new Dictionary<string, string>();
        for (var i = 0; i < 40; i++)
            reported[$"both-{i}"] = await CaseSteps.Done(i % 2 == 0 ? pair.A : pair.B, token, CaseSteps.Report, CaseSteps.ReportInput($"both-{i}", Grid), "reportCase");
        await pair.KillAndRestart();
        foreach (var (command, id) in reported)
        {
            var found = (await pair.B.Answer(token, "query($id:ID!){case(id:$id){stage trace(first:10){nodes{event}}}}", new { id })).GetProperty("case");
            found.GetProperty("stage").GetString().ShouldBe("REPORTED", command);
            found.GetProperty("trace").GetProperty("nodes").GetArrayLength().ShouldBe(1, command);
            (await CaseSteps.Done(pair.A, token, CaseSteps.Report, CaseSteps.ReportInput(command, Grid), "reportCase")).ShouldBe(id, "the same command id must give the first answer");
        }

        (await pair.A.Answer(token, "{cases(first:1){totalCount}}")).GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(reported.Count);
    }

    private const string FromSweeps = "FROM hangfire.job WHERE id IN (SELECT jobid FROM hangfire.jobparameter WHERE name = 'RecurringJobId' AND value = '\"rung-sweep\"')";

    private static int Open(System.Text.Json.JsonElement data) => data.GetProperty("unitSummary").GetProperty("summary").GetProperty("open").GetInt32();

    private static async Task<int> Number(NpgsqlConnection database, string query)
    {
        await using var command = new NpgsqlCommand(query, database);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
