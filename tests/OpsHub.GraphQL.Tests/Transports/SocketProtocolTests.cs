using System.Net.WebSockets;
using System.Text.Json;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class SocketProtocolTests : IAsyncLifetime
{
    private Door _door = null!;

    public async Task InitializeAsync() => _door = await Door.OpenAsync();

    public async Task DisposeAsync() => await _door.DisposeAsync();

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ city }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ city }"}""")]
    [InlineData("""{"type":"complete"}""")]
    public async Task A_message_that_makes_no_sense_closes_with_4400(string message)
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SayAsync(message);
        (await client.ClosedAsync()).ShouldBe(4400);
    }

    [Fact]
    public async Task Bytes_instead_of_text_close_with_4400()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SayAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);
        (await client.ClosedAsync()).ShouldBe(4400);
    }

    [Fact]
    public async Task A_subscription_before_init_closes_with_4401()
    {
        await using var client = await SocketClient.OpenAsync(_door);
        await client.SubscribeAsync("1", "{ city }");
        (await client.ClosedAsync()).ShouldBe(4401);
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":"Bearer wrong"}}""")]
    [InlineData("""{"type":"connection_init","payload":{"authorization":17}}""")]
    public async Task An_init_without_a_good_token_closes_with_4403(string init)
    {
        await using var client = await SocketClient.OpenAsync(_door);
        await client.SayAsync(init);
        (await client.ClosedAsync()).ShouldBe(4403);
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData(null)]
    public async Task Another_protocol_closes_with_4406(string? protocol)
    {
        // the .NET client itself refuses an answer without its protocol, so the raw request is looked at where one was offered
        if (protocol is null)
        {
            await using var client = await SocketClient.OpenAsync(_door, protocol);
            (await client.ClosedAsync()).ShouldBe(4406);
            return;
        }
        using var raw = await RawSocket.UpgradeAsync(_door, protocol);
        (await raw.CloseCodeAsync()).ShouldBe(4406);
    }

    [Fact]
    public async Task Silence_after_opening_closes_with_4408()
    {
        await using var door = await Door.OpenAsync(l => l.SocketInitTimeout = TimeSpan.FromMilliseconds(50));
        await using var client = await SocketClient.OpenAsync(door);
        (await client.ClosedAsync()).ShouldBe(4408);
    }

    [Fact]
    public async Task An_id_in_use_closes_with_4409()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("1", "subscription { latest { number } }");
        await client.SubscribeAsync("1", "subscription { latest { number } }");
        (await client.ClosedAsync()).ShouldBe(4409);
    }

    [Fact]
    public async Task A_second_init_closes_with_4429()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.InitAsync("wall");
        (await client.ClosedAsync()).ShouldBe(4429);
    }

    [Fact]
    public async Task A_message_that_is_too_long_closes_with_1009()
    {
        await using var door = await Door.OpenAsync(l => l.MaxBodyBytes = 2_000);
        await using var client = await SocketClient.SignInAsync(door);
        await client.SayAsync(new { type = "ping", payload = new { text = new string('x', 3_000) } });
        (await client.ClosedAsync()).ShouldBe(1009);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload()
    {
        await using var client = await SocketClient.OpenAsync(_door);
        await client.SayAsync("""{"type":"ping","payload":{"n":1}}""");
        (await client.NextAsync()).ToString().ShouldBe("""{"type":"pong","payload":{"n":1}}""");
    }

    [Fact]
    public async Task The_server_pings()
    {
        await using var door = await Door.OpenAsync(l => l.Heartbeat = TimeSpan.FromMilliseconds(20));
        await using var client = await SocketClient.SignInAsync(door);
        (await client.ReceiveAsync())!.Value.GetProperty("type").GetString().ShouldBe("ping");
    }

    [Fact]
    public async Task A_revoked_token_loses_its_socket()
    {
        await using var door = await Door.OpenAsync(l => l.Heartbeat = l.Recheck = TimeSpan.FromMilliseconds(20));
        await using var client = await SocketClient.SignInAsync(door, "leader");
        door.State.Revoked["leader"] = true;
        (await client.ClosedAsync()).ShouldBe(4403);
    }

    [Fact]
    public async Task A_token_in_the_upgrade_counts_when_init_brings_none()
    {
        await using var client = await SocketClient.OpenAsync(_door, with: o => o.SetRequestHeader("Authorization", "Bearer leader"));
        await client.SayAsync("""{"type":"connection_init"}""");
        await client.NextAsync();
        await client.SubscribeAsync("1", "{ who }");
        (await client.NextAsync()).ToString().ShouldContain("leader");
    }

    [Theory]
    [InlineData("http://elsewhere.example", true)]
    [InlineData(null, false)]
    public async Task What_a_browser_brings_along_from_another_site_does_not_count(string? origin, bool refused)
    {
        // the principal of the upgrade itself stands for a cookie: there is no token in any header
        await using var door = await Door.OpenAsync(seams: s =>
        {
            var authenticate = s.AuthenticateSocket;
            s.AuthenticateSocket = (http, bearer, cancel) =>
            {
                http.User = new(new System.Security.Claims.ClaimsIdentity([], "cookie"));
                return authenticate(http, bearer, cancel);
            };
        });
        await using var client = await SocketClient.OpenAsync(door, with: o => o.SetRequestHeader("Origin", origin ?? door.Url.GetLeftPart(UriPartial.Authority)));
        await client.SayAsync("""{"type":"connection_init"}""");
        if (refused)
            (await client.ClosedAsync()).ShouldBe(4403);
        else
            (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
    }

    [Fact]
    public async Task The_host_may_bring_its_own_authenticator()
    {
        await using var door = await Door.OpenAsync(seams: s => s.AuthenticateSocket = (_, bearer, _) => ValueTask.FromResult(
            bearer == "magic" ? new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity([], "magic")) : null));
        await using var client = await SocketClient.SignInAsync(door, "magic");
        await using var other = await SocketClient.OpenAsync(door);
        await other.InitAsync("wall");
        (await other.ClosedAsync()).ShouldBe(4403);
    }

    [Fact]
    public async Task A_host_that_stops_says_so()
    {
        var door = await Door.OpenAsync();
        await using var client = await SocketClient.SignInAsync(door);
        var closed = client.ClosedAsync();
        await door.DisposeAsync();
        (await closed).ShouldBe(1001);
    }
}
