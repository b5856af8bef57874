using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>A live case goes with its units: the row, the trace and the notices tell of the one in force. G011.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private const string Key = "case-1";
    private static readonly OrganCode Other = OrganCode.Of(SmallCity.OtherTownship);
    private static readonly OrganCode Former = OrganCode.Of(SmallCity.Township);

    private readonly TownDirectory _directory = new();
    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open(directory: _directory);

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_the_township_in_force_holds_it_waits_for_it_and_hears_of_it_once()
    {
        await Accepted();
        (await _town.Case(Key).Follow()).ShouldBeFalse("nothing moved");
        _directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;

        (await _town.Case(Key).Follow()).ShouldBeTrue();
        var published = _town.Hub.Index.Published(Key)!;
        (published.Case!.Holder, published.Case.Township, published.Case.Waits.Contains(Former)).ShouldBe((Other, SmallCity.OtherTownship, false));
        (await _town.Case(Key).Get())!.Case.OpenTerm("triage")!.Holder.ShouldBe(Other.Value);
        published.Notices.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Other), n => n.Kind.ShouldBe(NoticeKind.NewWork));
        published.Standing!.ShouldNotContain(NoticeNeeds.Term("triage", Former), "the former one is reminded no more");
        var entry = (await _town.Trace(Key))[^1];
        (entry.Event, entry.Role, entry.Rule).ShouldBe((nameof(CaseAreaChanged), Role.Scheduler, "G011"));
        entry.Reason.ShouldNotBeNull().ShouldContain(Other.Value);

        (await _town.Case(Key).Follow()).ShouldBeFalse("once");
    }

    [Fact]
    public async Task Whoever_dies_between_write_and_publication_leaves_it_to_be_told()
    {
        await Accepted();
        _directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        _town.Publisher.Loses = subject => subject == Key;
        await _town.Case(Key).Follow();
        _town.Publisher.Loses = _ => false;
        await _town.Case(Key).Drop();
        await _town.Case(Key).Republish();
        _town.Hub.Index.Published(Key)!.Notices.ShouldContain(n => n.Recipient == Other && n.Term == "triage");
        (await _town.Trace(Key)).Count(e => e.Event == nameof(CaseAreaChanged)).ShouldBe(1);
    }

    [Fact]
    public async Task A_rung_that_comes_first_goes_to_the_township_in_force()
    {
        await Accepted();
        _directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        _town.Time.Advance(TimeSpan.FromDays(3));
        await _town.Fires(Key);
        (await _town.Trace(Key)).Select(e => e.Event).Skip(2).ShouldBe([nameof(CaseAreaChanged), nameof(CaseRungsFired)]);
        _town.Hub.Index.Published(Key)!.Notices.ShouldNotContain(n => n.Recipient == Former);
    }

    [Fact]
    public async Task A_case_of_a_merged_grid_counts_in_the_one_that_took_it_over()
    {
        UnitCode into = new("430203001001002");
        await Accepted();
        _directory.Merged[SmallCity.Grid] = into;
        (await _town.Case(Key).Follow()).ShouldBeTrue();
        _town.Hub.Index.Published(Key)!.Case!.Grid.ShouldBe(into);
        (await _town.Trace(Key))[^1].Event.ShouldBe(nameof(CaseRelocated));
        await CaseTown.Eventually(async () => SummaryFold.Read((await _town.Hub.Client.Unit(SmallCity.Grid).Summary()).Facts, _town.Now).Open == 0);
    }

    private async Task Accepted()
    {
        await _town.Reported(Key);
        await _town.Done(Key, CaseTown.Committee, new AcceptCase());
        await _town.Pushed(Key);
    }
}
