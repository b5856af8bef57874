using System.Diagnostics;
using System.Text.Json;
using OpsHub.Fixtures;

namespace OpsHub.Cluster.Tests;

/// <summary>A divisions file gives a community to another township while its cases and consultations are under way, with kill -9 before they could follow. G011.</summary>
public sealed class AreaTests : IDisposable
{
    private const string Grid = "430203001001001";
    private const string Community = "430203001001";
    private const string Former = "430203001";
    private const string New = "430203002";
    private const string OfCase = "query($id:ID!){case(id:$id){holder{code} township{code} waits{organ{code}} trace(first:50){nodes{event role rule}}}}";
    private const string Decline = "mutation($input:DeclineCaseInput!){declineCase(input:$input){caseId errors{code rule message messageEn}}}";
    private const string Begin = "mutation($input:OpenConsultationInput!){openConsultation(input:$input){consultationId errors{code message}}}";
    private const string Withdraw = "mutation($id:ID!){withdrawConsultation(input:{commandId:\"withdraw\",consultationId:$id,reason:\"情况已变\"}){errors{code message}}}";
    private const string OfConsultation = "query($id:ID!){consultation(id:$id){township{code} openDuties{stem term{holder{code}}} history(first:50){nodes{event role}}}}";
    private const string Waiting = "{unit(code:\"430203002\"){cases(filter:{waitsFor:\"430203002\"}){totalCount}}}";

    // They follow half a minute after the hub knows.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _divisions = Path.Combine(Path.GetTempPath(), $"divisions-{Guid.NewGuid():N}.csv");

    public AreaTests() => File.WriteAllLines(_divisions, File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seeds", "divisions", "divisions_4302.csv"))
        .Select(line => line.StartsWith("430203001001,430203001,", StringComparison.Ordinal) ? line.Replace(",430203001,", ",430203002,", StringComparison.Ordinal) : line));

