using Microsoft.Extensions.Time.Testing;
using OpsHub.Contracts.Deadlines;

namespace OpsHub.Grains.Tests.Deadlines;

/// <summary>The hub lives by the database's clock, and never backwards.</summary>
public sealed class HubClockTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 13, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_follows_the_database()
    {
        var clock = new HubClock(_time);
        clock.Adjust(_time.GetUtcNow().AddSeconds(7)).ShouldBe(TimeSpan.FromSeconds(7));
        clock.Now.ShouldBe(_time.GetUtcNow().AddSeconds(7));
    }

    [Fact]
    public void It_stands_still_rather_than_run_backwards()
    {
        var clock = new HubClock(_time);
        clock.Adjust(_time.GetUtcNow().AddSeconds(7));
        var seen = clock.Now;
        clock.Adjust(_time.GetUtcNow().AddSeconds(-3));
        clock.Now.ShouldBe(seen);
        _time.Advance(TimeSpan.FromSeconds(9));
        clock.Now.ShouldBe(seen);
        _time.Advance(TimeSpan.FromSeconds(2));
        clock.Now.ShouldBe(seen.AddSeconds(1));
    }
}
