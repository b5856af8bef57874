using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>What stays open is bounded as well: operations on a socket count against the caller's rate, queries take a place, and streams are counted.</summary>
public sealed class BoundsTests
{
    private static async Task<HttpResponseMessage> StreamAsync(Door door, string query, string token = "wall")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, door.Url) { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await new HttpClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    [Fact]
    public async Task Each_operation_on_a_socket_counts_against_the_callers_rate()
    {
        var left = 2;
        await using var door = await Door.OpenAsync(seams: s => s.MayStart = (_, user) => user.Identity!.Name == "wall" && Interlocked.Decrement(ref left) >= 0);
        await using var client = await SocketClient.SignInAsync(door);
        foreach (var id in new[] { "1", "2" })
        {
            await client.SubscribeAsync(id, "{ city }");
            (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("next");
            await client.NextAsync();
        }
        await client.SubscribeAsync("3", "{ city }");
        (await client.NextAsync()).ToString().ShouldContain("RETRY_LATER");
        await client.SayAsync(new { type = "ping" });
        (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("pong", "the socket itself stays");
    }

    [Theory]
    [InlineData("{ city }", true)]
    [InlineData("mutation { poke }", true)]
    [InlineData("subscription { countTo(last: 1) { number } }", false)]
    public async Task A_query_over_a_socket_or_stream_takes_a_place_among_those_in_progress(string query, bool takes)
    {
        var (taken, full) = (0, false);
        await using var door = await Door.OpenAsync(seams: s => s.TakePlace = (_, _) => new(full ? null : new Place(() => Interlocked.Increment(ref taken))));
        await using var client = await SocketClient.SignInAsync(door);
        await client.SubscribeAsync("1", query);
        (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("next");
        await client.NextAsync();
        ((int)(await StreamAsync(door, query)).StatusCode).ShouldBe(200);
        full = true;
        await client.SubscribeAsync("2", query);
        (await client.NextAsync()).ToString().Contains("RETRY_LATER", StringComparison.Ordinal).ShouldBe(takes);
        ((int)(await StreamAsync(door, query)).StatusCode).ShouldBe(takes ? 429 : 200);
        for (var waited = 0; takes && Volatile.Read(ref taken) < 2 && waited < 2_400; waited++)
            await Task.Delay(25);
        taken.ShouldBe(takes ? 2 : 0, "each place was given back");
    }

    [Fact]
    public async Task A_caller_has_so_many_sockets_and_streams_and_others_have_their_own()
    {
        await using var door = await Door.OpenAsync(l => l.MaxStreamsPerCaller = 2);
        await using var first = await SocketClient.SignInAsync(door);
        using var second = await StreamAsync(door, "subscription { latest { number } }");
        var third = await StreamAsync(door, "subscription { latest { number } }");
        ((int)third.StatusCode).ShouldBe(429);
        (await third.Content.ReadAsStringAsync()).ShouldContain("RETRY_LATER");
        await using var fourth = await SocketClient.OpenAsync(door);
        await fourth.InitAsync("wall");
        (await fourth.ClosedAsync()).ShouldBe(1013);
        await using var other = await SocketClient.SignInAsync(door, "leader");
        (await door.AskAsync("{ city }")).Status.ShouldBe(200, "what isn't open isn't counted");
        first.Vanish();
        second.Dispose();
        other.Vanish();
        var streams = door.Services.GetRequiredService<OpenStreams>();
        for (var waited = 0; streams.Callers > 0 && waited < 2_400; waited++)
            await Task.Delay(25);
        streams.Callers.ShouldBe(0);
    }

    private sealed class Place(Action given) : IDisposable
    {
        public void Dispose() => given();
    }
}
