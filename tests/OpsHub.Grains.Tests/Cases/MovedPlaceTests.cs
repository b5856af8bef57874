using OpsHub.Contracts.Commands;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Tests.Fakes;
using OpsHub.Grains.Tests.Hierarchy;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>Every command is decided by the units in force over the case's grid, as reading is.</summary>
public sealed class MovedPlaceTests
{
    private static readonly UnitCode NewTownship = new("430203002");
    private static readonly DateTimeOffset Now = new(2026, 7, 13, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task After_a_community_moved_its_new_township_and_the_agencies_there_are_looked_up()
    {
        var agency = OrganCode.Parse("430203002-D12");
        var directory = new TownDirectory(new Contracts.Index.AgencyRow(agency, 1, "", OrganCode.Parse("430203:D12"), NewTownship, [NewTownship], false));
        var facts = new CaseFacts(directory, new FixedRules(), new MemoryIndex(), new NoSourceSystems(), new CaseNumbers(new MemoryIndex()));
        var before = await facts.For(CaseTown.Report(), new CommandContext("r", CaseTown.Worker), new Standing<Case>(null, 1, Now));
        var state = Case.Apply(null, CaseDecisions.Decide(null, CaseTown.Report(), before).Events[0]);

        directory.Moved[SmallCity.Community] = NewTownship;
        var centre = new Actor("centre-2", Role.TownshipGovernanceCentre, OrganCode.Of(NewTownship));
        var command = new DispatchCase([new(agency, DispatchPart.Lead)]);
        var context = await facts.For(command, new CommandContext("d", centre), new Standing<Case>(state, 2, Now));
        context.Placement!.Township.ShouldBe(NewTownship);
        context.Organs[agency].Serves.ShouldBeTrue();
        CaseDecisions.Decide(state, new AcceptCase(), context).Refusal.ShouldBeNull();
    }
}
