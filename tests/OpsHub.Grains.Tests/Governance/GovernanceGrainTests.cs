using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Tests.Cases;
using System.Text.Json;

namespace OpsHub.Grains.Tests.Governance;

/// <summary>Grid files, governance files and analysis reports, live: refused before anything is written, carried out once, published, and folded again from the trace.</summary>
public sealed class GovernanceGrainTests : IAsyncLifetime
{
    private static readonly UnitCode County = UnitCode.Parse("430203"), Township = UnitCode.Parse("430203001"), Community = UnitCode.Parse("430203001001"), Grid = UnitCode.Parse("430203001001001");
    private static readonly Actor Command = Of(Role.CountyCommandCentre, County), Centre = Of(Role.TownshipGovernanceCentre, Township), Committee = Of(Role.CommunityCommittee, Community), Hub = Actor.Hub(UnitCode.Parse("4302"));

    private CaseTown _town = null!;

    public async Task InitializeAsync() => _town = await CaseTown.Open();

    public async Task DisposeAsync() => await _town.DisposeAsync();

    [Fact, Trait("Rule", "G016")]
    public async Task G016_an_eighth_member_is_refused_the_same_command_changes_nothing_twice_and_the_trace_folds_to_the_state()
    {
        var grain = _town.Hub.Client.Governance(County);
        (await grain.Do(new SetCommandStaff(7), new("c-1", Command))).Refusal.ShouldBeNull();
        (await grain.Do(new SetCommandStaff(7), new("c-1", Command))).Repeated.ShouldBeTrue();
        (await grain.Do(new SetCommandStaff(8), new("c-2", Command))).Refusal!.Code.ShouldBe("COMMAND_CENTRE_FULL");
        (await grain.Do(new SetConstruction(ConstructionItem.GovernancePlatform, null, new(2020, 1, 1)), new("c-3", Command))).Refusal.ShouldBeNull();
        await _town.Pushed(GrainKeys.Governance(County));
        await grain.Drop();
        var view = await grain.Get();
        (view.Length, view.State.CommandStaff).ShouldBe((2, 7));
        var folded = (await grain.Trace(0, 50)).Entries.Select(e => JsonSerializer.Deserialize<GovernanceEvent>(e.Content, DomainSerialization.Options)!).Aggregate((GovernanceFile?)null, GovernanceFile.Apply);
        JsonSerializer.Serialize(folded, DomainSerialization.Options).ShouldBe(JsonSerializer.Serialize(view.State, DomainSerialization.Options));
        _town.Hub.Index.Published(GrainKeys.Governance(County))!.Governance!.File!.CommandStaff.ShouldBe(7);
    }

    [Fact, Trait("Rule", "G005")]
    public async Task G005_G031_a_building_in_two_grids_and_a_second_leader_are_refused_and_the_index_has_counts_without_the_lists()
    {
        var grain = _town.Hub.Client.GridFile(Community);
        (await grain.Do(new AssignBuildings([new("B1", Grid), new("B2", null)]), new("c-1", Committee))).Refusal.ShouldBeNull();
        (await grain.Do(new AppointGridLeader(Grid, GridLeaderClass.CommitteeMember), new("c-2", Committee))).Refusal.ShouldBeNull();
        (await grain.Do(new AppointGridLeader(Grid, GridLeaderClass.CommitteeMember), new("c-3", Committee))).Refusal!.Code.ShouldBe("GRID_HAS_LEADER");
        (await grain.Do(new AppointGridLeader(Grid, GridLeaderClass.CommitteeMember), new("c-4", Command))).Refusal!.Rule.ShouldBe("G015");
        (await grain.Do(new MakeAnnouncement(new(new(2020, 3, 1), "停水", [ServiceChannel.Display])), new("c-5", Committee))).Refusal.ShouldBeNull();
        await _town.Pushed(GrainKeys.GridFile(Community));
        var row = _town.Hub.Index.Published(GrainKeys.GridFile(Community))!.Governance!.Grids!;
        row.File.Buildings.ShouldBeEmpty();
        row.File.Announcements.ShouldBeEmpty();
        row.Buildings.ShouldBe([new(null, 1), new(Grid, 1)]);
        await grain.Drop();
        (await grain.Get()).State.ShouldSatisfyAllConditions(s => s.Buildings.Count.ShouldBe(2), s => s.Announcements.ShouldHaveSingleItem());
    }

