using OpsHub.Storage.Sqlite.Writing;

namespace OpsHub.Storage.Tests.Writing;

public sealed class WaitEstimateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StoppedTime _time = new();
    private readonly WaitEstimate _estimate;

    public WaitEstimateTests() => _estimate = new WaitEstimate(_time);

    [Fact]
    public void A_burst_after_quiet_hours_of_single_slow_commits_is_taken()
    {
        Commit(groups: 100, writes: 1, milliseconds: 50);
        _estimate.Wait(500).ShouldBeLessThan(Second);
    }

    [Fact]
    public void A_queue_that_the_recent_pace_cannot_clear_in_a_second_is_known()
    {
        Commit(groups: 20, writes: 256, milliseconds: 1000);
        _estimate.Wait(100).ShouldBeLessThan(Second);
        _estimate.Wait(512).ShouldBeGreaterThan(Second);
    }

    [Fact]
    public void One_slow_group_does_not_turn_everybody_away()
    {
        Commit(groups: 20, writes: 256, milliseconds: 100);
        Commit(groups: 1, writes: 256, milliseconds: 1500);
        _estimate.Wait(256).ShouldBeLessThan(Second);
    }

    [Fact]
    public void A_group_that_hangs_is_waited_for_as_long_again()
    {
        _estimate.GroupBegins(1);
        _time.Advance(TimeSpan.FromSeconds(3));
        _estimate.Wait(0).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    private void Commit(int groups, int writes, int milliseconds)
    {
        for (var i = 0; i < groups; i++)
        {
            _estimate.GroupBegins(writes);
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            _estimate.GroupEnds();
        }
    }
}
