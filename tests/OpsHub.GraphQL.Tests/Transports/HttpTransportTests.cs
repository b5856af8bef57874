using System.Net;
using System.Text;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class HttpTransportTests : IAsyncLifetime
{
    private Door _door = null!;

    public async Task InitializeAsync() => _door = await Door.OpenAsync();

    public async Task DisposeAsync() => await _door.DisposeAsync();

    private HttpRequestMessage Post(string body, string? contentType = "application/json", string? accept = "application/graphql-response+json") =>
        Post(Encoding.UTF8.GetBytes(body), contentType, accept);

    private HttpRequestMessage Post(byte[] body, string? contentType = "application/json", string? accept = "application/graphql-response+json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _door.Url) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    private HttpRequestMessage Get(string query, string? accept = "application/graphql-response+json")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{_door.Url}?query={WebUtility.UrlEncode(query)}");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    [Fact]
    public async Task Chinese_stays_readable_in_the_bytes()
    {
        var told = await _door.AskAsync("{ city }");
        told.Status.ShouldBe(200);
        told.Text.ShouldBe("""{"data":{"city":"株洲市 <&'\">"}}""");
        told.Headers["Content-Type"].ShouldBe("application/graphql-response+json; charset=utf-8");
    }

    [Fact]
    public async Task Variables_reach_the_resolver() =>
        (await _door.AskAsync("query($n: String!) { greeting(name: $n) }", new { n = "荷塘区" })).Data.GetProperty("greeting").GetString().ShouldBe("你好，荷塘区");

    [Fact]
    public async Task A_get_answers_a_query() => (await _door.SendAsync(Get("{ who }"))).Data.GetProperty("who").GetString().ShouldBe("wall");

    [Fact]
    public async Task A_get_does_not_change_anything()
    {
        var told = await _door.SendAsync(Get("mutation { poke }"));
        told.Status.ShouldBe(405);
        told.Headers["Allow"].ShouldBe("POST");
        _door.State.Counted.ShouldBe(0);
    }

    [Theory]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    [InlineData("text/html, application/json;q=0.2, application/graphql-response+json;q=0.9", "application/graphql-response+json")]
    public async Task The_answer_is_of_the_media_type_asked_for(string? accept, string expected) =>
        (await _door.SendAsync(Get("{ city }", accept))).MediaType.ShouldBe(expected);

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json; charset=utf-16")]
    public async Task An_accept_that_cannot_be_met_is_406(string accept) => (await _door.SendAsync(Get("{ city }", accept))).Status.ShouldBe(406);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_body_that_is_not_json_in_utf8_is_415(string? type) =>
        (await _door.SendAsync(Post("""{"query":"{ city }"}""", type))).Status.ShouldBe(415);

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405(string method)
    {
        var told = await _door.SendAsync(new HttpRequestMessage(new HttpMethod(method), _door.Url));
        told.Status.ShouldBe(405);
        told.Headers["Allow"].ShouldBe("GET, POST");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""[{"query":"{ city }"}]""")]
    [InlineData("""{"query":""}""")]
    [InlineData("""{"query":"{ city }","variables":{"a":1,"a":2}}""")]
    [InlineData("\"{ city }\"")]
    public async Task A_body_that_is_no_request_is_400(string body)
    {
        var told = await _door.SendAsync(Post(body));
        told.Status.ShouldBe(400);
        told.Code.ShouldBe("BAD_REQUEST");
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_400() =>
        (await _door.SendAsync(Post([.. """{"query":"{ city """u8, 0xff, 0xfe, .. "\"}"u8]))).Status.ShouldBe(400);

    [Fact]
    public async Task A_document_error_is_200_for_older_clients_and_400_for_newer()
    {
        (await _door.AskAsync("{ nothing }", accept: "application/json")).Status.ShouldBe(200);
        (await _door.AskAsync("{ nothing }")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Part_of_the_data_is_200_with_errors()
    {
        var told = await _door.AskAsync("{ city boom }");
        told.Status.ShouldBe(200);
        told.Data.GetProperty("city").GetString().ShouldNotBeNull();
        told.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public async Task Overload_is_429_with_a_time_to_come_back()
    {
        var told = await _door.AskAsync("{ busy }");
        told.Status.ShouldBe(429);
        told.Headers["Retry-After"].ShouldBe("1");
    }

    [Fact]
    public async Task A_subscription_needs_a_transport_that_streams()
    {
        var told = await _door.AskAsync("subscription { countTo(last: 1) { number } }");
        told.Status.ShouldBe(400);
        told.Message!.ShouldContain("text/event-stream");
    }
}
