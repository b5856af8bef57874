using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Tests.Governance.District;

namespace OpsHub.Domain.Tests.Governance;

/// <summary>How a community equips its grids, rule by rule.</summary>
public sealed class GridTests
{
    private readonly District _d = new();

    [Fact, Trait("Rule", "G003")]
    public void G003_a_grid_without_a_note_on_convenience_is_not_refused()
    {
        Equip(First).ShouldBeNull();
        _d.Grids!.Of(First).Convenience.ShouldBeNull();
        _d.Do(new EquipGrid(First, 1, 0, 0, GridPartyUnit.Branch, "沿河一侧，便于巡查")).ShouldBeNull();
        _d.Grids!.Of(First).Convenience.ShouldBe("沿河一侧，便于巡查");
    }

    [Fact, Trait("Rule", "G005")]
    public void G005_of_200_units_198_assigned_the_coverage_is_99_per_cent_and_the_gap_2()
    {
        _d.Do(new AssignBuildings([.. Enumerable.Range(1, 200).Select(i => new BuildingPlace($"B{i:D3}", i <= 198 ? i % 2 == 0 ? First : Second : null))])).ShouldBeNull();
        var share = _d.Indicator("G005", _d.Area())!.Share;
        (share.Part, share.Whole, share.Percent).ShouldBe((198, 200, 99.0m));
        _d.Flags("G005").ShouldHaveSingleItem().En.ShouldStartWith("2 ");
    }

    [Fact, Trait("Rule", "G005")]
    public void G005_a_unit_in_a_second_grid_is_refused_until_it_is_taken_out_of_the_first()
    {
        _d.Do(new AssignBuildings([new("B1", First)])).ShouldBeNull();
        _d.Do(new AssignBuildings([new("B1", Second)]))!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("BUILDING_IN_GRID"), r => r.Rule.ShouldBe("G005"), r => r.Clause.ShouldBe("二(一)"), r => r.Field.ShouldBe("buildings[0].grid"));
        _d.Do(new AssignBuildings([new("B2", First), new("B2", Second)]))!.Field.ShouldBe("buildings[1].grid");
        _d.Grids!.Buildings.ShouldHaveSingleItem().Value.ShouldBe(First);

