using System.Net.Http.Headers;
using System.Net.Http.Json;
using OpsHub.GraphQL.Transports;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class EventStreamTests
{
    private static async Task<(HttpResponseMessage Response, StreamReader Lines)> OpenAsync(Door door, string query, string? token = "wall")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, door.Url) { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var response = await new HttpClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    private static async Task<string> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line == "event: next")
                return (await lines.ReadLineAsync())!["data: ".Length..];
            if (line == "event: complete")
                return "complete";
        }
        return "end";
    }

    [Fact]
    public async Task A_subscription_is_events_and_then_complete_and_the_end()
    {
        await using var door = await Door.OpenAsync();
        var (response, lines) = await OpenAsync(door, "subscription { countTo(last: 2) { number text } }");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await NextAsync(lines)).ShouldBe("""{"data":{"countTo":{"number":1,"text":"第1"}}}""");
        (await NextAsync(lines)).ShouldBe("""{"data":{"countTo":{"number":2,"text":"第2"}}}""");
        (await NextAsync(lines)).ShouldBe("complete");
        (await NextAsync(lines)).ShouldBe("end");
    }

    [Fact]
    public async Task The_first_byte_comes_before_the_first_event_and_comments_keep_the_line_open()
    {
        await using var door = await Door.OpenAsync(l => l.Heartbeat = TimeSpan.FromMilliseconds(20));
        var (_, lines) = await OpenAsync(door, "subscription { latest { number } }");
        for (var comments = 0; comments < 3;)
            comments += (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))) == ":" ? 1 : 0;
    }

    [Theory]
    [InlineData("{ nothing }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("subscription { broken { number } }", "INTERNAL")]
    public async Task An_error_of_the_document_comes_in_the_stream(string query, string code)
    {
        await using var door = await Door.OpenAsync();
        var (response, lines) = await OpenAsync(door, query);
        ((int)response.StatusCode).ShouldBe(200);
        var error = await NextAsync(lines);
        error.ShouldContain(code);
        error.ShouldNotContain("secret");
        (await NextAsync(lines)).ShouldBe("complete");
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_with_a_masked_error()
    {
        await using var door = await Door.OpenAsync();
        var (_, lines) = await OpenAsync(door, "subscription { breaks { number } }");
        (await NextAsync(lines)).ShouldContain("\"number\":1");
        var error = await NextAsync(lines);
        error.ShouldContain("INTERNAL");
        error.ShouldNotContain("secret");
        (await NextAsync(lines)).ShouldBe("complete");
    }

    [Fact]
    public async Task The_anonymous_are_refused_with_401_and_get_no_stream()
    {
        await using var door = await Door.OpenAsync();
        var (response, _) = await OpenAsync(door, "subscription { latest { number } }", token: null);
        ((int)response.StatusCode).ShouldBe(401);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task A_get_changes_nothing_over_a_stream_either()
    {
        await using var door = await Door.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, door.Url + "?query=mutation%7Bpoke%7D");
        request.Headers.Accept.ParseAdd("text/event-stream");
        (await door.SendAsync(request)).Status.ShouldBe(400);
        door.State.Counted.ShouldBe(0);
    }

    [Fact]
    public async Task Who_leaves_stops_the_source()
    {
        await using var door = await Door.OpenAsync();
        var (response, lines) = await OpenAsync(door, "subscription { latest { number } }");
        door.State.LatestSubscribers.Take().Set(new(1, ""));
        await NextAsync(lines);
        response.Dispose();
        await door.State.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_revoked_token_loses_its_stream_and_is_told_why()
    {
        await using var door = await Door.OpenAsync(l => l.Recheck = TimeSpan.FromMilliseconds(20));
        var (_, lines) = await OpenAsync(door, "subscription { latest { number } }", "thief");
        door.State.LatestSubscribers.Take().Set(new(1, ""));
        await NextAsync(lines);
        door.State.Revoked["thief"] = true;
        (await NextAsync(lines)).ShouldContain("UNAUTHENTICATED");
        (await NextAsync(lines)).ShouldBe("complete");
        (await NextAsync(lines)).ShouldBe("end");
        await door.State.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Credentials_are_looked_at_every_few_seconds() => new GraphQLLimits().Recheck.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_stream_ends_when_the_host_stops()
    {
        var door = await Door.OpenAsync();
        var (_, lines) = await OpenAsync(door, "subscription { latest { number } }");
        door.State.LatestSubscribers.Take().Set(new(1, ""));
        await NextAsync(lines);
        await door.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }
}
