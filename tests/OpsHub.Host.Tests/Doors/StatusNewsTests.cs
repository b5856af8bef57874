namespace OpsHub.Host.Tests.Doors;

/// <summary>Status back to the source: signed, in order, at least once, under the same id however often it is tried. G017.</summary>
[Collection(DoorCollection.Name)]
public sealed class StatusNewsTests(DoorHub hub)
{
    [Fact]
    public async Task Each_change_of_a_ticket_reaches_its_source_though_every_first_attempt_fails()
    {
        await using var receiver = new WebhookReceiver();
        var made = (await hub.Ask(
            $"mutation{{createNoticeChannel(input:{{commandId:\"{DoorHub.ChannelCommand}\",organ:\"4302\",kind:WEBHOOK,target:\"{receiver.Url}\",kinds:[]}}){{secret errors{{messageEn}}}}}}",
            await hub.Token("Administrator", "4302", "--name", "ops"))).GetProperty("createNoticeChannel");
        made.GetProperty("errors").GetArrayLength().ShouldBe(0, made.ToString());
        var secret = made.GetProperty("secret").GetString()!;

        var filed = await hub.File(DoorHub.Ticket("N-1"), await hub.Token("Integrator", "4302", "--name", "property-desk"));
        filed.Status.ShouldBe(201, filed.Body);
        var centre = await hub.Token("TownshipGovernanceCentre", "430203001");
        var id = (await hub.Ask($"{{case(number:\"{filed.Text("caseNumber")}\"){{id}}}}", centre)).GetProperty("case").GetProperty("id").GetString();
        await hub.Ask($"mutation{{acceptCase(input:{{commandId:\"n-1\",caseId:\"{id}\"}}){{sequence}}}}", centre);

        var told = await receiver.About("N-1", 2);
        told.Select(r => r.Data.GetProperty("stage").GetString()).ShouldBe(["REPORTED", "ACCEPTED"]);
        told.Select(r => r.Data.GetProperty("sequence").GetInt64()).ShouldBe([1, 2]);
        told.ShouldAllBe(r => r.Json.GetProperty("type").GetString() == "ticket.status" && r.Data.GetProperty("caseNumber").GetString() == filed.Text("caseNumber"));
        told.ShouldAllBe(r => r.Signature == r.Expected(secret));
        foreach (var message in told)
            receiver.All.Count(r => r.Id == message.Id).ShouldBeGreaterThanOrEqualTo(2, "the first attempt failed");
        told.Select(r => r.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_merged_case_says_into_which_one()
    {
        var (one, other) = (await hub.File(DoorHub.Ticket("N-2")), await hub.File(DoorHub.Ticket("N-3")));
        var centre = await hub.Token("TownshipGovernanceCentre", "430203001");
        var ids = new List<string>();
        foreach (var filed in new[] { one, other })
            ids.Add((await hub.Ask($"{{case(number:\"{filed.Text("caseNumber")}\"){{id}}}}", centre)).GetProperty("case").GetProperty("id").GetString()!);
        var merged = await hub.Ask($"mutation{{mergeCase(input:{{commandId:\"n-3\",caseId:\"{ids[1]}\",target:\"{ids[0]}\",reason:\"同一路灯\"}}){{errors{{messageEn}}}}}}", centre);
        merged.GetProperty("mergeCase").GetProperty("errors").GetArrayLength().ShouldBe(0, merged.ToString());
        var status = await hub.Get($"{DoorHub.Tickets}/N-3", await hub.Hotline());
        (status.Text("stage"), status.Text("mergedInto"), status.Json.GetProperty("open").GetBoolean()).ShouldBe(("MERGED", one.Text("caseNumber"), false));
        foreach (var path in new[] { $"requests/{other.Text("caseNumber")}.json", $"requests.json?service_request_id={other.Text("caseNumber")}" })
        {
            var request = (await hub.Get($"/open311/v2/{path}", await hub.Token("Integrator", "4302"))).Json[0];
            request.GetProperty("status").GetString().ShouldBe("closed");
            request.GetProperty("status_notes").GetString().ShouldBe($"已并入另一案件 {one.Text("caseNumber")} / merged into another case, {one.Text("caseNumber")}");
        }
    }
}
