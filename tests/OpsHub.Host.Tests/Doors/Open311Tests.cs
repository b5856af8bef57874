using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace OpsHub.Host.Tests.Doors;

/// <summary>GeoReport v2 as its specification has it, over XML and JSON: names, types and order of every answer.</summary>
[Collection(DoorCollection.Name)]
public sealed class Open311Tests(DoorHub hub)
{
    private const string V2 = "/open311/v2";

    private static readonly string[] ServiceFields = ["service_code", "service_name", "description", "metadata", "type", "keywords", "group"];
    private static readonly string[] AttributeFields = ["variable", "code", "datatype", "required", "datatype_description", "order", "description", "values"];

    private static readonly string[] RequestFields =
    [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice", "requested_datetime",
        "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
    ];

    [Fact]
    public async Task Discovery_leads_to_the_endpoint()
    {
        foreach (var path in new[] { "/open311/discovery", $"{V2}/discovery" })
        {
            var json = await Read($"{path}.json");
            var endpoint = json.Json.GetProperty("endpoints")[0];
            endpoint.GetProperty("specification").GetString().ShouldBe("http://wiki.open311.org/GeoReport_v2");
            new Uri(endpoint.GetProperty("url").GetString()!).AbsolutePath.ShouldBe(V2);
            endpoint.GetProperty("formats").EnumerateArray().Select(f => f.GetString()).ShouldBe(["text/xml", "application/json"]);
            DateTimeOffset.TryParse(json.Text("changeset"), CultureInfo.InvariantCulture, out _).ShouldBeTrue();
            var xml = (await Read($"{path}.xml")).Xml;
            xml.Name.LocalName.ShouldBe("discovery");
            xml.Element("endpoints")!.Element("endpoint")!.Element("formats")!.Elements("format").Select(f => f.Value).ShouldBe(["text/xml", "application/json"]);
            xml.Element("contact")!.Value.ShouldNotBeEmpty();
            xml.Element("key_service")!.Value.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task The_services_are_the_second_level_categories()
    {
        var json = await Read($"{V2}/services.json?jurisdiction_id=4302");
        json.Media.ShouldBe("application/json; charset=utf-8");
        var services = json.Json.EnumerateArray().ToList();
        services.Count.ShouldBe(143);
        services.ShouldAllBe(s => s.EnumerateObject().Select(f => f.Name).SequenceEqual(ServiceFields));
        services.ShouldAllBe(s => s.GetProperty("metadata").ValueKind == JsonValueKind.True && s.GetProperty("type").GetString() == "realtime");
        var lamp = services.Single(s => s.GetProperty("service_code").GetString() == "Q01-02");
        (lamp.GetProperty("service_name").GetString(), lamp.GetProperty("group").GetString()).ShouldBe(("路灯故障", "公用设施"));
        var xml = await Read($"{V2}/services.xml");
        xml.Media.ShouldBe("text/xml; charset=utf-8");
        xml.Body.ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        xml.Xml.Name.LocalName.ShouldBe("services");
        xml.Xml.Elements("service").Count().ShouldBe(143);
        xml.Xml.Elements("service").ShouldAllBe(s => s.Elements().Select(f => f.Name.LocalName).SequenceEqual(ServiceFields));
        xml.Xml.Elements("service").First().Element("metadata")!.Value.ShouldBe("true");
    }

    [Fact]
    public async Task A_definition_asks_for_component_or_event()
    {
        var json = (await Read($"{V2}/services/Q01-02.json")).Json;
        json.GetProperty("service_code").GetString().ShouldBe("Q01-02");
        var kind = json.GetProperty("attributes")[0];
        kind.EnumerateObject().Select(f => f.Name).ShouldBe(AttributeFields);
        (kind.GetProperty("variable").GetBoolean(), kind.GetProperty("required").GetBoolean(), kind.GetProperty("order").GetInt32()).ShouldBe((true, true, 1));
        kind.GetProperty("datatype").GetString().ShouldBe("singlevaluelist");
        kind.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("key").GetString()).ShouldBe(["COMPONENT", "EVENT"]);
        var note = json.GetProperty("attributes")[1];
        (note.GetProperty("variable").GetBoolean(), note.GetProperty("required").GetBoolean()).ShouldBe((false, false));
        note.GetProperty("description").GetString()!.ShouldContain("address_id");
        var xml = (await Read($"{V2}/services/Q01-02.xml")).Xml;
        xml.Name.LocalName.ShouldBe("service_definition");
        xml.Element("attributes")!.Elements("attribute").First().Element("values")!.Elements("value").Select(v => v.Element("key")!.Value).ShouldBe(["COMPONENT", "EVENT"]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task A_request_is_created_and_read_back(string format)
    {
        var created = await Create(format, Form(("description", "路灯不亮\n连续三天"), ("media_url", "https://example.org/1.jpg")));
        created.Status.ShouldBe(200, created.Body);
        var number = format == "json" ? created.Json[0].GetProperty("service_request_id").GetString()! : created.Xml.Element("request")!.Element("service_request_id")!.Value;
        if (format == "json")
        {
            created.Json[0].EnumerateObject().Select(f => f.Name).ShouldBe(["service_request_id", "service_notice", "account_id"]);
            var read = (await Read($"{V2}/requests/{number}.json")).Json;
            read.GetArrayLength().ShouldBe(1);
            Check(read[0]);
            read[0].GetProperty("service_request_id").GetString().ShouldBe(number);
            read[0].GetProperty("status").GetString().ShouldBe("open");
            read[0].GetProperty("description").GetString().ShouldBe("路灯不亮\n路灯不亮\n连续三天\n〔附件：https://example.org/1.jpg〕");
            read[0].GetProperty("address_id").GetString().ShouldBe(DoorHub.Grid);
            read[0].GetProperty("address").GetString().ShouldBe("来园社区居委会，贺家土街道，芦淞区，株洲市");
            read[0].GetProperty("agency_responsible").GetString().ShouldBe("贺家土街道");
            (await Read($"{V2}/tokens/{number}.json")).Json[0].EnumerateObject().Select(f => f.Value.GetString()).ShouldBe([number, number]);
        }
        else
        {
            created.Xml.Name.LocalName.ShouldBe("service_requests");
            created.Xml.Element("request")!.Elements().Select(f => f.Name.LocalName).ShouldBe(["service_request_id", "service_notice", "account_id"]);
            var read = (await Read($"{V2}/requests/{number}.xml")).Xml;
            read.Name.LocalName.ShouldBe("service_requests");
            read.Elements("request").Single().Elements().Select(f => f.Name.LocalName).ShouldBe(RequestFields);
            DateTimeOffset.ParseExact(read.Element("request")!.Element("requested_datetime")!.Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task JSON_may_be_posted_too_and_an_idempotency_key_makes_one_case_of_two()
    {
        var body = JsonSerializer.Serialize(new { service_code = "Q01-02", address_id = DoorHub.Grid, description = "井盖松动", attribute = new { kind = "EVENT" }, lat = 27.83, @long = 113.15 });
        var numbers = new List<string>();
        foreach (var key in new[] { "same", "same", "other" })
        {
            var answer = await hub.Send(HttpMethod.Post, $"{V2}/requests.json", await Key(), new StringContent(body, Encoding.UTF8, "application/json"), key);
            answer.Status.ShouldBe(200, answer.Body);
            numbers.Add(answer.Json[0].GetProperty("service_request_id").GetString()!);
        }

        numbers[1].ShouldBe(numbers[0]);
        numbers[2].ShouldNotBe(numbers[0]);
    }

    [Fact]
    public async Task The_key_may_come_as_api_key_in_the_form_or_the_address()
    {
        var key = await Key();
        (await Create("json", Form(("api_key", key)), token: null)).Status.ShouldBe(200);
        (await hub.Get($"{V2}/services.json?api_key={key}", null)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task Without_a_key_the_answer_is_403_as_the_specification_says(string format)
    {
        foreach (var answer in new[] { await Create(format, Form(), token: null), await Create(format, Form(("api_key", "none")), token: null), await hub.Get($"{V2}/requests.{format}", null), await hub.Get($"{V2}/services.{format}", null) })
            Error(answer, format, 403).ShouldContain("api_key");
    }

    [Theory]
    [InlineData("service_code", null, 400, "service_code")]
    [InlineData("service_code", "X99-01", 404, "service_code")]
    [InlineData("service_code", "Q01", 404, "service_code")]
    [InlineData("jurisdiction_id", "sfgov.org", 404, "jurisdiction_id")]
    [InlineData("attribute[kind]", null, 400, "attribute[kind]")]
    [InlineData("attribute[kind]", "HOUSE", 400, "attribute[kind]")]
    [InlineData("address_id", null, 400, "address_id")]
    [InlineData("address_id", "999", 400, "address_id")]
    [InlineData("lat", "27.83", 400, "long")]
    [InlineData("email", "a\u0007@example.org", 400, "email")]
    [InlineData("phone", "1\u0007", 400, "phone")]
    [InlineData("media_url", "javascript:alert(1)", 400, "media_url")]
    [InlineData("description", "a\u0000b", 400, "description")]
    public async Task What_is_wrong_is_refused_in_both_formats(string field, string? value, int status, string named)
    {
        foreach (var format in new[] { "json", "xml" })
            Error(await Create(format, Form((field, value))), format, status).ShouldContain(named);
    }

    [Fact]
    public async Task A_description_may_have_4000_characters_and_no_more()
    {
        (await Create("json", Form(("description", new string('长', 4000))))).Status.ShouldBe(200);
        Error(await Create("json", Form(("description", new string('长', 4001)))), "json", 400).ShouldContain("4000");
    }

    [Fact]
    public async Task A_form_in_another_encoding_is_refused()
    {
        // 路灯 in GBK, percent-encoded.
        var content = new StringContent($"service_code=Q01-02&address_id={DoorHub.Grid}&attribute[kind]=EVENT&description=%C2%B7%B5%C6", Encoding.ASCII, "application/x-www-form-urlencoded");
        content.Headers.ContentType!.CharSet = null;
        Error(await hub.Send(HttpMethod.Post, $"{V2}/requests.json", await Key(), content), "json", 400).ShouldContain("GBK");
        var gbk = new StringContent("service_code=Q01-02", Encoding.ASCII, "application/x-www-form-urlencoded");
        gbk.Headers.ContentType!.CharSet = "gb2312";
        Error(await hub.Send(HttpMethod.Post, $"{V2}/requests.json", await Key(), gbk), "json", 415).ShouldContain("gb2312");
    }

    [Theory]
    [InlineData("/open311/v2/services.yaml")]
    [InlineData("/open311/v2/nothing")]
    [InlineData("/open311/v2/nothing.json")]
    [InlineData("/open311")]
    public async Task What_there_is_not_is_an_error_document(string path) => Error(await hub.Get(path, await Key()), "xml", 404);

    private static void Check(JsonElement request)
    {
        request.EnumerateObject().Select(f => f.Name).ShouldBe(RequestFields);
        request.GetProperty("status").GetString().ShouldBeOneOf("open", "closed");
        foreach (var field in new[] { "requested_datetime", "updated_datetime", "expected_datetime" })
            DateTimeOffset.ParseExact(request.GetProperty(field).GetString()!, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture).Offset.ShouldBe(TimeSpan.FromHours(8));
        foreach (var field in new[] { "service_notice", "zipcode", "lat", "long", "media_url" })
            request.GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string Error(Answered answer, string format, int status)
    {
        answer.Status.ShouldBe(status, answer.Body);
        if (format == "json")
        {
            var error = answer.Json.EnumerateArray().Single();
            error.EnumerateObject().Select(f => f.Name).ShouldBe(["code", "description"]);
            error.GetProperty("code").GetInt32().ShouldBe(status);
            return error.GetProperty("description").GetString()!;
        }

        answer.Xml.Name.LocalName.ShouldBe("errors");
        answer.Xml.Element("error")!.Element("code")!.Value.ShouldBe(status.ToString(CultureInfo.InvariantCulture));
        return answer.Xml.Element("error")!.Element("description")!.Value;
    }

    private Task<string> Key() => hub.Token("Integrator", "4302");

    private async Task<Answered> Read(string path)
    {
        var answer = await hub.Get(path, await Key());
        answer.Status.ShouldBe(200, answer.Body);
        return answer;
    }

    private static Dictionary<string, string?> Form(params (string Field, string? Value)[] fields)
    {
        var form = new Dictionary<string, string?> { ["jurisdiction_id"] = "", ["service_code"] = "Q01-02", ["address_id"] = DoorHub.Grid, ["attribute[kind]"] = "COMPONENT", ["description"] = "路灯不亮" };
        foreach (var (field, value) in fields)
            form[field] = value;
        return form;
    }

    private async Task<Answered> Create(string format, Dictionary<string, string?> form) => await Create(format, form, await Key());

    private Task<Answered> Create(string format, Dictionary<string, string?> form, string? token) => hub.Send(
        HttpMethod.Post, $"{V2}/requests.{format}", token, new FormUrlEncodedContent(form.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!))));
}
