using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;
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
        var entry = (await _town.Trace(Key))[^1];
        entry.Event.ShouldBe(nameof(CaseRelocated));
        (TraceWording.Of(entry, chinese: true), TraceWording.Of(entry with { Role = Role.TownshipGovernanceCentre }, chinese: true)).ShouldBe(("区划调整移交", "更正网格"), "nobody corrected anything");
        await CaseTown.Eventually(async () => SummaryFold.Read((await _town.Hub.Client.Unit(SmallCity.Grid).Summary()).Facts, _town.Now).Open == 0);
    }

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_a_process_that_has_yet_to_hear_of_a_change_takes_no_case_back()
    {
        await Accepted();
        (_directory.Moved[SmallCity.Community], _directory.Known) = (SmallCity.OtherTownship, 7);
        (await _town.Case(Key).Follow()).ShouldBeTrue();

        _directory.Known = 6;
        _directory.Moved.Clear();
        (await _town.Case(Key).Follow()).ShouldBeFalse();
        (await _town.Do(Key, CaseTown.Centre, new TriageCase(TriageClass.ClearOwner))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed, "nor lets it the former one act on it");
        _town.Time.Advance(TimeSpan.FromDays(3));
        await _town.Fires(Key);
        (await _town.Trace(Key)).Select(e => e.Event).Skip(2).ShouldBe([nameof(CaseAreaChanged), nameof(CaseRungsFired)]);
        var published = _town.Hub.Index.Published(Key)!;
        (published.Case!.Holder, published.Case.Township).ShouldBe((Other, SmallCity.OtherTownship), "nor puts its row back");
        published.Notices.ShouldNotContain(n => n.Recipient == Former);

        _directory.Known = 8;
        (await _town.Case(Key).Follow()).ShouldBeTrue("the unit did go back");
        (await _town.Case(Key).Get())!.Case.Holder.ShouldBe(Former);
    }

    [Fact]
    [Trait("Rule", "T024")]
    public async Task T024_an_emergency_of_a_merged_grid_is_told_however_late_its_publication_comes()
    {
        UnitCode into = new("430203002001001");
        await _town.Done(Key, CaseTown.Worker, CaseTown.Report() with { Priority = CasePriority.Emergency });
        await _town.Done(Key, CaseTown.Committee, new AcceptCase());
        await _town.Pushed(Key);
        _directory.Merged[SmallCity.Grid] = into;
        _town.Publisher.Loses = subject => subject == Key;
        await _town.Case(Key).Follow();
        _town.Publisher.Loses = _ => false;
        _town.Time.Advance(TimeSpan.FromDays(3));
        await _town.Case(Key).Drop();
        await _town.Case(Key).Republish();
        var told = _town.Hub.Index.Published(Key)!.Notices.Where(n => n.Kind == NoticeKind.Emergency && n.Sequence == 3).ToList();
        told.ConvertAll(n => n.Recipient).ShouldBe([Other, OrganCode.Of(SmallCity.County)], ignoreOrder: true);
        told.ShouldAllBe(n => n.Zh.Contains("区划调整"));
        (await _town.Trace(Key))[2].Rule.ShouldBe("G011");
    }

    [Fact]
    public async Task What_was_over_before_its_grid_was_merged_is_answered_for_by_those_who_have_the_grid_now_and_still_counts_where_it_was_done()
    {
        UnitCode into = new("430203001002001");
        await _town.Reported(Key);
        await _town.Done(Key, CaseTown.Committee, new DeclineCase("不属于网格事项", "市水务局", DeclineGround.OutsideCategories));
        await _town.Pushed(Key);
        _directory.Merged[SmallCity.Grid] = into;
        (await _town.Case(Key).Follow()).ShouldBeFalse();
        var asked = new AcceptCase();
        (await Number(CaseTown.Committee)).ShouldBeNull("who lost the grid is not told what it is");
        (await Number(new("committee-2", Role.CommunityCommittee, OrganCode.Parse("430203001002")))).ShouldNotBeNull();
        _town.Hub.Index.Published(Key)!.Case!.Grid.ShouldBe(SmallCity.Grid);

        async Task<string?> Number(Actor by) => (await _town.Do(Key, by, asked)).Number;
    }

    private async Task Accepted()
    {
        await _town.Reported(Key);
        await _town.Done(Key, CaseTown.Committee, new AcceptCase());
        await _town.Pushed(Key);
    }
}
