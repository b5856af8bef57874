using System.Text;
using System.Text.Json;

namespace OpsHub.Host.Tests.Doors;

/// <summary>The hotline's door: one case for each ticket, whatever is sent. G017, G053.</summary>
[Collection(DoorCollection.Name)]
public sealed class TicketDoorTests(DoorHub hub)
{
    [Fact]
    public async Task The_same_ticket_sent_twice_is_one_case()
    {
        var first = await hub.File(DoorHub.Ticket("A-1"));
        first.Status.ShouldBe(201, first.Body);
        first.Json.GetProperty("repeated").GetBoolean().ShouldBeFalse();
        var again = await hub.File(DoorHub.Ticket("A-1"));
        again.Status.ShouldBe(200);
        again.Text("caseNumber").ShouldBe(first.Text("caseNumber"));
        again.Json.GetProperty("repeated").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("A/1")]
    [InlineData("2026/11/27 之 1?%2F#")]
    public async Task A_number_with_slashes_is_asked_for_where_the_answer_says(string number)
    {
        var filed = await hub.File(DoorHub.Ticket(number));
        filed.Status.ShouldBe(201, filed.Body);
        filed.Text("status").ShouldBe(filed.Location);
        var status = await hub.Get(filed.Location!, await hub.Hotline());
        status.Status.ShouldBe(200, status.Body);
        status.Text("stage").ShouldBe("REPORTED");
    }

    [Fact]
    public async Task The_same_number_with_another_body_is_a_conflict_that_names_number_and_rule()
    {
        var filed = await hub.File(DoorHub.Ticket("A-2"));
        var other = DoorHub.Ticket("A-2");
        other["title"] = "井盖缺失";
        var answer = await hub.File(other);
        answer.Status.ShouldBe(409);
        answer.Media.ShouldStartWith("application/problem+json");
        answer.Text("code").ShouldBe("CONFLICT");
        answer.Text("rule").ShouldBe("G017");
        answer.Text("field").ShouldBe("number");
        answer.Text("number").ShouldBe("A-2");
        answer.Text("detail").ShouldContain(filed.Text("caseNumber"));
    }

    [Fact]
    public async Task A_ticket_of_another_key_of_the_hotline_is_the_same_case()
    {
        var first = await hub.File(DoorHub.Ticket("A-3"));
        var again = await hub.File(DoorHub.Ticket("A-3"), await hub.Token("Hotline", "430203"));
        again.Status.ShouldBe(200, again.Body);
        again.Text("caseNumber").ShouldBe(first.Text("caseNumber"));
    }

    [Theory]
    [InlineData("number", null, "number", "G017", 400)]
    [InlineData("title", null, "title", "G019", 400)]
    [InlineData("kind", null, "kind", "G008", 422)]
    [InlineData("kind", "HOUSE", "kind", "HUB", 400)]
    [InlineData("category", null, "category", "G006", 400)]
    [InlineData("category", "Q01", "category", "G006", 422)]
    [InlineData("category", "X99-01", "category", "G006", 422)]
    [InlineData("sourceCategory", "部件0118", "category", "G006", 400)] // besides category
    [InlineData("priority", "HIGH", "priority", "HUB", 400)]
    [InlineData("channel", "PATROL", "channel", "G017", 422)]
    [InlineData("reportedAt", "2026-02-30T08:00:00+08:00", "reportedAt", "HUB", 400)]
    [InlineData("reportedAt", "2026-02-28T08:00:00", "reportedAt", "HUB", 400)]
    [InlineData("reportedAt", "2999-01-01T00:00:00+08:00", "reportedAt", "G019", 422)]
    [InlineData("reportedAt", "1999-01-01T00:00:00+08:00", "reportedAt", "G019", 422)]
    [InlineData("place", null, "place", "G011", 400)]
    [InlineData("contact", " ", "contact", "G019", 422)]
    [InlineData("contact", "1\u0007", "contact", "G019", 422)]
    [InlineData("house", "1", "house", "HUB", 400)]
    [InlineData("title", "a\u0007b", "title", "G019", 422)]
    public async Task Bad_input_is_refused_by_field_and_rule_and_changes_nothing(string field, string? value, string named, string rule, int status)
    {
        var number = $"bad-{field}-{value?.Length}";
        var ticket = DoorHub.Ticket(number);
        ticket[field] = value;
        if (field == "number")
            number = "";
        var answer = await hub.File(ticket);
        answer.Status.ShouldBe(status, answer.Body);
        answer.Text("field").ShouldBe(named);
        answer.Text("rule").ShouldBe(rule);
        answer.Text("detailEn").ShouldNotBeNullOrEmpty();
        if (number.Length > 0)
            (await hub.Get($"{DoorHub.Tickets}/{number}", await hub.Hotline())).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_what_would_fit()
    {
        var ticket = DoorHub.Ticket("long-1");
        ticket["text"] = new string('长', 4001);
        var answer = await hub.File(ticket);
        answer.Status.ShouldBe(422);
        answer.Text("field").ShouldBe("text");
        answer.Text("detailEn").ShouldContain("4000");
        ticket["text"] = new string('长', 4000);
        (await hub.File(ticket)).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("gbk", "charset=gbk", 415)]
    [InlineData("utf-8", "", 400)]
    public async Task Another_encoding_is_refused_by_name(string says, string charset, int status)
    {
        // 路灯 in GBK.
        byte[] body = [.. "{\"number\":\"gbk-1\",\"title\":\""u8, 0xC2, 0xB7, 0xB5, 0xC6, .. "\"}"u8];
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", charset.Length == 0 ? "application/json" : $"application/json; {charset}");
        var answer = await hub.Send(HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(), content);
        answer.Status.ShouldBe(status, answer.Body);
        answer.Body.ToLowerInvariant().ShouldContain(says);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"x\"", 400)]
    [InlineData("{\"number\":\"d-1\",\"number\":\"d-2\"}", 400)]
    [InlineData("{\"number\":\"\\ud800\",\"title\":\"x\"}", 400)]
    [InlineData("{\"\\ud800\":1}", 400)]
    public async Task What_is_no_ticket_is_refused(string body, int status) =>
        (await hub.Send(HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(), new StringContent(body, Encoding.UTF8, "application/json"))).Status.ShouldBe(status);

