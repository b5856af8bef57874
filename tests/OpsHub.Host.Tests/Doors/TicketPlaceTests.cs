namespace OpsHub.Host.Tests.Doors;

/// <summary>Every case lies in a grid (G011), also where the hotline knows less.</summary>
[Collection(DoorCollection.Name)]
public sealed class TicketPlaceTests(DoorHub hub)
{
    [Theory]
    [InlineData("P-1", "430203001001", null, "430203001001001", "〔地点只到 430203001001，暂记其首个网格，请核实〕")]
    [InlineData("P-2", "430203001", null, "430203001001001", "〔地点只到 430203001，暂记其首个网格，请核实〕")]
    [InlineData("P-3", null, "芦淞区贺家土街道大园社区3栋", "430203001003001", "〔地址：芦淞区贺家土街道大园社区3栋〕\n〔网格按地址文字推定，请核实〕")]
    [InlineData("P-4", null, "大园社区门口", "430203001003001", "〔地址：大园社区门口〕\n〔网格按地址文字推定，请核实〕")]
    [InlineData("P-5", "430202", "月塘街道东湖社区", "430202001002001", "〔地址：月塘街道东湖社区〕\n〔网格按地址文字推定，请核实〕")]
    [InlineData("P-6", null, "贺家土街道某路口", "430203001001001", "〔地址：贺家土街道某路口〕\n〔网格按地址文字推定，请核实〕")]
    [InlineData("P-7", "430203001001002", "大园社区", "430203001001002", "〔地址：大园社区〕")]
    public async Task What_is_known_leads_to_a_grid_and_the_case_says_how(string number, string? unit, string? address, string grid, string marks)
    {
        var ticket = DoorHub.Ticket(number);
        ticket["place"] = new { unit, address };
        var filed = await hub.File(ticket);
        filed.Status.ShouldBe(201, filed.Body);
        var found = (await hub.Ask($"{{case(source:{{system:\"12345\",number:\"{number}\"}}){{grid{{code}} text}}}}", await hub.Hotline())).GetProperty("case");
        found.GetProperty("grid").GetProperty("code").GetString().ShouldBe(grid);
        found.GetProperty("text").GetString().ShouldBe($"连续三天\n{marks}");
        (await hub.File(ticket)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(null, null, "place.unit")]
    [InlineData("430203", null, "place.unit")]
    [InlineData("430203001001009", null, "place.unit")]
    [InlineData("43020300100100", null, "place.unit")]
    [InlineData("430203002", null, "place.unit")] // no grid below
    [InlineData(null, "东湖社区", "place.address")] // there are two
    [InlineData(null, "芦淞区某路口", "place.address")]
    public async Task What_tells_no_grid_is_refused_by_its_field(string? unit, string? address, string field)
    {
        var ticket = DoorHub.Ticket("nowhere");
        ticket["place"] = new { unit, address };
        var answer = await hub.File(ticket);
        answer.Status.ShouldBe(422, answer.Body);
        answer.Text("field").ShouldBe(field);
        answer.Text("rule").ShouldBe("G011");
    }

    [Fact]
    public async Task Coordinates_alone_tell_no_grid_and_beside_a_code_they_are_kept()
    {
        var ticket = DoorHub.Ticket("C-1");
        ticket["place"] = new { latitude = 27.83, longitude = 113.15 };
        (await hub.File(ticket)).Text("detailEn").ShouldContain("surveyed boundaries");
        ticket["place"] = new { unit = DoorHub.Grid, latitude = 27.83, longitude = 113.15 };
        (await hub.File(ticket)).Status.ShouldBe(201);
        (await hub.Ask("{case(source:{system:\"12345\",number:\"C-1\"}){text}}", await hub.Hotline())).GetProperty("case").GetProperty("text").GetString().ShouldEndWith("〔坐标：27.83,113.15〕");
        ticket["place"] = new { unit = DoorHub.Grid, latitude = 127.83, longitude = 113.15 };
        (await hub.File(ticket)).Text("field").ShouldBe("place.latitude");
    }
}