    public void Dispose() => File.Delete(_divisions);

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_open_cases_and_consultations_follow_a_community_to_its_new_township_after_kill_9_on_SQLite()
    {
        using var folder = await HubFolder.Seeded();
        string id, talk, moved, government;
        await using (var hub = HubProcess.Start(folder.Path))
        {
            await hub.Ready();
            id = await Accepted(hub, await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", Former), "one");
            talk = await ReportedUp(hub, await HubTokens.Issue(folder.Path, null, "CommunityParty", Community), "talk");
            moved = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", New);
            government = await HubTokens.Issue(folder.Path, null, "TownshipGovernment", New);
            var (code, said) = await HubProcess.Verb(folder.Path, null, "import", _divisions);
            code.ShouldBe(0, said);
            await hub.Kill();
        }

        await using var again = HubProcess.Start(folder.Path);
        await again.Ready();
        await Followed(again, moved, id);
        await TalkFollowed(again, government, talk);
        (await again.Answer(moved, Waiting, new { })).GetProperty("unit").GetProperty("cases").GetProperty("totalCount").GetInt32().ShouldBe(1);
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).Code.ShouldBe(0);
        var recount = await HubProcess.Verb(folder.Path, null, "recount");
        recount.Code.ShouldBe(0, recount.Output);
    }

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_a_consultation_of_a_community_that_was_taken_over_counts_with_the_one_in_force_after_kill_9_on_SQLite()
    {
        const string ended = "430203001007", into = "430203001003";
        using var folder = await HubFolder.Seeded();
        string talk, party;
        await using (var hub = HubProcess.Start(folder.Path))
        {
            await hub.Ready();
            var former = await HubTokens.Issue(folder.Path, null, "CommunityParty", ended);
            party = await HubTokens.Issue(folder.Path, null, "CommunityParty", into);
            talk = await Begun(hub, former, new { commandId = "talk", unit = ended, communities = new[] { ended }, title = "小区停车位改造" });
            var over = await Begun(hub, former, new { commandId = "over", unit = ended, communities = new[] { ended }, title = "楼道灯维修" });
            (await hub.Answer(former, Withdraw, new { id = over })).GetProperty("withdrawConsultation").GetProperty("errors").GetArrayLength().ShouldBe(0);
            var grids = (await hub.Answer(former, "query($code:String!){unit(code:$code){children(first:100){nodes{code name}}}}", new { code = ended })).GetProperty("unit").GetProperty("children").GetProperty("nodes");
            File.WriteAllLines(_divisions,
            [
                "code,parentCode,level,name,kind,generated,population,areaKm2,load,endsOn,mergedInto",
                .. grids.EnumerateArray().Select(g => $"{Code(g)},{into},6,{g.GetProperty("name").GetString()},grid,true,900,0.4,120,,"),
                $"{ended},430203001,5,长塘湾社区居委会,community,,,,,{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai"):yyyy-MM-dd},{into}",
            ]);
            var (code, said) = await HubProcess.Verb(folder.Path, null, "import", _divisions);
            code.ShouldBe(0, said);
            await hub.Kill();
        }

        await using var again = HubProcess.Start(folder.Path);
        await again.Ready();
        await Eventually(async () => await Talk() is { ValueKind: JsonValueKind.Object } seen && Code(seen.GetProperty("lead")) == into);
        var found = await Talk();
        Code(found.GetProperty("unit")).ShouldBe(into);
        found.GetProperty("communities").EnumerateArray().Select(Code).ShouldBe([into]);
        found.GetProperty("openDuties").EnumerateArray().ShouldAllBe(d => Code(d.GetProperty("term").GetProperty("holder")) == into);
        await Eventually(async () => (await again.Answer(party, "query($code:String!){unit(code:$code){consultations{totalCount}}}", new { code = into }))
            .GetProperty("unit").GetProperty("consultations").GetProperty("totalCount").GetInt32() == 2); // what is over goes too
        (await HubProcess.Verb(folder.Path, null, "verify-trace")).Code.ShouldBe(0);
        var recount = await HubProcess.Verb(folder.Path, null, "recount");
        recount.Code.ShouldBe(0, recount.Output);

        async Task<JsonElement> Talk() => (await again.Answer(party, "query($id:ID!){consultation(id:$id){unit{code} lead{code} communities{code} openDuties{term{holder{code}}}}}", new { id = talk })).GetProperty("consultation");
    }

    [SkippableFact]
    public async Task Two_processes_on_PostgreSQL_hand_each_over_once_though_both_were_killed()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        await using var pair = await HubPair.OnNewDatabase();
        var (former, moved) = (await pair.Token(), await pair.Token("TownshipGovernanceCentre", New));
        var (party, government) = (await pair.Token("CommunityParty", Community), await pair.Token("TownshipGovernment", New));
        var (ids, talks) = (new List<string>(), new List<string>());
        for (var i = 0; i < 10; i++)
        {
            ids.Add(await Accepted(i % 2 == 0 ? pair.A : pair.B, former, $"case-{i}"));
            talks.Add(await ReportedUp(i % 2 == 0 ? pair.B : pair.A, party, $"talk-{i}"));
        }

        var (code, said) = await pair.Verb("import", _divisions);
        code.ShouldBe(0, said);
        await pair.KillAndRestart();
        foreach (var id in ids)
            await Followed(pair.B, moved, id);
        foreach (var id in talks)
            await TalkFollowed(pair.A, government, id);
        var recount = await pair.Verb("recount");
        recount.Code.ShouldBe(0, recount.Output);
    }

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_those_who_take_a_grid_over_have_its_open_cases_and_read_and_find_its_closed_ones_on_SQLite()
    {
        const string into = "430203002002001";
        using var folder = await HubFolder.Seeded();
        await using var hub = HubProcess.Start(folder.Path);
        await hub.Ready();
        var former = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", Former);
        var taking = await HubTokens.Issue(folder.Path, null, "TownshipGovernanceCentre", New);
        var open = await Accepted(hub, former, "open");
        var closed = await CaseSteps.Done(hub, former, CaseSteps.Report, CaseSteps.ReportInput("closed", Grid), "reportCase");
        await CaseSteps.Done(hub, former, Decline, new { input = new { commandId = "decline", caseId = closed, ground = "OUTSIDE_CATEGORIES", reason = "不属于网格事项", whereToTurn = "市水务局" } }, "declineCase");

        File.WriteAllText(_divisions, $"code,parentCode,level,name,kind,population,areaKm2,load,endsOn,mergedInto\n{Grid},430203001001,6,第1网格,grid,900,0.4,120,{DateTimeOffset.UtcNow.AddHours(8):yyyy-MM-dd},{into}\n");
        var (code, said) = await HubProcess.Verb(folder.Path, null, "import", _divisions);
        code.ShouldBe(0, said);

        await Eventually(async () => await Case(taking, open) is { ValueKind: JsonValueKind.Object } seen && Code(seen.GetProperty("holder")) == New);
        var handed = (await Case(taking, open)).GetProperty("trace").GetProperty("nodes").EnumerateArray().Single(e => e.GetProperty("event").GetString() == "CaseRelocated");
        (handed.GetProperty("rule").GetString(), handed.GetProperty("role").GetString()).ShouldBe(("G011", "SCHEDULER"));
        foreach (var (token, reads) in new[] { (taking, true), (former, false) })
        {
            ((await Case(token, closed)).ValueKind == JsonValueKind.Object).ShouldBe(reads);
            (await hub.Answer(token, "{cases{totalCount nodes{id}}}", new { })).GetProperty("cases").GetProperty("nodes").EnumerateArray().Select(c => c.GetProperty("id").GetString())
                .ShouldBe(reads ? [open, closed] : [], ignoreOrder: true);
        }

        var recount = await HubProcess.Verb(folder.Path, null, "recount");
        recount.Code.ShouldBe(0, recount.Output);

        async Task<JsonElement> Case(string token, string id) => (await hub.Answer(token, OfCase, new { id })).GetProperty("case");
    }

    private static async Task<string> Accepted(HubProcess hub, string centre, string name)
    {
        var id = await CaseSteps.Done(hub, centre, CaseSteps.Report, CaseSteps.ReportInput(name, Grid), "reportCase");
        await CaseSteps.Done(hub, centre, CaseSteps.Accept, CaseSteps.AcceptInput($"{name}-accept", id), "acceptCase");
        return id;
    }

    // The township is to decide on the way.
    private static Task<string> ReportedUp(HubProcess hub, string party, string name) => Begun(hub, party, new
    {
        commandId = name,
        unit = Community,
        communities = new[] { Community, "430203001003" },
        title = "两社区共用道路整治",
        matter = new { important = true, cannotAlone = true },
        reportUp = true,
    });

    private static async Task<string> Begun(HubProcess hub, string party, object input)
    {
        var begun = (await hub.Answer(party, Begin, new { input })).GetProperty("openConsultation");
        begun.GetProperty("errors").GetArrayLength().ShouldBe(0, begun.ToString());
        return begun.GetProperty("consultationId").GetString()!;
    }

    private static async Task TalkFollowed(HubProcess hub, string government, string id)
    {
        await Eventually(async () => await Talk() is { ValueKind: JsonValueKind.Object } seen && Holders(seen).SequenceEqual([New]));
        var found = await Talk();
        Code(found.GetProperty("township")).ShouldBe(New);
        found.GetProperty("history").GetProperty("nodes").EnumerateArray().Count(e => e.GetProperty("event").GetString() == "ConsultationAreaChanged").ShouldBe(1);

        async Task<JsonElement> Talk() => (await hub.Answer(government, OfConsultation, new { id })).GetProperty("consultation");

        static IEnumerable<string?> Holders(JsonElement talk) => talk.GetProperty("openDuties").EnumerateArray()
            .Where(d => d.GetProperty("stem").GetString() == "step").Select(d => Code(d.GetProperty("term").GetProperty("holder")));
    }

    private static async Task Followed(HubProcess hub, string centre, string id)
    {
        await Eventually(async () => await Case() is { ValueKind: JsonValueKind.Object } seen && Code(seen.GetProperty("holder")) == New);
        var found = await Case();
        Code(found.GetProperty("township")).ShouldBe(New);
        found.GetProperty("waits").EnumerateArray().ShouldAllBe(w => Code(w.GetProperty("organ")) == New);
        found.GetProperty("trace").GetProperty("nodes").EnumerateArray().Count(e => e.GetProperty("event").GetString() == "CaseAreaChanged").ShouldBe(1);

        async Task<JsonElement> Case() => (await hub.Answer(centre, OfCase, new { id })).GetProperty("case");
    }

    private static string? Code(JsonElement organ) => organ.GetProperty("code").GetString();

    private static async Task Eventually(Func<Task<bool>> met)
    {
        for (var watch = Stopwatch.StartNew(); !await met(); await Task.Delay(500))
            watch.Elapsed.ShouldBeLessThan(Patience);
    }
}
