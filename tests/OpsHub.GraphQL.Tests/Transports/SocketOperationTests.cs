namespace OpsHub.GraphQL.Tests.Transports;

public sealed class SocketOperationTests : IAsyncLifetime
{
    private Door _door = null!;

    public async Task InitializeAsync() => _door = await Door.OpenAsync(l => l.MaxOperationsPerSocket = 3);

    public async Task DisposeAsync() => await _door.DisposeAsync();

    [Fact]
    public async Task A_query_is_answered_and_completed()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("a", "{ city }");
        (await client.NextAsync()).ToString().ShouldContain("株洲市");
        (await client.NextAsync()).ToString().ShouldBe("""{"id":"a","type":"complete"}""");
    }

    [Fact]
    public async Task A_mutation_runs_for_the_principal_of_the_token()
    {
        await using var client = await SocketClient.SignInAsync(_door, "leader");
        await client.SubscribeAsync("a", "mutation { poke }");
        (await client.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("poke").GetInt32().ShouldBe(1);
        await client.NextAsync();
        await client.SubscribeAsync("b", "{ who }");
        (await client.NextAsync()).ToString().ShouldContain("leader");
    }

    [Fact]
    public async Task A_subscription_delivers_in_order_and_completes()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("a", "subscription { countTo(last: 100) { number } }");
        for (var expected = 1; expected <= 100; expected++)
            (await client.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("countTo").GetProperty("number").GetInt32().ShouldBe(expected);
        (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("complete");
    }

    [Theory]
    [InlineData("{ nothing }", "FIELDS_ON_CORRECT_TYPE")]
    [InlineData("{", "SYNTAX_ERROR")]
    [InlineData("subscription { broken { number } }", "INTERNAL")]
    public async Task What_fails_before_it_starts_is_an_error_and_the_socket_lives_on(string query, string code)
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("a", query);
        var error = await client.NextAsync();
        error.GetProperty("type").GetString().ShouldBe("error");
        error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        error.ToString().ShouldNotContain("secret");
        await client.SubscribeAsync("a", "{ city }");
        (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("next");
    }

    [Fact]
    public async Task A_stream_that_breaks_ends_in_a_masked_error()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("a", "subscription { breaks { number } }");
        (await client.NextAsync()).GetProperty("type").GetString().ShouldBe("next");
        var error = await client.NextAsync();
        error.GetProperty("type").GetString().ShouldBe("error");
        error.ToString().ShouldContain("INTERNAL");
        error.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Too_many_operations_are_refused_one_by_one()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        foreach (var id in new[] { "1", "2", "3", "4" })
            await client.SubscribeAsync(id, "subscription { latest { number } }");
        var error = await client.NextAsync();
        error.GetProperty("id").GetString().ShouldBe("4");
        error.ToString().ShouldContain("TOO_MANY_OPERATIONS");
        for (var running = 0; running < 3; running++)
            _door.State.LatestSubscribers.Take();
        await client.SayAsync(new { id = "1", type = "complete" });
        await _door.State.Stopped.Task;
        await client.SubscribeAsync("5", "{ city }");
        (await client.NextAsync()).ToString().ShouldContain("株洲市");
    }

    [Fact]
    public async Task Complete_stops_the_source_and_frees_the_id()
    {
        await using var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("a", "subscription { latest { number } }");
        _door.State.LatestSubscribers.Take().Set(new(1, ""));
        await client.NextAsync();
        await client.SayAsync(new { id = "a", type = "complete" });
        await _door.State.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await client.SubscribeAsync("a", "{ city }");
        (await client.NextAsync()).ToString().ShouldContain("株洲市");
    }

    [Fact]
    public async Task A_client_that_vanishes_stops_its_sources()
    {
        var client = await SocketClient.SignInAsync(_door);
        await client.SubscribeAsync("a", "subscription { latest { number } }");
        _door.State.LatestSubscribers.Take().Set(new(1, ""));
        await client.NextAsync();
        client.Vanish();
        await _door.State.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
