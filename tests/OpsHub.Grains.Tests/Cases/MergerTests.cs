using OpsHub.Domain.Cases;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>Two cases about the same: the reporters of the one join the other, once, whatever fails in between. SM1 row 4.</summary>
public sealed class MergerTests : IAsyncLifetime
{
    private static readonly string Elder = "case-" + new string('e', 32);
    private static readonly string Younger = "case-" + new string('a', 32);
    private CaseTown _town = null!;

    public async Task InitializeAsync()
    {
        _town = await CaseTown.Open();
        await _town.Reported(Elder);
        _town.Time.Advance(TimeSpan.FromMinutes(1));
        await _town.Reported(Younger);
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task The_other_case_knows_who_joined_and_its_stage_stays()
    {
        var number = (await _town.Done(Younger, CaseTown.Committee, new MergeCase(Elder, "同一处"))).Number;
        await CaseTown.Eventually(async () => (await State(Elder)).Joined.Count == 1);
        var elder = await State(Elder);
        (elder.Joined[0].Number, elder.Joined[0].Reporter, elder.Stage).ShouldBe((number!, CaseTown.Worker.Principal, CaseStage.Reported));
        (await State(Younger)).Stage.ShouldBe(CaseStage.Merged);
    }

    [Fact]
    public async Task SM1_4_who_had_joined_a_case_that_is_merged_itself_joins_with_it()
    {
        var first = "case-" + new string('0', 32);
        _town.Time.Advance(TimeSpan.FromMinutes(1));
        await _town.Done(first, CaseTown.Desk, CaseTown.Report() with { Source = new("other", "T-1") });
        await _town.Done(first, CaseTown.Committee, new MergeCase(Younger, "同一处"));
        await CaseTown.Eventually(async () => (await State(Younger)).Joined.Count == 1);
        await _town.Done(Younger, CaseTown.Committee, new MergeCase(Elder, "同一处"));
        await CaseTown.Eventually(async () => (await State(Elder)).Joined.Count == 2);
        (await State(Elder)).Reporters.ShouldBe([CaseTown.Worker.Principal, CaseTown.Worker.Principal, CaseTown.Desk.Principal], ignoreOrder: true);
    }

    [Fact]
    public async Task Publishing_again_joins_nobody_twice()
    {
        await _town.Done(Younger, CaseTown.Committee, new MergeCase(Elder, "同一处"));
        await _town.Pushed(Younger);
        await _town.Case(Younger).Republish();
        await _town.Case(Younger).Republish();
        (await _town.Trace(Elder)).Count(e => e.Event == nameof(CaseJoined)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_the_younger_joins_the_elder()
    {
        var refusal = (await _town.Do(Elder, CaseTown.Committee, new MergeCase(Younger, "同一处"))).Refusal.ShouldNotBeNull();
        (refusal.Rule, refusal.Field).ShouldBe(("SM1.4", "target"));
    }

    [Fact]
    public async Task A_suspension_ends_by_the_hub_when_its_limit_is_reached()
    {
        const string key = "case-suspended";
        await _town.Dispatched(key);
        await _town.Done(key, CaseTown.Agency, new AcceptDispatch());
        await _town.Done(key, CaseTown.Centre, new SuspendCase("等待鉴定", _town.Now.AddHours(30)));
        await _town.Pushed(key);
        _town.Time.Advance(TimeSpan.FromHours(31));
        (await _town.Fires(key)).ShouldBeGreaterThan(0);
        var resumed = (await _town.Trace(key)).Single(e => e.Event == nameof(CaseResumed));
        resumed.Role.ShouldBe(Domain.Accounts.Role.Scheduler);
        (await _town.Case(key).Get())!.Case.Suspension.ShouldBeNull();
    }

    private async Task<Domain.Cases.Case> State(string key) => (await _town.Case(key).Get()).ShouldNotBeNull().Case;
}
