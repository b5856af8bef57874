using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Governance;

/// <summary>Mutations of grid files: from input to command, and nothing more. Rules stand in the domain.</summary>
internal sealed class GridMutations(IGrainFactory grains, CommandWarnings warnings) : IRootFields<HubMutation>
{
    public void AddTo(HubMutation mutation)
    {
        Grid<AssignBuildingsInput>(mutation, "assignBuildings", "Register buildings and put them into grids (划入网格). G005.",
            i => new AssignBuildings([.. i.Parts("buildings").Select(b => new BuildingPlace(b.Text("number"), b.OptionalText("grid") is null ? null : b.Unit("grid")))]));
        Grid<ReleaseBuildingsInput>(mutation, "releaseBuildings", "Take buildings out of their grids, or off the list (划出网格). G005.", i => new ReleaseBuildings([.. i.Texts("numbers")], i.Flag("demolished")));
        Grid<EquipGridInput>(mutation, "equipGrid", "Set a grid's workers, app users and party unit (网格配备). G003, G030, G032, G040.", i => new EquipGrid(
            i.Unit("grid"), i.Number("fullTime"), i.Number("partTime"), i.Number("appUsers"), i.Choice<GridPartyUnit>("party"), i.OptionalText("convenience")));
        Grid<AppointGridLeaderInput>(mutation, "appointGridLeader", "Appoint a grid's leader by class (任命网格长). G031.", i => new AppointGridLeader(i.Unit("grid"), i.Choice<GridLeaderClass>("class")));
        Grid<EndGridLeaderInput>(mutation, "endGridLeader", "End a grid leader's service (免去网格长). G031.", i => new EndGridLeader(i.Unit("grid"), i.Text("reason")));
        Grid<TrainGridWorkersInput>(mutation, "trainGridWorkers", "Record a training of grid workers (登记网格员培训). G025.", i => new TrainGridWorkers([.. i.Units("grids")], i.Day("on")));
        Grid<SetCommunityReachInput>(mutation, "setCommunityReach", "Set what reaches the community (登记平台延伸). G039, G052, G059.", i => new SetReach(
            new(i.Flag("servicePlatform"), i.Flag("gridPlatform"), i.Flag("residentApp"), [.. i.Choices<ServiceChannel>("channels")])));
        Grid<AnnounceInCommunityInput>(mutation, "announceInCommunity", "Record an announcement and its channels (发布公告). G052.",
            i => new MakeAnnouncement(new(i.Day("on"), i.Text("title"), [.. i.Choices<ServiceChannel>("channels")])));
    }

    private void Grid<TInput>(HubMutation mutation, string name, string description, Func<CommandInput, GridFileCommand> read) where TInput : IGraphType => mutation.Do<TInput, GridFilePayloadType>(
        name, description + " By the community's committee or party organisation, or its township's governance centre. Errors as in CommandError.", (context, fields) => CaseCommander.Answer(
            async () =>
            {
                var (input, viewer) = (new CommandInput(fields), Viewer.Of(context));
                var (community, command) = (input.Unit("community"), read(input));
                return GovernancePayload.Of(await grains.GridFile(community).Do(command, CaseCommander.Context(input, viewer)).ConfigureAwait(false)) with { Warnings = warnings.Of(fields) };
            },
            GovernancePayload.Refused));
}
