using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace OpsHub.GraphQL.Tests.Transports;

public sealed class SharedAnswerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private Door _door = null!;

    public async Task InitializeAsync() => _door = await Door.OpenAsync(clock: _clock);

    public async Task DisposeAsync() => await _door.DisposeAsync();

    private async Task<int> NumberAsync(string field, string token = "wall.4302", string? query = null, object? variables = null, string accept = "application/json") =>
        (await _door.AskAsync(query ?? $"{{ {field} }}", variables, token, accept)).Data.GetProperty(field).GetInt32();

    [Fact]
    public async Task The_same_live_question_within_a_moment_is_answered_once()
    {
        (await NumberAsync("live")).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(99));
        (await NumberAsync("live")).ShouldBe(1);
    }

    [Fact]
    public async Task After_that_moment_it_is_asked_again()
    {
        (await NumberAsync("live")).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        (await NumberAsync("live")).ShouldBe(2);
        (await NumberAsync("live")).ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_shared_across_units()
    {
        (await NumberAsync("live", "wall.4302")).ShouldBe(1);
        (await NumberAsync("live", "wall.430203")).ShouldBe(2);
        (await NumberAsync("live", "another.4302")).ShouldBe(1, "another account of the same role and unit");
    }

    [Fact]
    public async Task Nothing_is_shared_across_documents_variables_names_or_media_types()
    {
        (await NumberAsync("live")).ShouldBe(1);
        (await NumberAsync("live", query: "{ live __typename }")).ShouldBe(2);
        const string named = "query A($v: Boolean = true) { live @include(if: $v) }";
        (await NumberAsync("live", query: named, variables: new { v = true })).ShouldBe(3);
        (await NumberAsync("live", query: named)).ShouldBe(4);
        (await NumberAsync("live", accept: "application/graphql-response+json")).ShouldBe(5);
    }

    [Fact]
    public async Task A_mutation_is_never_shared()
    {
        (await NumberAsync("poke", query: "mutation { poke }")).ShouldBe(1);
        (await NumberAsync("poke", query: "mutation { poke }")).ShouldBe(2);
    }

    [Fact]
    public async Task One_field_that_is_not_live_makes_the_whole_answer_the_callers_own()
    {
        (await NumberAsync("counted")).ShouldBe(1);
        (await NumberAsync("counted")).ShouldBe(2);
        (await NumberAsync("counted", query: "{ live counted }")).ShouldBe(4);
        (await NumberAsync("counted", query: "{ live counted }")).ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_failure_is_not_handed_to_others()
    {
        var first = await _door.AskAsync("{ liveBroken }");
        var second = await _door.AskAsync("{ liveBroken }");
        first.Text.ShouldNotBe(second.Text); // each has its own number to quote
        _door.State.Counted.ShouldBe(2);
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_execution()
    {
        var gate = new TaskCompletionSource();
        _door.State.LiveGate = gate;
        var first = NumberAsync("live");
        await _door.State.LiveEntered.Task;
        var others = Enumerable.Range(0, 20).Select(_ => NumberAsync("live")).ToList();
        gate.SetResult();
        (await Task.WhenAll(others.Append(first))).ShouldAllBe(number => number == 1);
        _door.State.Counted.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_waits_for_an_execution_that_began_too_long_ago()
    {
        var gate = new TaskCompletionSource();
        _door.State.LiveGate = gate;
        var first = NumberAsync("live");
        await _door.State.LiveEntered.Task;
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        var second = NumberAsync("live");
        SpinWait.SpinUntil(() => _door.State.Counted == 2, TimeSpan.FromSeconds(60)).ShouldBeTrue();
        gate.SetResult();
        (await first).ShouldBe(1);
        (await second).ShouldBe(2);
    }

    [Fact]
    public async Task It_can_be_turned_off()
    {
        await using var door = await Door.OpenAsync(l => l.SharedFor = TimeSpan.Zero, clock: _clock);
        foreach (var expected in new[] { 1, 2, 3 })
            (await door.AskAsync("{ live }")).Data.GetProperty("live").GetInt32().ShouldBe(expected);
    }
}
