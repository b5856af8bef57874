using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;

namespace OpsHub.Grains.Tests.Commits;

/// <summary>What holds for every command: what its actor had seen, and when it happened.</summary>
public sealed class CommandCheckTests : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open(directory: new FixedDirectory(CaseTown.UrbanManagement) { Names = { [CaseTown.Committee.Organ] = "来园社区居委会" } });

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_stale_version_is_told_what_happened_since()
    {
        await _town.Reported("case-1");
        await _town.Done("case-1", CaseTown.Committee, new AcceptCase());
        var stale = await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), seen: 1);
        stale.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.StaleVersion);
        stale.Refusal.Zh.ShouldContain("2 受理 来园社区居委会");
        stale.Refusal.En.ShouldContain("2 Accepted 来园社区居委会");
        stale.Refusal.Zh.ShouldNotContain("上报");
        stale.Refusal.Zh.ShouldNotContain("CaseAccepted");
        stale.Refusal.Zh.ShouldNotContain(CaseTown.Committee.Organ.Value);
        (await _town.Do("case-1", CaseTown.Centre, new TriageCase(TriageClass.ClearOwner), seen: 2)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_retry_is_answered_though_its_version_is_stale_by_now()
    {
        await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r", seen: 0);
        (await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), "r", seen: 0)).Repeated.ShouldBeTrue();
    }

    [Fact]
    public async Task Past_instants_take_the_right_to_enter_them()
    {
        await _town.Reported("case-1");
        _town.Time.Advance(TimeSpan.FromHours(1));
        var refused = await _town.Do("case-1", CaseTown.Committee, new AcceptCase(), at: _town.Now.AddMinutes(-5));
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.NotAllowed);
        refused.Refusal.Field.ShouldBe("occurredAt");
        (await _town.Do("case-1", CaseTown.Centre, new AcceptCase(), at: _town.Now.AddMinutes(-5))).Accepted.ShouldBeTrue();
        var entry = (await _town.Trace("case-1"))[1];
        (entry.At, entry.OccurredAt).ShouldBe((_town.Now, _town.Now.AddMinutes(-5)));
    }

    [Theory]
    [InlineData(+1)] // in the future
    [InlineData(-3601)] // before the report
    public async Task An_instant_must_lie_between_the_last_step_and_now(int seconds)
    {
        await _town.Reported("case-1");
        _town.Time.Advance(TimeSpan.FromHours(1));
        var refused = await _town.Do("case-1", CaseTown.Centre, new AcceptCase(), at: _town.Now.AddSeconds(seconds));
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCodes.InvalidInput);
        refused.Refusal.Field.ShouldBe("occurredAt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public async Task A_malformed_id_is_refused(string id) =>
        (await _town.Do("case-1", CaseTown.Worker, CaseTown.Report(), id)).Refusal.ShouldNotBeNull().Field.ShouldBe("commandId");
}
