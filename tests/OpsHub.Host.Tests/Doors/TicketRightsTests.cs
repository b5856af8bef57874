namespace OpsHub.Host.Tests.Doors;

/// <summary>Whose tickets a key files and asks for.</summary>
[Collection(DoorCollection.Name)]
public sealed class TicketRightsTests(DoorHub hub)
{
    [Fact]
    public async Task The_anonymous_are_refused()
    {
        (await hub.Send(HttpMethod.Post, DoorHub.Tickets, null, new StringContent("{}"))).Status.ShouldBe(401);
        (await hub.Get($"{DoorHub.Tickets}/R-0", null)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Only_the_hotline_files_its_tickets()
    {
        var ticket = DoorHub.Ticket("R-1");
        ticket["system"] = "12345";
        (await hub.File(ticket)).Status.ShouldBe(201);
        var answer = await hub.File(ticket, await Property());
        answer.Status.ShouldBe(403);
        answer.Text("rule").ShouldBe("G017");
        (await hub.File(ticket, await hub.Token("TownshipGovernanceCentre", "430203001"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_integrator_files_for_its_own_system_only()
    {
        var ticket = DoorHub.Ticket("R-2");
        var filed = await hub.File(ticket, await Property());
        filed.Status.ShouldBe(201, filed.Body);
        filed.Text("system").ShouldBe("property");
        ticket["system"] = "water";
        (await hub.File(ticket, await Property())).Status.ShouldBe(403);
        (await hub.File(DoorHub.Ticket("R-3"), await hub.Token("Integrator", "430203"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task G017_by_the_API_too_a_key_files_for_its_own_system_only()
    {
        string Report(string system) => $$"""
            mutation{reportCase(input:{commandId:"R-8 {{system}}",grid:"{{DoorHub.Grid}}",kind:COMPONENT,category:"Q01-02",title:"路灯不亮",channel:RESIDENT_APP,
              source:{system:"{{system}}",number:"R-8"} }){number errors{code rule field} } }
            """;
        foreach (var (system, token) in new[] { ("water", await Property()), ("property", await hub.Token("TownshipGovernanceCentre", "430203001")), ("12345", await Property()) })
            (await hub.Ask(Report(system), token)).GetProperty("reportCase").GetProperty("errors").ToString().ShouldBe("""[{"code":"NOT_ALLOWED","rule":"G017","field":"source.system"}]""");
        var own = (await hub.Ask(Report("property"), await Property())).GetProperty("reportCase");
        own.GetProperty("errors").GetArrayLength().ShouldBe(0, own.ToString());
        (await hub.File(DoorHub.Ticket("R-8"))).Status.ShouldBe(201); // the hotline's number of the same name is free still
    }

    [Fact]
    public async Task The_same_number_of_two_systems_is_two_cases()
    {
        var one = await hub.File(DoorHub.Ticket("R-4"));
        var other = await hub.File(DoorHub.Ticket("R-4"), await Property());
        other.Status.ShouldBe(201);
        other.Text("caseNumber").ShouldNotBe(one.Text("caseNumber"));
    }

    [Fact]
    public async Task A_key_files_only_within_its_area()
    {
        var answer = await hub.File(DoorHub.Ticket("R-5"), await hub.Token("Hotline", "430202"));
        answer.Status.ShouldBe(403);
        answer.Text("rule").ShouldBe("R046");
    }

    [Fact]
    public async Task The_status_is_for_the_system_that_filed_it()
    {
        var filed = await hub.File(DoorHub.Ticket("R-6"), await Property());
        var path = $"{DoorHub.Tickets}/R-6";
        filed.Location.ShouldBe($"{path}?system=property");
        var status = await hub.Get(filed.Location!, await Property());
        status.Status.ShouldBe(200, status.Body);
        status.Text("caseNumber").ShouldBe(filed.Text("caseNumber"));
        (status.Text("stage"), status.Text("stageZh"), status.Text("responsible"), status.Text("responsibleName")).ShouldBe(("REPORTED", "已收到，待受理", "430203001", "贺家土街道")); // a basic grid forwards what is a matter of all-subject grids
        status.Text("due").ShouldEndWith("+08:00");
        status.Json.GetProperty("open").GetBoolean().ShouldBeTrue();
        status.Json.TryGetProperty("title", out _).ShouldBeFalse();
        (await hub.Get(path, await hub.Hotline())).Status.ShouldBe(404);
        (await hub.Get($"{path}?system=property", await hub.Hotline())).Status.ShouldBe(403);
        (await hub.Get(path, await hub.Token("Integrator", "4302", "--name", "water-desk"))).Status.ShouldBe(404);
        (await hub.Get(path, await hub.Token("Auditor", "4302"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_hotline_of_another_county_is_told_nothing_of_a_ticket()
    {
        await hub.File(DoorHub.Ticket("R-7"));
        (await hub.Get($"{DoorHub.Tickets}/R-7", await hub.Token("Hotline", "430202"))).Status.ShouldBe(404);
        (await hub.Get($"{DoorHub.Tickets}/R-7", await hub.Token("Hotline", "430203"))).Status.ShouldBe(200);
        var other = DoorHub.Ticket("R-7");
        other["place"] = new { unit = "430202001002001" };
        (await hub.File(other, await hub.Token("Hotline", "430202"))).Body.ShouldNotContain("案件 4302-");
    }

    private Task<string> Property() => hub.Token("Integrator", "4302", "--name", "property-desk");
}
