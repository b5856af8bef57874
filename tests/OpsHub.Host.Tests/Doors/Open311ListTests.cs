using System.Globalization;
using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>Which requests are listed to whom, and how they are searched. R046.</summary>
[Collection(DoorCollection.Name)]
public sealed class Open311ListTests(DoorHub hub)
{
    private const string Requests = "/open311/v2/requests.json";

    [Fact]
    public async Task A_key_lists_the_requests_of_its_unit_and_no_others()
    {
        var number = await Filed("O-1", "Q05-01");
        (await Numbers("?service_code=Q05-01", "4302")).ShouldContain(number);
        (await Numbers("?service_code=Q05-01", "430203")).ShouldContain(number);
        (await Numbers("?service_code=Q05-01", "430202")).ShouldNotContain(number);
        (await Numbers($"?service_request_id={number}", "430202")).ShouldBeEmpty();
        (await hub.Get($"/open311/v2/requests/{number}.json", await Key("430202"))).Status.ShouldBe(404);
        (await hub.Get($"/open311/v2/tokens/{number}.json", await Key("430202"))).Status.ShouldBe(404);
        (await hub.Get($"{Requests}", await hub.Token("WallKey", "4302"))).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Title_and_text_of_sensitive_classes_are_never_told()
    {
        foreach (var category in new[] { "W03", "W04", "W05", "W07", "W08" })
        {
            var number = await Filed($"O-2-{category}", category == "W07" ? "W07-02" : $"{category}-01");
            foreach (var path in new[] { $"{Requests}?service_request_id={number}", $"/open311/v2/requests/{number}.json" })
                (await hub.Get(path, await Key())).Json[0].GetProperty("description").ValueKind.ShouldBe(JsonValueKind.Null, path);
        }
    }

    [Fact]
    public async Task Filters_and_pages_narrow_the_list()
    {
        string[] filed = [await Filed("O-3", "Q07-02"), await Filed("O-4", "Q07-02"), await Filed("O-5", "Q07-03")];
        (await Numbers("?service_code=Q07-02,Q07-03")).ShouldBe(filed.Reverse());
        (await Numbers("?service_code=Q07-02&status=open")).ShouldBe([filed[1], filed[0]]);
        (await Numbers("?service_code=Q07-02&status=closed")).ShouldBeEmpty();
        (await Numbers("?service_code=Q07-02&status=open,closed&page=2&page_size=1")).ShouldBe([filed[0]]);
        (await Numbers($"?service_request_id={filed[2]},4302-1999-000001&status=closed")).ShouldBe([filed[2]]);
        (await Numbers("?service_code=Q07-02&end_date=2026-01-01T00:00:00Z")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dates_span_at_most_90_days()
    {
        var late = DoorHub.Ticket("O-6");
        (late["category"], late["reportedAt"]) = ("Q07-01", "2026-05-24T08:00:00+08:00");
        var number = (await hub.File(late)).Text("caseNumber");
        (await Numbers("?service_code=Q07-01")).ShouldNotContain(number);
        (await Numbers("?service_code=Q07-01&start_date=2026-05-24T00:00:00Z&end_date=2026-06-24T00:00:00Z")).ShouldBe([number]);
        (await Numbers("?service_code=Q07-01&start_date=2026-05-24T08:00:00+08:00")).ShouldBe([number]);
        (await Numbers("?service_code=Q07-01&start_date=2026-05-24T08:00:01%2B08:00")).ShouldBeEmpty();
        (await Numbers("?service_code=Q07-01&end_date=2026-05-24T00:00:00Z")).ShouldBe([number]);
    }

    [Theory]
    [InlineData("start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", "end_date")]
    [InlineData("start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z", "end_date")]
    [InlineData("start_date=2026-02-30T00:00:00Z", "start_date")]
    [InlineData("start_date=2026-02-01T00:00:00", "start_date")]
    [InlineData("status=resolved", "status")]
    [InlineData("page=0", "page")]
    [InlineData("page_size=1001", "page_size")]
    [InlineData("page=11&page_size=100", "page")]
    [InlineData("jurisdiction_id=sfgov.org", "jurisdiction_id")]
    public async Task What_is_out_of_range_is_refused_by_its_name(string query, string named)
    {
        var answer = await hub.Get($"{Requests}?{query}", await Key());
        answer.Status.ShouldBe(named == "jurisdiction_id" ? 404 : 400);
        answer.Json[0].GetProperty("description").GetString()!.ShouldContain(named);
    }

    [Fact]
    public async Task A_declined_case_is_closed_and_says_why()
    {
        var number = await Filed("O-7", "Q11-01");
        var id = (await hub.Ask($"{{case(number:\"{number}\"){{id}}}}", await Key())).GetProperty("case").GetProperty("id").GetString();
        await hub.Ask($"mutation{{declineCase(input:{{commandId:\"d\",caseId:\"{id}\",reason:\"r\",whereToTurn:\"w\",ground:OUTSIDE_COUNTY}}){{sequence}}}}", await hub.Token("TownshipGovernanceCentre", "430203001"));
        var request = (await hub.Get($"{Requests}?service_code=Q11-01&status=closed", await Key())).Json.EnumerateArray().Single();
        request.GetProperty("status").GetString().ShouldBe("closed");
        request.GetProperty("status_notes").GetString().ShouldBe("不予受理 / declined");
        request.GetProperty("expected_datetime").ValueKind.ShouldBe(JsonValueKind.Null);
        (await hub.Get($"{DoorHub.Tickets}/O-7", await hub.Hotline())).Text("stage").ShouldBe("DECLINED");
    }

    private async Task<string> Filed(string ticket, string category)
    {
        var body = DoorHub.Ticket(ticket);
        body["category"] = category;
        var filed = await hub.File(body);
        filed.Status.ShouldBe(201, filed.Body);
        return filed.Text("caseNumber");
    }

    private Task<string> Key(string unit = "4302") => hub.Token("Integrator", unit);

    private async Task<List<string>> Numbers(string query, string unit = "4302")
    {
        var answer = await hub.Get(Requests + query, await Key(unit));
        answer.Status.ShouldBe(200, string.Create(CultureInfo.InvariantCulture, $"{query}: {answer.Body}"));
        return [.. answer.Json.EnumerateArray().Select(r => r.GetProperty("service_request_id").GetString()!)];
    }
}
