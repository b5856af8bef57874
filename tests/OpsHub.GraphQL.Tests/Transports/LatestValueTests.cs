using Microsoft.Extensions.Time.Testing;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class LatestValueTests
{
    private static async Task<string> NextAsync(IAsyncEnumerator<object?> values)
    {
        (await values.MoveNextAsync()).ShouldBeTrue();
        return values.Current.ShouldBeOfType<string>();
    }

    [Fact]
    public async Task The_newest_value_wins()
    {
        var latest = new LatestValue<string>();
        await using var values = latest.ReadAsync(default).GetAsyncEnumerator();
        latest.Set("old");
        latest.Set("new");
        (await NextAsync(values)).ShouldBe("new");
    }

    [Fact]
    public async Task Between_two_values_passes_the_pause()
    {
        var clock = new FakeTimeProvider();
        var latest = new LatestValue<string>(TimeSpan.FromMilliseconds(250), clock);
        await using var values = latest.ReadAsync(default).GetAsyncEnumerator();
        latest.Set("1");
        (await NextAsync(values)).ShouldBe("1");
        latest.Set("2");
        var next = values.MoveNextAsync().AsTask();
        latest.Set("3");
        next.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(250));
        (await next).ShouldBeTrue();
        values.Current.ShouldBe("3");
    }

    [Fact]
    public async Task It_ends_after_the_waiting_value()
    {
        var latest = new LatestValue<string>();
        latest.Set("last");
        latest.Complete();
        await using var values = latest.ReadAsync(default).GetAsyncEnumerator();
        (await NextAsync(values)).ShouldBe("last");
        (await values.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Leaving_lets_go_of_the_source()
    {
        var stopped = 0;
        var latest = new LatestValue<string>(stopped: () => stopped++);
        latest.Set("1");
        await using (var values = latest.ReadAsync(default).GetAsyncEnumerator())
            await values.MoveNextAsync();
        stopped.ShouldBe(1);
    }

    [Fact]
    public async Task Events_are_kept_up_to_the_bound_and_then_resynced()
    {
        var events = new BoundedEvents<string>(2);
        events.Add("1").ShouldBeTrue();
        events.Add("2").ShouldBeTrue();
        events.Add("3").ShouldBeFalse();
        await using var values = events.ReadAsync(default).GetAsyncEnumerator();
        (await NextAsync(values)).ShouldBe("1");
        (await NextAsync(values)).ShouldBe("2");
        (await Should.ThrowAsync<ResyncError>(async () => await values.MoveNextAsync())).Code.ShouldBe("RESYNC");
    }
}
