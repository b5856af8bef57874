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
        var sent = 0;
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
            var writers = Enumerable.Range(0, 8).Select(w => Write(hub, token, $"k{kill}-w{w}", acknowledged, () => Interlocked.Increment(ref sent), stop.Token)).ToArray();
            if (betweenWriteAndPublish)
            {
                await hub.Exit().WaitAsync(TimeSpan.FromSeconds(60));
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
        output.WriteLine($"{Kills} kills, {sent} sent, {acknowledged.Count} acknowledged");
        acknowledged.Count.ShouldBeGreaterThan(Kills);
        foreach (var (command, (caseId, accepted)) in acknowledged)
        {
            var found = (await last.Query(token, "query($id:ID!){case(id:$id){id stage trace(first:10){nodes{event}}}}", new { id = caseId })).GetProperty("case");
            found.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object, $"{command} was acknowledged and is gone");
            var events = found.GetProperty("trace").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("event").GetString()).ToList();
            events.Count(e => e == "CaseReported").ShouldBe(1);
            events.Count(e => e == "CaseAccepted").ShouldBe(accepted is null ? Math.Min(1, events.Count(e => e == "CaseAccepted")) : 1);
            var again = CaseSteps.Accepted(await last.Query(token, CaseSteps.Report, CaseSteps.ReportInput(command, Grid)), "reportCase");
            again.ShouldBe(caseId, "the same command id must give the first answer");
        }

        var total = (await last.Query(token, "{cases(first:1){totalCount}}")).GetProperty("cases").GetProperty("totalCount").GetInt32();
        total.ShouldBeGreaterThanOrEqualTo(acknowledged.Count);
        total.ShouldBeLessThanOrEqualTo(sent, "no command made two cases");
        await last.Stop();
        (await HubProcess.Verb(folder.Path, null, "recount")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Output));
    }

    private const string Grid = "430203001001001";

    private static async Task Write(
        HubProcess hub, string token, string name, ConcurrentDictionary<string, (string, string?)> acknowledged, Action sent, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var command = $"{name}-{i}";
            try
            {
                sent();
                if (CaseSteps.Accepted(await hub.Query(token, CaseSteps.Report, CaseSteps.ReportInput(command, Grid)), "reportCase") is not { } caseId)
                    continue;
                acknowledged[command] = (caseId, null);
                if (CaseSteps.Accepted(await hub.Query(token, CaseSteps.Accept, CaseSteps.AcceptInput($"{command}-a", caseId)), "acceptCase") is not null)
                    acknowledged[command] = (caseId, command);
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or System.Text.Json.JsonException)
            {
                // The host was killed while this was under way: not acknowledged.
                return;
            }
        }
    }
}
