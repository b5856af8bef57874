using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Consultations;

/// <summary>A live consultation goes with its units: row, trace, notices and summaries tell of those in force. G011.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private static readonly OrganCode Former = OrganCode.Of(SmallCity.Township);
    private static readonly OrganCode Other = OrganCode.Of(SmallCity.OtherTownship);
    private static readonly Actor SecondParty = new("party-2", Role.CommunityParty, OrganCode.Of(ConsultationTown.Second));
    private static readonly UnitCode Third = new("430203001003");

    private ConsultationTown _town = null!;

    public async Task InitializeAsync() => _town = await ConsultationTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_the_township_in_force_owes_what_the_former_one_did_and_hears_of_it_once()
    {
        var key = await Proposed();
        _town.Town.Hub.Index.Published(key)!.Standing.ShouldNotBeNull().ShouldContain(NoticeNeeds.Term(DutyStems.Step, Former));
        (await _town.Consultation(key).Follow()).ShouldBeFalse("nothing moved");
        _town.Directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;

        (await _town.Consultation(key).Follow()).ShouldBeTrue();
        var published = _town.Town.Hub.Index.Published(key)!;
        published.Consultation!.Place.Township.ShouldBe(SmallCity.OtherTownship);
        (await State(key)).OpenDuties.Single(d => d.Stem == DutyStems.Step).Term.Holder.ShouldBe(Other.Value);
        published.Notices.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Recipient.ShouldBe(Other), n => n.Kind.ShouldBe(NoticeKind.NewWork));
        published.Standing.ShouldNotBeNull().ShouldNotContain(NoticeNeeds.Term(DutyStems.Step, Former), "the former one is reminded no more");
        var entry = (await _town.Trace(key))[^1];
        (entry.Event, entry.Role, entry.Rule).ShouldBe((nameof(ConsultationAreaChanged), Role.Scheduler, "G011"));
        entry.Reason.ShouldNotBeNull().ShouldContain(Other.Value);

        (await _town.Consultation(key).Follow()).ShouldBeFalse("once");
    }

    [Fact]
    public async Task Whoever_dies_between_write_and_publication_leaves_it_to_be_told()
    {
        var key = await Proposed();
        await _town.Pushed(key);
        _town.Directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        _town.Town.Publisher.Loses = subject => subject == key;
        await _town.Consultation(key).Follow();
        _town.Town.Publisher.Loses = _ => false;
        await _town.Consultation(key).Drop();
        await _town.Consultation(key).Republish();
        _town.Town.Hub.Index.Published(key)!.Notices.Where(n => n.Term == DutyStems.Step).Select(n => n.Recipient).ShouldBe([Other]);
        (await _town.Trace(key)).Count(e => e.Event == nameof(ConsultationAreaChanged)).ShouldBe(1);
        (await _town.Consultation(key).Follow()).ShouldBeFalse("once");
    }

    [Fact]
    public async Task A_rung_that_comes_first_goes_to_the_township_in_force()
    {
        var key = await Proposed();
        await _town.Pushed(key);
        _town.Directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        _town.Town.Time.Advance(TimeSpan.FromDays(30));
        await _town.Consultation(key).Tick(_town.Town.Now);
        (await _town.Trace(key)).Select(e => e.Event).Skip(2).Take(2).ShouldBe([nameof(ConsultationAreaChanged), nameof(ConsultationRungsFired)]);
        _town.Town.Hub.Index.Published(key)!.Notices.ShouldNotContain(n => n.Recipient == Former);
    }

    [Fact]
    [Trait("Rule", "G011")]
    public async Task G011_of_a_community_that_was_taken_over_the_former_counts_no_more_and_the_one_in_force_does()
    {
        var key = await _town.Ended();
        await _town.Reads(SmallCity.Community, r => r.Open == 1);
        (await new SmallCity(_town.Town.Hub).Do(Third, SmallCity.Of(Third, "丁社区", "community"))).Refusal.ShouldBeNull();
        _town.Directory.Ended[SmallCity.Community] = new(2026, 7, 13);
        _town.Directory.Merged[SmallCity.Community] = Third;

        (await _town.Consultation(key).Follow()).ShouldBeTrue();
        await _town.Reads(SmallCity.Community, r => r.Open == 0);
        await _town.Reads(Third, r => r.Open == 1);
        var row = _town.Town.Hub.Index.Published(key)!.Consultation!;
        (row.Place.Home, row.Lead, row.Communities.Single()).ShouldBe((Third, OrganCode.Of(Third), Third));
        foreach (var unit in new[] { SmallCity.Community, Third, SmallCity.Township, SmallCity.County, SmallCity.City })
        {
            await _town.Reads(unit, r => r.Open == (unit == SmallCity.Community ? 0 : 1));
            await CaseTown.Eventually(async () => await _town.Town.Hub.Client.Unit(unit).Recount() == 0);
        }

        (await _town.Do(key, ConsultationTown.Committee, ConsultationTown.Announcement)).Refusal.ShouldNotBeNull("the former one acts no more");
        await _town.Done(key, ConsultationTown.Committee with { Organ = OrganCode.Of(Third) }, ConsultationTown.Announcement);
    }

    [Fact]
    public async Task An_activation_that_comes_back_takes_it_from_the_former_unit_all_the_same()
    {
        var key = await _town.Opened();
        await _town.Reads(SmallCity.Community, r => r.Open == 1);
        await _town.Pushed(key);
        (await new SmallCity(_town.Town.Hub).Do(Third, SmallCity.Of(Third, "丁社区", "community"))).Refusal.ShouldBeNull();
        _town.Directory.Ended[SmallCity.Community] = new(2026, 7, 13);
        _town.Directory.Merged[SmallCity.Community] = Third;
        _town.Town.Publisher.Loses = subject => subject == key;
        await _town.Consultation(key).Follow();
        _town.Town.Publisher.Loses = _ => false;
        await _town.Consultation(key).Drop();
        await _town.Consultation(key).Republish();
        await _town.Reads(SmallCity.Community, r => r.Open == 0);
        await _town.Reads(Third, r => r.Open == 1);
    }

    [Fact]
    [Trait("Rule", "C044")]
    public async Task C044_one_across_communities_is_led_by_the_township_that_has_them_all()
    {
        var key = ConsultationTown.Key(ConsultationTown.Government, "cross");
        await _town.Done(key, ConsultationTown.Government, new OpenConsultation(
            SmallCity.Township, [SmallCity.Community, ConsultationTown.Second], "两社区共用道路整治", new(Important: true, CannotAlone: true)), "cross");
        await _town.Reads(SmallCity.Township, r => r.Open == 1);
        _town.Directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        (await _town.Consultation(key).Follow()).ShouldBeFalse("the other one is still of the former township");
        _town.Directory.Moved[ConsultationTown.Second] = SmallCity.OtherTownship;
        (await _town.Consultation(key).Follow()).ShouldBeTrue();
        (await State(key)).Lead.ShouldBe(Other);
        await _town.Reads(SmallCity.Township, r => r.Open == 0);
        await _town.Reads(SmallCity.OtherTownship, r => r.Open == 1);
    }

    // An opinion from a second community: the township is to decide on the way.
    private async Task<string> Proposed()
    {
        var key = await _town.Opened();
        await _town.Done(key, SecondParty, new AddOpinion(OpinionSource.HouseholdVisit, ConsultationTown.Second, ParticipantKind.RegisteredResidents, "我们也停不了车"));
        return key;
    }

    private async Task<Consultation> State(string key) => (await _town.Consultation(key).Get())!.State;
}
