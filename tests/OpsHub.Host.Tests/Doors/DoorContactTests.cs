using System.Text;
using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>A reporter's contact that came through a door: kept apart and encrypted, told to the handling unit alone, and never a part of anything else. G049, G053.</summary>
[Collection(DoorCollection.Name)]
public sealed class DoorContactTests(DoorHub hub)
{
    private const string Telephone = "13912345678";
    private const string Mail = "wang.reporter@example.org";

    [Fact]
    public async Task The_contact_of_a_ticket_is_read_by_the_handling_unit_only_and_stands_nowhere_else()
    {
        var filed = await hub.File(Ticket("contact-1", Telephone));
        filed.Status.ShouldBe(201, filed.Body);
        var number = filed.Text("caseNumber");
        (await Read(number, await County())).GetProperty("contact").GetString().ShouldBe(Telephone);
        foreach (var other in new[] { await hub.Hotline(), await hub.Token("Integrator", "4302"), await hub.Token("Auditor", "4302"), await hub.Token("TownshipGovernment", "430203001") })
        {
            var refused = await Read(number, other);
            refused.GetProperty("contact").ValueKind.ShouldBe(JsonValueKind.Null);
            refused.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_ALLOWED");
        }

        var told = string.Join('\n', filed.Body, (await hub.File(Ticket("contact-1", Telephone))).Body, (await hub.Get($"{DoorHub.Tickets}/contact-1", await hub.Hotline())).Body,
            (await hub.Get($"/open311/v2/requests/{number}.json", await hub.Token("Integrator", "4302"))).Body, await Everything(number));
        told.ShouldContain(number);
        told.ShouldNotContain(Telephone);
        hub.Log.ShouldNotContain(Telephone);
        Stored().Contains(Telephone, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_ticket_that_comes_again_with_another_contact_is_the_same_and_keeps_the_first()
    {
        var first = await hub.File(Ticket("contact-2", Telephone));
        var again = await hub.File(Ticket("contact-2", "13887654321"));
        (again.Status, again.Text("caseNumber")).ShouldBe((200, first.Text("caseNumber")));
        (await hub.File(DoorHub.Ticket("contact-2"))).Status.ShouldBe(200);
        (await Read(first.Text("caseNumber"), await County())).GetProperty("contact").GetString().ShouldBe(Telephone);
    }

    [Fact]
    public async Task Whoever_files_it_with_another_body_takes_the_contact_neither_away_nor_over()
    {
        var first = await hub.File(Ticket("contact-3", Telephone));
        var other = Ticket("contact-3", "13887654321");
        other["title"] = "井盖缺失";
        (await hub.File(other)).Status.ShouldBe(409);
        (await hub.File(other, await hub.Token("Hotline", "430203"))).Status.ShouldBe(409);
        (await Read(first.Text("caseNumber"), await County())).GetProperty("contact").GetString().ShouldBe(Telephone);
    }

    [Theory]
    [InlineData(Mail, Telephone, Mail + "; " + Telephone)]
    [InlineData(null, Telephone, Telephone)]
    public async Task Open311_keeps_a_means_of_contact_and_no_name(string? email, string? phone, string kept)
    {
        const string name = "欧阳某某";
        var created = await Post(new { service_code = "Q01-02", address_id = DoorHub.Grid, description = "路灯不亮", attribute = new { kind = "EVENT" }, email, phone, first_name = name, last_name = name });
        created.Status.ShouldBe(200, created.Body);
        var number = created.Json[0].GetProperty("service_request_id").GetString()!;
        (await Read(number, await hub.Token("TownshipGovernanceCentre", "430203001"))).GetProperty("contact").GetString().ShouldBe(kept, "a basic grid forwards it to the centre, G007");
        var told = string.Join('\n', created.Body, (await hub.Get($"/open311/v2/requests/{number}.json", await hub.Token("Integrator", "4302"))).Body,
            (await hub.Get($"/open311/v2/requests/{number}.xml", await hub.Token("Integrator", "4302"))).Body, await Everything(number), hub.Log, Stored());
        foreach (var secret in new[] { Telephone, Mail, name })
            told.Contains(secret, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_contact_that_is_too_long_is_refused_by_its_field()
    {
        var answer = await Post(new { service_code = "Q01-02", address_id = DoorHub.Grid, description = "路灯不亮", attribute = new { kind = "EVENT" }, phone = new string('1', 201) });
        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("phone");
        (await hub.File(Ticket("contact-4", new string('1', 201)))).Text("field").ShouldBe("contact");
        (await hub.Get($"{DoorHub.Tickets}/contact-4", await hub.Hotline())).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Numbers_in_free_text_leave_through_no_door()
    {
        const string written = "13700137000"; // stored as it was written, unlike the others' contact
        var ticket = DoorHub.Ticket("contact-5");
        (ticket["title"], ticket["text"]) = ($"路灯不亮，致电{written}", $"联系{written}");
        var number = (await hub.File(ticket)).Text("caseNumber");
        foreach (var path in new[] { $"requests/{number}.json", $"requests/{number}.xml", $"requests.json?service_request_id={number}" })
        {
            var body = (await hub.Get($"/open311/v2/{path}", await hub.Token("Integrator", "4302"))).Body;
            body.ShouldContain("致电***");
            body.ShouldNotContain(written);
        }
    }

    private static Dictionary<string, object?> Ticket(string number, string contact)
    {
        var ticket = DoorHub.Ticket(number);
        ticket["contact"] = contact;
        return ticket;
    }

    // Each holds what was filed where it is the first asked: the county what the hotline filed, the community all else.
    private Task<string> County() => hub.Token("CountyCommandCentre", "430203");

    private Task<string> Committee() => hub.Token("CommunityCommittee", "430203001001");

    private async Task<Answered> Post(object request) => await hub.Send(
        HttpMethod.Post, "/open311/v2/requests.json", await hub.Token("Integrator", "4302"), new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8, "application/json"));

    private async Task<JsonElement> Read(string number, string token)
    {
        var id = (await hub.Ask($"{{case(number:\"{number}\"){{id}}}}", await Committee())).GetProperty("case").GetProperty("id").GetString();
        return (await hub.Ask($"mutation{{readContact(input:{{commandId:\"{Guid.NewGuid()}\",caseId:\"{id}\",reason:\"核实位置\"}}){{contact errors{{code}}}}}}", token)).GetProperty("readContact");
    }

    private async Task<string> Everything(string number) => (await hub.Ask(
        $"{{case(number:\"{number}\"){{number title text result evidence source{{number}} history{{event reason principal}} terms{{id}}}}}}", await Committee())).ToString();

    // Files of the database and its log, as bytes: what is encrypted doesn't show.
    private string Stored()
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(hub.Data, "*.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            text.AppendLine(reader.ReadToEnd());
        }

        text.ToString().ShouldContain("路灯不亮", customMessage: "or this looks at nothing");
        return text.ToString();
    }
}
