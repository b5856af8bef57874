using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;

namespace OpsHub.Grains.Tests.Consultations;

/// <summary>A consultation counts in its home unit, and from there upwards.</summary>
public sealed class ConsultationSummaryTests : IAsyncLifetime
{
    private static readonly UnitCode[] Chain = [SmallCity.Community, SmallCity.Township, SmallCity.County, SmallCity.City];

    private ConsultationTown _town = null!;

    public async Task InitializeAsync() => _town = await ConsultationTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact]
    public async Task A_consultation_counts_in_community_township_county_and_city()
    {
        await _town.Determined();
        foreach (var unit in Chain)
            await _town.Reads(unit, r => r.Open == 1 && r.ByStage.At((long)ConsultationStage.TopicDetermined) == 1 && r.PlansLate == 0);
        (await _town.Figures(SmallCity.Grid)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_cross_community_one_counts_in_its_township_and_in_no_community()
    {
        var key = ConsultationTown.Key(ConsultationTown.Government, "cross");
        await _town.Done(key, ConsultationTown.Government, new OpenConsultation(
            SmallCity.Township, [SmallCity.Community, ConsultationTown.Second], "两社区共用道路整治", new(Important: true, CannotAlone: true)), "cross");
        foreach (var unit in Chain.Skip(1))
            await _town.Reads(unit, r => r.Open == 1);
        (await _town.Figures(SmallCity.Community)).IsEmpty.ShouldBeTrue();
        foreach (var unit in Chain.Skip(1))
        {
            await _town.Town.Hub.Client.Unit(unit).Drop();
            await _town.Reads(unit, r => r.Open == 1);
            (await _town.Town.Hub.Client.Unit(unit).Recount()).ShouldBe(0, unit.Value);
        }
    }

    [Fact]
    public async Task One_that_the_township_makes_cross_community_leaves_its_community()
    {
        var key = await _town.Opened();
        await _town.Reads(SmallCity.City, r => r.Open == 1);
        await _town.Done(key, ConsultationTown.Government, new RerouteConsultation(
            new(Important: true, CannotAlone: true), [SmallCity.Community, ConsultationTown.Second], "涉及两个社区"));
        await _town.Reads(SmallCity.Community, r => r.Open == 0);
        await _town.Reads(SmallCity.Township, r => r.Open == 1);
        await _town.Consultation(key).Drop();
        await _town.Town.Hub.Client.Unit(SmallCity.Community).PushConsultation(new("consultation-lingering", 1, new(ConsultationStage.Collecting, true, 0, Buckets.Empty, 0, 0, false, 1, false, 0, false)));
        (await _town.Town.Hub.Client.Unit(SmallCity.Community).Recount()).ShouldBe(1, "what no row knows goes with the recount");
    }

    [Fact]
    public async Task A_stale_or_doubled_push_changes_nothing()
    {
        var key = await _town.Determined();
        await _town.Pushed(key);
        var version = _town.Town.Storage.VersionOf(key);
        var community = _town.Town.Hub.Client.Unit(SmallCity.Community);
        var before = await community.Summary();
        await community.PushConsultation(new(key, version - 1, null));
        await community.PushConsultation(new(key, version, null));
        (await community.Summary()).ShouldBe(before);
        await Should.ThrowAsync<InvalidOperationException>(() => _town.Town.Hub.Client.Unit(SmallCity.County).PushConsultation(new(key, version + 1, null)));
        await Should.ThrowAsync<InvalidOperationException>(() => _town.Town.Hub.Client.Unit(SmallCity.Grid).PushConsultation(new(key, version + 1, null)));
    }

    [Fact]
    public async Task An_activation_that_comes_back_has_the_same_figures_and_a_recount_finds_nothing()
    {
        await _town.Determined();
        await _town.Ended("second");
        foreach (var unit in Chain)
            await _town.Reads(unit, r => r.Open == 2);
        foreach (var unit in Chain)
        {
            var before = await _town.Figures(unit);
            await _town.Town.Hub.Client.Unit(unit).Drop();
            (await _town.Figures(unit)).ShouldBe(before, unit.Value);
            (await _town.Town.Hub.Client.Unit(unit).Recount()).ShouldBe(0, unit.Value);
        }
    }

    [Fact]
    public async Task A_recount_repairs_what_no_push_told()
    {
        var key = await _town.Opened();
        await _town.Reads(SmallCity.City, r => r.Open == 1);
        var row = _town.Town.Hub.Index.Published(key)!.Consultation!;
        await _town.Town.Hub.Index.Publish(new Publication(key, row.Version + 1)
        {
            Consultation = row with { Version = row.Version + 1, Contribution = row.Contribution with { VoteAhead = true } },
        });
        (await _town.Town.Hub.Client.Unit(SmallCity.Community).Recount()).ShouldBe(1);
        await _town.Reads(SmallCity.City, r => r.VotesAhead == 1);
    }

    [Fact]
    public async Task A_community_that_moves_takes_its_consultations_along()
    {
        var key = await _town.Opened();
        await _town.Reads(SmallCity.Township, r => r.Open == 1);
        _town.Directory.Moved[SmallCity.Community] = SmallCity.OtherTownship;
        var city = new SmallCity(_town.Town.Hub);
        (await city.Do(SmallCity.Community, new MoveUnit(SmallCity.OtherTownship, new(2020, 1, 1)))).Refusal.ShouldBeNull();
        await _town.Reads(SmallCity.OtherTownship, r => r.Open == 1);
        await _town.Reads(SmallCity.Township, r => r.Open == 0);
        await _town.Done(key, ConsultationTown.Party, new HoldWorkMeeting("例会纪要 7"));
        _town.Town.Hub.Index.Published(key)!.Consultation!.Place.Township.ShouldBe(SmallCity.OtherTownship);
        await _town.Pushed(key);
        // Leaving and arriving reach county and city as two pushes, and one of them may have been on its way.
        foreach (var unit in new[] { SmallCity.Community, SmallCity.OtherTownship, SmallCity.Township, SmallCity.County, SmallCity.City })
        {
            await _town.Reads(unit, r => r.Open == (unit == SmallCity.Township ? 0 : 1));
            await CaseTown.Eventually(async () => await _town.Town.Hub.Client.Unit(unit).Recount() == 0);
        }
    }

    [Fact]
    public async Task One_that_ended_counts_no_more()
    {
        var key = await _town.Opened();
        await _town.Reads(SmallCity.City, r => r.Open == 1);
        await _town.Done(key, ConsultationTown.Party, new WithdrawConsultation("重复"));
        foreach (var unit in Chain)
            await _town.Reads(unit, r => r.Open == 0);
        await _town.Pushed(key);
        (await _town.Figures(SmallCity.City)).ShouldBe(ConsultationFigures.Empty);
    }
}
