using System.Collections.Concurrent;
using OpsHub.Fixtures;
using Xunit.Abstractions;

namespace OpsHub.Cluster.Tests;

/// <summary>kill -9 in the middle of writes; every second kill exactly between a write and its publishing.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("OPSHUB_KILLS"), out var n) ? n : 20;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_when_the_host_is_killed()
    {
        using var folder = await HubFolder.Seeded();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, (string CaseId, string? Accepted)>();
        var sent = new ConcurrentDictionary<string, bool>();
        var token = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", "430203001");
        for (var kill = 0; kill < Kills; kill++)
        {
            var settings = new Dictionary<string, string>();
            var betweenWriteAndPublish = kill % 2 == 0;
            if (betweenWriteAndPublish)
                settings["OpsHub:Faults:KillAfterWrites"] = random.Next(20, 200).ToString();
            await using var hub = HubProcess.Start(folder.Path, settings);
            await hub.Ready();
            using var stop = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 8).Select(w => Write(hub, token, $"k{kill}-w{w}", acknowledged, sent, stop.Token)).ToArray();
            if (betweenWriteAndPublish)
            {
                await hub.Exit().WaitAsync(TimeSpan.FromSeconds(180));
            }
            else
            {
                await Task.Delay(random.Next(200, 1200));
                await hub.Kill();
            }

            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        await using var last = HubProcess.Start(folder.Path);
        await last.Ready();
        output.WriteLine($"{Kills} kills, {sent.Count} sent, {acknowledged.Count} acknowledged");
        acknowledged.Count.ShouldBeGreaterThan(Kills);
        foreach (var (command, (caseId, accepted)) in acknowledged)
        {
            var found = (await last.Answer(token, "query($id:ID!){case(id:$id){id stage trace(first:10){nodes{event}}}}", new { id = caseId })).GetProperty("case");
            found.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object, $"{command} was acknowledged and is gone");
            var events = found.GetProperty("trace").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("event").GetString()).ToList();
            events.Count(e => e == "CaseReported").ShouldBe(1);
            events.Count(e => e == "CaseAccepted").ShouldBe(accepted is null ? Math.Min(1, events.Count(e => e == "CaseAccepted")) : 1);
            var again = await CaseSteps.Done(last, token, CaseSteps.Report, ReportInput(command), "reportCase");
            again.ShouldBe(caseId, "the same command id must give the first answer");
        }

        // Each command reports under a title of its own, acknowledged or not: two cases of one title are one command carried out twice.
        var (titles, total) = await Titles(last, token);
        titles.Count.ShouldBe(total);
        titles.ShouldBeUnique();
        titles.Except(sent.Keys).ShouldBeEmpty();
        acknowledged.Keys.Except(titles).ShouldBeEmpty();
        await last.Stop();
        (await HubProcess.Verb(folder.Path, null, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    private const string Grid = "430203001001001";

    private static async Task Write(
        HubProcess hub, string token, string name, ConcurrentDictionary<string, (string, string?)> acknowledged, ConcurrentDictionary<string, bool> sent, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var command = $"{name}-{i}";
            try
            {
                sent[command] = true;
                if (CaseSteps.Accepted(await hub.Query(token, CaseSteps.Report, ReportInput(command)), "reportCase") is not { } caseId)
                    continue;
                acknowledged[command] = (caseId, null);
                if (CaseSteps.Accepted(await hub.Query(token, CaseSteps.Accept, CaseSteps.AcceptInput($"{command}-a", caseId)), "acceptCase") is not null)
                    acknowledged[command] = (caseId, command);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or System.Text.Json.JsonException or RetryLaterException)
            {
                // Not acknowledged. Either the host was killed while this was under way, or it is too busy and the next one may fare better.
                if (hub.HasExited)
                    return;
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private static object ReportInput(string command) => CaseSteps.ReportInput(command, Grid, title: command);

    private static async Task<(List<string> Titles, int Total)> Titles(HubProcess hub, string token)
    {
        var titles = new List<string>();
        string? after = null;
        while (true)
        {
            const string query = "query($after:String){cases(first:100,after:$after,order:REPORTED_AT_DESCENDING){totalCount nodes{title} pageInfo{hasNextPage endCursor}}}";
            var page = (await hub.Answer(token, query, new { after })).GetProperty("cases");
            titles.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()!));
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
                return (titles, page.GetProperty("totalCount").GetInt32());
            after = info.GetProperty("endCursor").GetString();
        }
    }
}