    [Fact]
    public async Task A_body_above_the_bound_is_refused()
    {
        var answer = await hub.Send(HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(), new StringContent(new string(' ', (1 << 20) + 1), Encoding.UTF8, "application/json"));
        answer.Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_form_is_no_ticket() => (await hub.Send(
        HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(), new FormUrlEncodedContent([KeyValuePair.Create("number", "f-1")]))).Status.ShouldBe(415);

    [Fact]
    public async Task A_batch_is_answered_ticket_by_ticket_in_its_order()
    {
        var wrong = DoorHub.Ticket("B-2");
        wrong["category"] = "X99-01";
        var answer = await hub.Send(HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(),
            new StringContent(JsonSerializer.Serialize(new[] { DoorHub.Ticket("B-1"), wrong, DoorHub.Ticket("B-3"), DoorHub.Ticket("B-1") }), Encoding.UTF8, "application/json"));
        answer.Status.ShouldBe(200, answer.Body);
        var results = answer.Json.GetProperty("results").EnumerateArray().ToList();
        results.Select(r => r.GetProperty("index").GetInt32()).ShouldBe([0, 1, 2, 3]);
        results[1].GetProperty("status").GetInt32().ShouldBe(422);
        results[1].GetProperty("answer").GetProperty("number").GetString().ShouldBe("B-2");
        results[2].GetProperty("status").GetInt32().ShouldBe(201);
        // Either of the two may come first; they are one case.
        new[] { results[0], results[3] }.Select(r => r.GetProperty("status").GetInt32()).Order().ShouldBe([200, 201]);
        results[3].GetProperty("answer").GetProperty("caseNumber").GetString().ShouldBe(results[0].GetProperty("answer").GetProperty("caseNumber").GetString());
    }

    [Fact]
    public async Task Lines_are_a_batch_too_and_a_broken_line_spoils_no_other()
    {
        var lines = $"{JsonSerializer.Serialize(DoorHub.Ticket("L-1"))}\n{{\n\n{JsonSerializer.Serialize(DoorHub.Ticket("L-2"))}\n";
        var answer = await hub.Send(HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(), new StringContent(lines, Encoding.UTF8, "application/x-ndjson"));
        answer.Json.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("status").GetInt32()).ShouldBe([201, 400, 201]);
    }

    [Fact]
    public async Task A_batch_is_bounded()
    {
        var many = string.Join('\n', Enumerable.Range(0, 201).Select(i => $"{{\"number\":\"M-{i}\"}}"));
        var answer = await hub.Send(HttpMethod.Post, DoorHub.Tickets, await hub.Hotline(), new StringContent(many, Encoding.UTF8, "application/x-ndjson"));
        answer.Status.ShouldBe(400);
        answer.Text("detailEn").ShouldContain("1-200");
    }

    [Fact]
    public async Task The_sources_own_category_is_mapped_and_kept_in_the_text()
    {
        var ticket = DoorHub.Ticket("S-1");
        (ticket["category"], ticket["kind"], ticket["sourceCategory"]) = (null, null, "部件0118");
        var filed = await hub.File(ticket);
        filed.Status.ShouldBe(201, filed.Body);
        var found = (await hub.Ask("{case(source:{system:\"12345\",number:\"S-1\"}){category{code} kind text channel}}", await hub.Hotline())).GetProperty("case");
        found.GetProperty("category").GetProperty("code").GetString().ShouldBe("Q01-02");
        found.GetProperty("kind").GetString().ShouldBe("COMPONENT");
        found.GetProperty("text").GetString().ShouldBe("连续三天\n〔来源类别：部件0118〕");
        found.GetProperty("channel").GetString().ShouldBe("HOTLINE_12345");
        ticket["sourceCategory"] = "部件9999";
        (await hub.File(ticket)).Text("field").ShouldBe("sourceCategory");
    }

    [Fact]
    public async Task A_ticket_may_be_entered_late_by_a_key_that_was_granted_it()
    {
        var ticket = DoorHub.Ticket("T-1");
        ticket["reportedAt"] = "2026-11-02T08:30:00+08:00";
        (await hub.File(ticket, await hub.Token("Hotline", "430203"))).Text("field").ShouldBe("reportedAt");
        (await hub.File(ticket)).Status.ShouldBe(201);
        (await hub.Get($"{DoorHub.Tickets}/T-1", await hub.Hotline())).Text("reportedAt").ShouldBe("2026-11-02T08:30:00+08:00");
    }
}
