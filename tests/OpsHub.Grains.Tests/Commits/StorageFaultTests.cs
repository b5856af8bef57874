using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Commits;

/// <summary>Whatever storage does, memory never runs ahead of it, and a command takes effect once.</summary>
public sealed class StorageFaultTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Theory]
    [InlineData(Fault.Before, Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Before, Fault.After)]
    [InlineData(Fault.Cancelled)]
    internal async Task A_write_that_fails_in_passing_takes_effect_once(params Fault[] faults)
    {
        await _town.Reported("case-1");
        _town.Storage.Next("case-1", faults);
        var reply = await _town.Settle(_town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a"));
        reply.Refusal.ShouldBeNull();
        reply.Sequence.ShouldBe(2);
        _town.Storage.VersionOf("case-1").ShouldBe(2);
        (await _town.Trace("case-1")).Select(e => e.Event).ShouldBe(["CaseReported", "CaseAccepted"]);
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Version.ShouldBe(2);
        await CaseTown.Eventually(() => Task.FromResult(!_town.Hub.Index.IsMarked("case-1")));
    }

    [Fact]
    public async Task A_first_write_whose_answer_was_lost_is_found_again()
    {
        _town.Storage.Next("case-1", Fault.After);
        var reply = await _town.Settle(_town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r"));
        reply.Accepted.ShouldBeTrue();
        (await _town.Case("case-1").Get()).ShouldNotBeNull().Case.Number.ShouldBe(reply.Number);
        _town.Storage.VersionOf("case-1").ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_write_is_read_before_deciding_again()
    {
        await _town.Reported("case-1");
        _town.Storage.WriteElsewhere("case-1");
        var reply = await _town.Settle(_town.Do("case-1", CaseTown.Committee, new AcceptCase()));
        reply.Refusal.ShouldBeNull();
        _town.Storage.VersionOf("case-1").ShouldBe(3);
        _town.Hub.Index.Published("case-1").ShouldNotBeNull().Version.ShouldBe(3);
    }

    [Fact]
    public async Task An_overloaded_database_is_answered_at_once_and_nothing_changed()
    {
        await _town.Reported("case-1");
        _town.Storage.Next("case-1", Fault.Overloaded);
        var busy = await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a"); // no time passes
        busy.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.RetryLater);
        (await _town.Case("case-1").Get()).ShouldNotBeNull().Case.Stage.ShouldBe(CaseStage.Reported);
        var again = await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a");
        again.Accepted.ShouldBeTrue();
        again.Repeated.ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_stays_away_is_answered_after_five_seconds()
    {
        await _town.Reported("case-1");
        var started = _town.Now;
        _town.Storage.Away = true;
        var busy = await _town.Settle(_town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a"));
        busy.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.RetryLater);
        (_town.Now - started).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(9));
        _town.Storage.Away = false;
        (await _town.Case("case-1").Get()).ShouldNotBeNull().Length.ShouldBe(1);
        (await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a")).Sequence.ShouldBe(2);
        (await _town.Trace("case-1")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_sees_a_write_that_is_under_way()
    {
        var grid = new UnitCode("430203001001002");
        var unit = _town.Hub.Client.Unit(grid);
        var held = _town.Storage.Hold(GrainKeys.Unit(grid));
        var reply = unit.Do(SmallCity.Of(grid, "第2网格", "grid") with { Figures = new(900, 0.4m, 120) }, new("g", SmallCity.Admin));
        await held.Reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        (await unit.Get()).ShouldBeNull();
        reply.IsCompleted.ShouldBeFalse();
        held.LetGo.SetResult();
        (await reply).Refusal.ShouldBeNull();
        (await unit.Get()).ShouldNotBeNull();
    }
}
