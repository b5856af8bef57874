using Microsoft.Extensions.Time.Testing;
using OpsHub.Grains.Deadlines;

namespace OpsHub.Grains.Tests.Deadlines;

/// <summary>How many ticks are under way at once.</summary>
public sealed class TickPaceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TickPace _pace;

    public TickPaceTests() => _pace = new(_time);

    [Fact]
    public async Task No_more_than_the_limit_are_under_way_and_all_get_their_turn()
    {
        var (begun, gate) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var all = Many(TickPace.Most + 100, () =>
        {
            Interlocked.Increment(ref begun);
            return gate.Task;
        });
        begun.ShouldBe(TickPace.Most);
        gate.SetResult();
        await all;
        begun.ShouldBe(TickPace.Most + 100);
    }

    [Fact]
    public async Task Slow_ticks_halve_the_limit_once_for_all_under_way_together_down_to_the_fewest_and_quick_ones_bring_it_back()
    {
        await Slow(TickPace.Most);
        _pace.Limit.ShouldBe(TickPace.Most / 2);
        for (var n = 0; n < 5; n++)
            await Slow(1);
        _pace.Limit.ShouldBe(TickPace.Fewest);
        for (var n = 0; n < TickPace.Most * TickPace.Most; n++)
            await _pace.Run(() => Task.CompletedTask);
        _pace.Limit.ShouldBe(TickPace.Most);
    }

    [Fact]
    public async Task Emergencies_go_before_all_that_wait()
    {
        var (one, rest) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (first, others) = (_pace.Run(() => one.Task).AsTask(), Many(TickPace.Most - 1, () => rest.Task));
        var order = new List<string>();
        var ordinary = _pace.Run(() => Told("ordinary")).AsTask();
        var emergency = _pace.Run(() => Told("emergency"), TickTurn.Emergency).AsTask();
        one.SetResult(); // one place only: the second gets it from the first
        await Task.WhenAll(first, ordinary, emergency);
        order.ShouldBe(["emergency", "ordinary"]);
        rest.SetResult();
        await others;

        Task Told(string name)
        {
            order.Add(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_tick_that_throws_before_it_begins_gives_up_its_place()
    {
        for (var n = 0; n <= TickPace.Most; n++)
            await Should.ThrowAsync<InvalidOperationException>(() => _pace.Run(() => throw new InvalidOperationException()).AsTask());
        await _pace.Run(() => Task.CompletedTask);
    }

    [Fact]
    public async Task A_tick_that_hangs_gives_up_its_place_and_is_still_waited_for()
    {
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Many(TickPace.Most, () => hangs.Task);
        var next = _pace.Run(() => Task.CompletedTask).AsTask();
        next.IsCompleted.ShouldBeFalse();
        _time.Advance(TickPace.Held);
        await next;
        all.IsCompleted.ShouldBeFalse();
        hangs.SetResult();
        await all;
    }

    [Fact]
    public async Task A_tick_that_fails_tells_its_caller_and_gives_up_its_place()
    {
        for (var n = 0; n <= TickPace.Most; n++)
            await Should.ThrowAsync<TimeoutException>(() => _pace.Run(() => Task.FromException(new TimeoutException())).AsTask());
    }

    private async Task Slow(int count)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Many(count, () => gate.Task);
        _time.Advance(TickPace.Slow + TimeSpan.FromMilliseconds(1));
        gate.SetResult();
        await all;
    }

    private Task Many(int count, Func<Task> tick) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => _pace.Run(tick).AsTask()).ToList());
}