    [Fact, Trait("Rule", "T020")]
    public async Task T020_T023_a_cycle_is_closed_once_and_its_report_drafted_once()
    {
        var (from, until) = (new DateOnly(2020, 1, 1), new DateOnly(2020, 2, 1));
        var file = _town.Hub.Client.Governance(Township);
        (await file.Do(new CloseCycle(new(from, until)), new("close", Hub))).Refusal.ShouldBeNull();
        (await file.Do(new CloseCycle(new(from, until)), new("close-2", Hub))).Refusal.ShouldBeNull();
        (await file.Get()).ShouldSatisfyAllConditions(v => v.Length.ShouldBe(1), v => v.State.Missed.ShouldHaveSingleItem());
        _town.Hub.Index.Published(GrainKeys.Governance(Township))!.Notices.ShouldHaveSingleItem().Recipient.ShouldBe(OrganCode.Of(Township));

        var report = _town.Hub.Client.Analysis(GrainKeys.Analysis(Township, from));
        (await report.Get()).ShouldBeNull();
        (await report.Do(new DraftReport(until, new(5, 4, 4, 3, 1, 0)), new("draft-1", Hub))).Refusal.ShouldBeNull();
        (await report.Do(new DraftReport(until, new(9, 9, 9, 9, 9, 9)), new("draft-2", Hub))).Refusal.ShouldBeNull();
        (await report.Do(new AdoptReport(), new("adopt", Centre))).Refusal.ShouldBeNull();
        (await report.Get())!.ShouldSatisfyAllConditions(v => v.Length.ShouldBe(2), v => v.State.Counts.Reported.ShouldBe(5), v => v.State.Stage.ShouldBe(AnalysisStage.Adopted));
    }

    [Fact]
    public async Task A_stale_version_tells_who_reads_the_file_what_happened_and_nobody_else_anything()
    {
        var (file, grids, report) = (_town.Hub.Client.Governance(County), _town.Hub.Client.GridFile(Community), _town.Hub.Client.Analysis(GrainKeys.Analysis(Township, new(2020, 1, 1))));
        (await file.Do(new SetCommandStaff(7), new("c-1", Command))).Refusal.ShouldBeNull();
        (await grids.Do(new AppointGridLeader(Grid, GridLeaderClass.CommitteeMember), new("c-2", Committee))).Refusal.ShouldBeNull();
        (await report.Do(new DraftReport(new(2020, 2, 1), new(5, 4, 4, 3, 1, 0)), new("c-3", Hub))).Refusal.ShouldBeNull();
        (await file.Do(new SetCommandStaff(6), new("own", Command, ExpectedVersion: 0))).Refusal!.Code.ShouldBe(RefusalCodes.StaleVersion);
        Actor resident = new("r", Role.Resident, OrganCode.Of(Community)), neighbour = Of(Role.CountyCommandCentre, UnitCode.Parse("430202"));
        foreach (var stranger in new[] { resident, neighbour })
        {
            (await file.Do(new SetCommandStaff(6), new("x-1", stranger, ExpectedVersion: 0))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
            (await grids.Do(new EndGridLeader(Grid, "试"), new("x-2", stranger, ExpectedVersion: 0))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
            (await report.Do(new AdoptReport(), new("x-3", stranger, ExpectedVersion: 0))).Refusal!.Code.ShouldBe(RefusalCodes.NotAllowed);
        }
    }

    private static Actor Of(Role role, UnitCode unit) => new($"{role}@{unit}", role, OrganCode.Of(unit));
}