        _d.Do(new AssignBuildings([new("B1", First)])).ShouldBeNull("the same again");
        _d.Do(new ReleaseBuildings(["B1"], false)).ShouldBeNull();
        _d.Flags("G005").ShouldHaveSingleItem();
        _d.Do(new AssignBuildings([new("B1", Second)])).ShouldBeNull();
        _d.Do(new ReleaseBuildings(["B1"], true)).ShouldBeNull();
        _d.Grids!.Buildings.ShouldBeEmpty();
        _d.Do(new ReleaseBuildings(["B1"], false))!.Code.ShouldBe("NOT_FOUND");
    }

    [Fact, Trait("Rule", "G005")]
    public void G005_a_unit_whose_grid_has_ended_is_in_none()
    {
        _d.Do(new AssignBuildings([new("B1", First), new("B2", Second)])).ShouldBeNull();
        new CommunityGrids(Community, [First], _d.Grids, _d.Grids!.BuildingCounts).Coverage.ShouldBe(new Share(1, 2));
    }

    [Fact, Trait("Rule", "G025")]
    public void G025_no_training_in_the_cycle_is_flagged()
    {
        Equip(First).ShouldBeNull();
        _d.Flags("G025").ShouldHaveSingleItem().Unit.ShouldBe(First);
        _d.Do(new TrainGridWorkers([First], new(2025, 12, 30))).ShouldBeNull();
        _d.Flags("G025").ShouldHaveSingleItem("last year's is no training of this year");
        _d.Do(new TrainGridWorkers([First], new(2026, 3, 1))).ShouldBeNull();
        _d.Flags("G025").ShouldBeEmpty();
        _d.Do(new TrainGridWorkers([First], new(2025, 5, 1))).ShouldBeNull();
        _d.Flags("G025").ShouldBeEmpty("an older one entered later takes nothing back");
        _d.Do(new TrainGridWorkers([Second], new(2026, 3, 1)))!.Code.ShouldBe("GRID_WITHOUT_WORKERS");
        _d.Do(new TrainGridWorkers([First], new(2026, 11, 21)))!.Field.ShouldBe("on");
    }

    [Fact, Trait("Rule", "G030")]
    public void G030_of_20_grids_19_have_a_party_unit_that_is_95_per_cent()
    {
        UnitCode[] grids = [.. Enumerable.Range(1, 20).Select(i => new UnitCode($"{Community}{i:D3}"))];
        var file = new GridFile { Community = Community, Grids = [.. grids.Skip(1).Select(g => new GridEquipment(g, Party: GridPartyUnit.Group))] };
        _d.Indicator("G030", new(County, [], System.Collections.Immutable.ImmutableDictionary<UnitCode, GovernanceFile>.Empty, [new(Community, [.. grids], file, [])]))!.Share.ShouldSatisfyAllConditions(
            s => s.ShouldBe(new Share(19, 20)), s => s.Percent.ShouldBe(95m));
    }

    [Fact, Trait("Rule", "G031")]
    public void G031_a_grid_without_a_leader_is_a_gap_a_second_leader_is_refused_and_another_class_is_flagged()
    {
        _d.Flags("G031").Select(f => f.Unit).ShouldBe([First, Second]);
        _d.Do(new AppointGridLeader(First, GridLeaderClass.RetiredCadre)).ShouldBeNull();
        _d.Do(new AppointGridLeader(First, GridLeaderClass.CommitteeMember))!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("GRID_HAS_LEADER"), r => r.Rule.ShouldBe("G031"), r => r.Clause.ShouldBe("三(八)"));
        _d.Flags("G031").ShouldHaveSingleItem().Unit.ShouldBe(Second);
        _d.Do(new EndGridLeader(First, "换届")).ShouldBeNull();
        _d.Do(new AppointGridLeader(First, GridLeaderClass.Other)).ShouldBeNull();
        _d.Flags("G031").First().En.ShouldContain("none of the four classes");
        _d.Indicator("G031", _d.Area())!.Share.ShouldBe(new Share(1, 2));
    }

    [Fact, Trait("Rule", "G032")]
    public void G032_a_grid_with_no_worker_is_a_gap_and_its_cases_go_to_the_community()
    {
        Equip(First).ShouldBeNull();
        _d.Flags("G032").ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Unit.ShouldBe(Second), f => f.En.ShouldContain("go to the community"));
        _d.Indicator("G032", _d.Area())!.Share.ShouldBe(new Share(1, 2));
    }

    [Fact, Trait("Rule", "G040")]
    public void G040_190_of_200_workers_use_the_terminal_that_is_95_per_cent()
    {
        _d.Do(new EquipGrid(First, 100, 20, 120, GridPartyUnit.None)).ShouldBeNull();
        _d.Do(new EquipGrid(Second, 0, 80, 70, GridPartyUnit.None)).ShouldBeNull();
        _d.Indicator("G040", _d.Area())!.Share.ShouldSatisfyAllConditions(s => s.ShouldBe(new Share(190, 200)), s => s.Percent.ShouldBe(95m));
        _d.Do(new EquipGrid(Second, 0, 80, 81, GridPartyUnit.None))!.Field.ShouldBe("appUsers");
    }

    [Fact, Trait("Rule", "G039")]
    public void G039_G059_98_of_100_communities_are_98_per_cent_and_those_missing_are_gaps()
    {
        var communities = Enumerable.Range(1, 100).Select(i => new UnitCode($"430203001{i:D3}"))
            .Select((c, i) => new CommunityGrids(c, [], new GridFile { Community = c, Reach = new(i != 0, i != 1, i > 1) }, []));
        var area = new GovernanceArea(County, [], System.Collections.Immutable.ImmutableDictionary<UnitCode, GovernanceFile>.Empty, [.. communities]);
        foreach (var rule in new[] { "G039", "G059" })
            _d.Indicator(rule, area)!.Share.ShouldSatisfyAllConditions(s => s.ShouldBe(new Share(98, 100)), s => s.Percent.ShouldBe(98m));
        GovernanceFlags.Of(area, [], _d.Today, new()).Count(f => f.Rule == "G059").ShouldBe(2);
    }

    [Fact, Trait("Rule", "G052")]
    public void G052_an_announcement_lists_its_channels_and_takes_at_least_one()
    {
        _d.Do(new MakeAnnouncement(new(_d.Today, "停水通知", []))).ShouldNotBeNull().Rule.ShouldBe("G052");
        _d.Do(new MakeAnnouncement(new(_d.Today, "停水通知", [ServiceChannel.Display, ServiceChannel.Website]))).ShouldBeNull();
        _d.Grids!.Announcements.ShouldHaveSingleItem().Channels.ShouldBe([ServiceChannel.Website, ServiceChannel.Display]);
        _d.Do(new SetReach(new(true, true, true, [ServiceChannel.Hotline]))).ShouldBeNull();
        _d.Grids!.Reach.Channels.ShouldBe([ServiceChannel.Hotline]);
    }

    [Theory]
    [InlineData(Role.CommunityCommittee, "430203001001", true)]
    [InlineData(Role.CommunityParty, "430203001001", true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203001", true)]
    [InlineData(Role.TownshipGovernanceCentre, "430203002", false)]
    [InlineData(Role.CommunityCommittee, "430203001002", false)]
    [InlineData(Role.CountyCommandCentre, "430203", false)]
    [InlineData(Role.GridWorker, "430203001001001", false)]
    [InlineData(Role.Integrator, "4302", false)]
    public void G015_a_communitys_grids_are_equipped_by_it_and_its_townships_centre(Role role, string unit, bool may) =>
        (_d.Do(new AppointGridLeader(First, GridLeaderClass.RetiredCadre), Of(role, new(unit))) is null).ShouldBe(may);

    [Fact]
    public void Another_communitys_grid_and_a_number_that_is_none_are_refused_by_field()
    {
        _d.Do(new AssignBuildings([new("B1", new("430203001002001"))]))!.Field.ShouldBe("buildings[0].grid");
        _d.Do(new AssignBuildings([new("一栋", First)]))!.Field.ShouldBe("buildings[0].number");
        _d.Do(new AssignBuildings([]))!.Field.ShouldBe("buildings");
        _d.Grids.ShouldBeNull();
    }

    private Refusal? Equip(UnitCode grid) => _d.Do(new EquipGrid(grid, 1, 1, 1, GridPartyUnit.Branch));
}
