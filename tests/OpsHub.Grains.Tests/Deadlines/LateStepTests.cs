using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Tests.Cases;

namespace OpsHub.Grains.Tests.Deadlines;

/// <summary>A step that comes before the shard's tick, after the rung: both stand in the trace, in order and in one write. Section 4.</summary>
public sealed class LateStepTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync()
    {
        _town = await CaseTown.Open();
        await _town.Reported("case-1");
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task Rungs_passed_fire_in_front_of_a_step_in_the_same_write_and_are_the_hub_s()
    {
        _town.Time.Advance(TimeSpan.FromMinutes(150));
        var reply = await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a");
        (reply.Refusal, reply.Sequence).ShouldBe((null, 3));
        _town.Storage.VersionOf("case-1").ShouldBe(2);
        var trace = await _town.Trace("case-1");
        trace.Select(e => (e.Event, e.Role)).ShouldBe(
            [(nameof(CaseReported), Role.GridWorker), (nameof(CaseRungsFired), Role.Scheduler), (nameof(CaseAccepted), Role.CommunityCommittee)]);
        trace[1].Reason.ShouldBe("acceptance:DueSoon acceptance:Due acceptance:OverdueCommunity");
        TraceVerifier.Verify("case-1", trace, trace[^1].Hash, 3).ShouldBeNull();
        var let = _town.Hub.Index.Published("case-1").ShouldNotBeNull().Events.Single(e => e.Event == nameof(CaseRungsFired)).Organ;
        var now = (await _town.Case("case-1").Get())!.Case;
        (let.Value, let == now.Holder).ShouldBe((now.Terms[0].Holder, false), "who let the term pass, not who has the case since the step");

        var again = await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), "a");
        (again.Repeated, again.Sequence).ShouldBe((true, 3));
        (await _town.Case("case-1").Tick(_town.Now)).ShouldBe(0);
    }

    [Fact]
    public async Task A_step_entered_afterwards_was_done_before_the_rung_and_fires_none()
    {
        var done = _town.Now.AddMinutes(30);
        _town.Time.Advance(TimeSpan.FromMinutes(150));
        (await _town.Do("case-1", CaseTown.Centre, new AcceptCase(), at: done)).Sequence.ShouldBe(2);
        (await _town.Case("case-1").Get())!.Case.Terms[0].Fired.ShouldBeEmpty();
    }
}
