using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>The trace in use on a hub that runs: past figures are what the live ones were, and a day's export is checked by others.</summary>
public sealed class TraceInUseTests
{
    private const string Grid = "430203001001001";
    private const string Figures = "open reportedToday closedToday emergencies byStage{stage count} byCategory{category count}";

    [SkippableFact]
    public async Task Past_figures_are_what_the_live_ones_were_and_a_days_export_is_checked_without_our_code()
    {
        using var folder = await HubFolder.Seeded();
        await using var hub = HubProcess.Start(folder.Path);
        await hub.Ready();
        var token = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", "430203001");
        var ids = new List<string>();
        var seen = new List<(string At, string Figures)>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await CaseSteps.Done(hub, token, CaseSteps.Report, CaseSteps.ReportInput($"r{i}", Grid), "reportCase"));
            if (i % 2 == 0)
                await CaseSteps.Done(hub, token, CaseSteps.Accept, CaseSteps.AcceptInput($"a{i}", ids[i]), "acceptCase");
            seen.Add((await Newest(hub, token, ids[i]), await Live(hub, token, ids.Count, accepted: 1 + (i / 2))));
        }

        foreach (var (at, was) in seen)
            (await hub.Query(token, $"{{unit(code:\"430203001\"){{summaryAt(at:\"{at}\"){{{Figures}}}}}}}")).GetProperty("unit").GetProperty("summaryAt").ToString().ShouldBe(was, at);

        var day = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd");
        var (verified, told) = await HubProcess.Verb(folder.Path, null, "verify-trace", "--day", day);
        verified.ShouldBe(0, told);
        var file = Path.Combine(folder.Path, "day.ndjson");
        (var exported, told) = await HubProcess.Verb(folder.Path, null, "export-trace", "--day", day, "--out", file);
        exported.ShouldBe(0, told);
        Skip.IfNot(File.Exists("/usr/bin/node") || File.Exists("/usr/local/bin/node"), "Node 18 or later is not installed");
        (await Check(file)).ShouldBe(0);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("CaseAccepted", "CaseDeclined", StringComparison.Ordinal));
        (await Check(file)).ShouldBe(1);
    }

    // At rest: what the reports and acceptances add has reached the township.
    private static async Task<string> Live(HubProcess hub, string token, int open, int accepted)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var summary = (await hub.Query(token, $"{{unit(code:\"430203001\"){{summary{{{Figures}}}}}}}")).GetProperty("unit").GetProperty("summary");
            var done = summary.GetProperty("byStage").EnumerateArray().FirstOrDefault(s => s.GetProperty("stage").GetString() == "ACCEPTED");
            if (summary.GetProperty("open").GetInt32() == open && done.ValueKind == JsonValueKind.Object && done.GetProperty("count").GetInt32() == accepted)
                return summary.ToString();
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), summary.ToString());
        }
    }

    private static async Task<string> Newest(HubProcess hub, string token, string id) =>
        (await hub.Query(token, $"{{case(id:\"{id}\"){{history{{at}}}}}}")).GetProperty("case").GetProperty("history").EnumerateArray().Last().GetProperty("at").GetString()!;

    private static async Task<int> Check(string file)
    {
        var verifier = Path.GetFullPath(Path.Combine(Here(), "../../deploy/verifier/verify-trace.mjs"));
        using var process = Process.Start(new ProcessStartInfo("node", [verifier, file]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
