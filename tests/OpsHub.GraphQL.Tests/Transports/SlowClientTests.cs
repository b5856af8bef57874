using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class SlowClientTests
{
    private static readonly string Large = new('水', 30_000);

    private static async Task<RawSocket> SubscribeAsync(Door door, string field)
    {
        var raw = await RawSocket.UpgradeAsync(door, "graphql-transport-ws");
        await raw.SayAsync("""{"type":"connection_init","payload":{"authorization":"Bearer wall"}}""");
        await raw.SayAsync("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { " + field + " { number text } }\"}}");
        return raw;
    }

    // Many at a time: a busy machine grants the test few turns, and the network's buffers take a value at each of them.
    private static int Publish(LatestValue<Reading> latest, int written)
    {
        for (var last = written + 20; written < last;)
            latest.Set(new(++written, Large));
        return written;
    }

    [Fact]
    public async Task A_client_that_does_not_read_costs_one_slot_and_then_its_socket()
    {
        await using var door = await Door.OpenAsync(l => l.StallTimeout = TimeSpan.FromSeconds(1));
        using var raw = await SubscribeAsync(door, "latest");
        var latest = door.State.LatestSubscribers.Take();
        var written = 0;
        while (!door.State.Stopped.Task.IsCompleted && written < 1_000_000)
        {
            written = Publish(latest, written);
            await Task.Delay(1);
        }
        await door.State.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        // What was executed is what fitted into the network's own buffers, not what was published.
        door.State.ExecutedReadings.ShouldBeLessThan(written / 2);
        (await raw.DrainAsync()).ShouldBeLessThan(door.State.ExecutedReadings * 100_000L);
    }

    [Fact]
    public async Task An_event_stream_that_is_not_read_is_ended_too()
    {
        await using var door = await Door.OpenAsync(l => l.StallTimeout = TimeSpan.FromSeconds(1));
        using var raw = await RawSocket.StreamAsync(door, "{\"query\":\"subscription { latest { number text } }\"}");
        var latest = door.State.LatestSubscribers.Take();
        var written = 0;
        while (!door.State.Stopped.Task.IsCompleted && written < 1_000_000)
        {
            written = Publish(latest, written);
            await Task.Delay(1);
        }
        await door.State.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        door.State.ExecutedReadings.ShouldBeLessThan(written / 2);
    }

    [Fact]
    public async Task A_slow_client_is_given_the_newest_value_next()
    {
        await using var door = await Door.OpenAsync();
        await using var client = await SocketClient.SignInAsync(door);
        await client.SubscribeAsync("1", "subscription { latest { number } }");
        var latest = door.State.LatestSubscribers.Take();
        for (var number = 1; number <= 10_000; number++)
            latest.Set(new(number, ""));
        var (seen, values) = (0, 0);
        while (seen < 10_000)
        {
            var next = (await client.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("latest").GetProperty("number").GetInt32();
            next.ShouldBeGreaterThan(seen);
            (seen, values) = (next, values + 1);
        }
        values.ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("pushed")]
    public async Task Who_falls_behind_a_stream_of_events_is_told_to_resync(string field)
    {
        await using var door = await Door.OpenAsync(l => l.EventBuffer = 4);
        await using var client = await SocketClient.SignInAsync(door);
        await client.SubscribeAsync("1", $"subscription {{ {field} {{ number }} }}");
        if (field == "events")
        {
            var events = door.State.EventSubscribers.Take();
            for (var number = 1; events.Add(new(number, "")); number++)
                number.ShouldBeLessThan(1_000_000);
        }
        var expected = 0;
        while (true)
        {
            var message = await client.NextAsync();
            if (message.GetProperty("type").GetString() == "error")
            {
                message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("RESYNC");
                break;
            }
            message.GetProperty("payload").GetProperty("data").GetProperty(field).GetProperty("number").GetInt32().ShouldBe(++expected);
        }
        expected.ShouldBeGreaterThan(3);
    }
}
