using System.Diagnostics;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>Rules and calendars that change while the hub runs, on both storages, in one process and in two, with kill -9 in between.</summary>
public sealed class RulesTests : IDisposable
{
    private const string Grid = "430203001001001";
    private const string Limits = "mutation($input:ChangeLimitsInput!){changeLimits(input:$input){change{version effectiveFrom} errors{code message}}}";
    private const string OfCase = "query($id:ID!){case(id:$id){rulesVersion terms{id dueAt provisional explain} trace(first:50){nodes{event role reason}}}}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _calendar = Path.Combine(Path.GetTempPath(), $"calendar-{Guid.NewGuid():N}.csv");

    public RulesTests()
    {
        // Every weekday of January of the next year is a day off, so that whatever falls due after it moves.
        var year = DateTime.UtcNow.Year + 1;
        var days = Enumerable.Range(0, 31).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        File.WriteAllLines(_calendar, days.Select(d => $"{d:yyyy-MM-dd},holiday,元旦,{(int)d.DayOfWeek},{year},测试号").Prepend("date,kind,name,isoWeekday,arrangementYear,notice"));
    }

    public void Dispose() => File.Delete(_calendar);

    [Fact]
    public async Task A_calendar_that_is_imported_while_the_hub_runs_counts_open_terms_again_once()
    {
        using var folder = await HubFolder.Seeded();
        await using var hub = HubProcess.Start(folder.Path);
        await hub.Ready();
        var (office, centre) = (await HubTokens.Issue(folder.Path, null, "CityGovernanceOffice", "4302"), await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", "430203001"));
        (await Ready(hub)).GetProperty("rulesVersion").GetInt32().ShouldBe(1);
        await Change(hub, office);
        var id = await CaseSteps.Done(hub, centre, CaseSteps.Report, CaseSteps.ReportInput("one", Grid), "reportCase");
        (await Term(hub, centre, id)).Provisional.ShouldBeTrue();

        var (code, said) = await HubProcess.Verb(folder.Path, null, "import", "--calendar", _calendar);
        code.ShouldBe(0, said);
        await Eventually(async () => !(await Term(hub, centre, id)).Provisional);
        (await HubProcess.Verb(folder.Path, null, "import", "--calendar", _calendar)).Output.ShouldContain("unchanged");

        var once = await hub.Answer(centre, OfCase, new { id });
        once.GetProperty("case").GetProperty("rulesVersion").GetInt32().ShouldBe(2);
        once.GetProperty("case").GetProperty("trace").GetProperty("nodes").EnumerateArray().Count(e => e.GetProperty("event").GetString() == "CaseTermsReprojected").ShouldBe(1);
        once.GetProperty("case").GetProperty("terms")[0].GetProperty("explain").GetString()!.ShouldContain("按第 3 版日历重新推算");
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).Code.ShouldBe(0);
        var recount = await HubProcess.Verb(folder.Path, null, "recount");
        recount.Code.ShouldBe(0, recount.Output);
    }

    [Fact]
    public async Task What_was_announced_and_imported_survives_kill_9_on_SQLite()
    {
        using var folder = await HubFolder.Seeded();
        string id, centre;
        await using (var hub = HubProcess.Start(folder.Path))
        {
            await hub.Ready();
            centre = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", "430203001");
            await Change(hub, await HubTokens.Issue(folder.Path, null, "CityGovernanceOffice", "4302"));
            id = await CaseSteps.Done(hub, centre, CaseSteps.Report, CaseSteps.ReportInput("one", Grid), "reportCase");
            (await HubProcess.Verb(folder.Path, null, "import", "--calendar", _calendar)).Code.ShouldBe(0);
            await hub.Kill();
        }

        await using var again = HubProcess.Start(folder.Path);
        await again.Ready();
        (await Ready(again)).GetProperty("rulesVersion").GetInt32().ShouldBe(3);
        await Eventually(async () => !(await Term(again, centre, id)).Provisional);
        (await Events(again, centre, id)).Count(e => e == "CaseTermsReprojected").ShouldBe(1);
    }

    [SkippableFact]
    public async Task Two_processes_on_PostgreSQL_go_by_one_set_of_rules()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        await using var pair = await HubPair.OnNewDatabase();
        var (office, centre) = (await pair.Token("CityGovernanceOffice", "4302"), await pair.Token());
        await Change(pair.A, office);
        await Eventually(async () => (await Ready(pair.B)).GetProperty("rulesVersion").GetInt32() == 2);
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
            ids.Add(await CaseSteps.Done(i % 2 == 0 ? pair.A : pair.B, centre, CaseSteps.Report, CaseSteps.ReportInput($"case-{i}", Grid), "reportCase"));
        (await Term(pair.B, centre, ids[0])).Provisional.ShouldBeTrue();

        (await pair.Verb("import", "--calendar", _calendar)).Code.ShouldBe(0);
        await pair.KillAndRestart();
        foreach (var id in ids)
        {
            await Eventually(async () => !(await Term(pair.B, centre, id)).Provisional);
            (await Events(pair.A, centre, id)).Count(e => e == "CaseTermsReprojected").ShouldBe(1, "two processes swept, and one was killed");
        }
    }

    private static async Task Change(HubProcess hub, string office)
    {
        var input = new { commandId = "limits", reason = "测试", limits = new[] { new { step = "ACCEPTANCE", category = "W02-99", amount = 60, unit = "WORKING_DAYS" } } };
        var payload = (await hub.Answer(office, Limits, new { input })).GetProperty("changeLimits");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        payload.GetProperty("change").GetProperty("version").GetInt32().ShouldBe(2);
    }

    private static async Task<(string Due, bool Provisional)> Term(HubProcess hub, string token, string id)
    {
        var term = (await hub.Answer(token, OfCase, new { id })).GetProperty("case").GetProperty("terms")[0];
        return (term.GetProperty("dueAt").GetString()!, term.GetProperty("provisional").GetBoolean());
    }

    private static async Task<List<string>> Events(HubProcess hub, string token, string id) =>
        [.. (await hub.Answer(token, OfCase, new { id })).GetProperty("case").GetProperty("trace").GetProperty("nodes").EnumerateArray().Select(e => e.GetProperty("event").GetString()!)];

    private static async Task<JsonElement> Ready(HubProcess hub) => JsonDocument.Parse(await hub.Http.GetStringAsync("/health/ready")).RootElement;

    private static async Task Eventually(Func<Task<bool>> met)
    {
        for (var watch = Stopwatch.StartNew(); !await met(); await Task.Delay(250))
            watch.Elapsed.ShouldBeLessThan(Patience);
    }
}
