using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Commands;
using OpsHub.Host.Seeds;
using OpsHub.Host.Tests.Fakes;
using Orleans.Runtime;

namespace OpsHub.Host.Tests.Seeds;

/// <summary>What passes by itself doesn't end a start; what doesn't pass does, after a minute.</summary>
public sealed class PatienceTests
{
    private readonly FakeTime _time = new();

    public static TheoryData<Exception> Passing() =>
    [
        new TimeoutException(), new OrleansException("the silo is gone"), new InvalidOperationException("wrapped", new StorageOverloadedException("busy")),
    ];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_waited_for(Exception error)
    {
        var calls = 0;
        (await _time.Settle(Patiently.Ask(() => ++calls < 4 ? throw error : Task.FromResult(calls), _time, default))).ShouldBe(4);
    }

    [Fact]
    public async Task A_mistake_is_told_at_once()
    {
        var calls = 0;
        await Should.ThrowAsync<InvalidOperationException>(Patiently.Call(() => ++calls > 0 ? throw new InvalidOperationException() : Task.CompletedTask, _time, default));
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_pass_within_a_minute_is_told()
    {
        var began = _time.GetUtcNow();
        await Should.ThrowAsync<TimeoutException>(_time.Settle(Patiently.Ask<int>(() => throw new TimeoutException(), _time, default)));
        (_time.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(64));
    }

    [Fact]
    public async Task A_busy_hub_is_given_the_command_for_a_minute_and_then_its_answer_is_taken()
    {
        var busy = new CommandReply("unit", new Refusal(RefusalCodes.RetryLater, "R", "", null, "稍后", "later"), 0, null, false);
        (await _time.Settle(Patiently.Do(() => Task.FromResult(busy), _time, default))).ShouldBe(busy);
    }
}
