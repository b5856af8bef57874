using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Governance;

/// <summary>What every command to a grid file carries.</summary>
internal abstract class GridInput : InputType
{
    protected GridInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("community", "Code of the community or village (社区、村), 12 digits.");
        May<StringGraphType>("expectedVersion", "The version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }
}

/// <summary>A building's place.</summary>
internal sealed class BuildingPlaceInput : InputType
{
    public BuildingPlaceInput() : base("BuildingPlaceInput", "A building or unit and its grid (楼栋归属). G005.")
    {
        Needs<StringGraphType>("number", "The community's number for it (编号): 1 to 20 letters, digits or dashes.");
        May<StringGraphType>("grid", "Code of its grid, 15 digits (网格); left out: in none yet, flagged.");
    }
}

/// <summary>Assigning.</summary>
internal sealed class AssignBuildingsInput : GridInput
{
    public AssignBuildingsInput() : base("AssignBuildingsInput", "Registering buildings and putting them into grids (划入网格). BUILDING_IN_GRID where one is in another grid. G005.") =>
        NeedsMany<BuildingPlaceInput>("buildings", "1 to 500 buildings or units (楼栋).");
}

/// <summary>Releasing.</summary>
internal sealed class ReleaseBuildingsInput : GridInput
{
    public ReleaseBuildingsInput() : base("ReleaseBuildingsInput", "Taking buildings out of their grids, or off the list (划出网格). G005.")
    {
        NeedsMany<StringGraphType>("numbers", "Their numbers, 1 to 500 (编号).");
        May<BooleanGraphType>("demolished", "True: they are no more (已拆除).", false);
    }
}

/// <summary>Equipping.</summary>
internal sealed class EquipGridInput : GridInput
{
    public EquipGridInput() : base("EquipGridInput", "Workers, app users and party unit of a grid (网格配备). G003, G030, G032, G040.")
    {
        Needs<StringGraphType>("grid", "Code of the grid, 15 digits (网格).");
        Needs<IntGraphType>("fullTime", "Full-time workers, 0 to 1,000 (专职网格员).");
        Needs<IntGraphType>("partTime", "Part-time workers, 0 to 1,000 (兼职网格员).");
        Needs<IntGraphType>("appUsers", "Of these, users of the grid terminal (启用网格通).");
        Needs<GridPartyUnitType>("party", "Party unit (党建网格).");
        May<StringGraphType>("convenience", "Note of up to 500 characters on how it eases management (便利性). G003.");
    }
}

/// <summary>Appointing.</summary>
internal sealed class AppointGridLeaderInput : GridInput
{
    public AppointGridLeaderInput() : base("AppointGridLeaderInput", "Appointing a grid's leader by class, never by name (任命网格长). GRID_HAS_LEADER for a second. G031.")
    {
        Needs<StringGraphType>("grid", "Code of the grid, 15 digits (网格).");
        Needs<GridLeaderClassType>("class", "Class from which the leader comes (人选类别); OTHER is accepted and flagged.");
    }
}

/// <summary>Ending.</summary>
internal sealed class EndGridLeaderInput : GridInput
{
    public EndGridLeaderInput() : base("EndGridLeaderInput", "Ending a leader's service (免去网格长). G031.")
    {
        Needs<StringGraphType>("grid", "Code of the grid, 15 digits (网格).");
        Needs<StringGraphType>("reason", "Why, 1 to 200 characters; no names (原因).");
    }
}

/// <summary>Training.</summary>
internal sealed class TrainGridWorkersInput : GridInput
{
    public TrainGridWorkersInput() : base("TrainGridWorkersInput", "A training of grid workers (网格员培训). G025.")
    {
        NeedsMany<StringGraphType>("grids", "Grids whose workers took part, 1 to 200 (网格).");
        Needs<DayType>("on", "Day, not in the future (日期).");
    }
}

/// <summary>Reach.</summary>
internal sealed class SetCommunityReachInput : GridInput
{
    public SetCommunityReachInput() : base("SetCommunityReachInput", "What reaches the community (平台延伸情况). G039, G052, G059.")
    {
        Needs<BooleanGraphType>("servicePlatform", "The service platform “run once at most” (便民服务工作平台).");
        Needs<BooleanGraphType>("gridPlatform", "The grid platform (网格化工作平台).");
        Needs<BooleanGraphType>("residentApp", "The residents' app (便民服务APP).");
        NeedsMany<ServiceChannelType>("channels", "Channels of services and announcements (服务渠道).");
    }
}

/// <summary>Announcing.</summary>
internal sealed class AnnounceInCommunityInput : GridInput
{
    public AnnounceInCommunityInput() : base("AnnounceInCommunityInput", "An announcement and its channels (公告). G052.")
    {
        Needs<DayType>("on", "Day, not in the future (日期).");
        Needs<StringGraphType>("title", "Title, 1 to 200 characters (标题).");
        NeedsMany<ServiceChannelType>("channels", "Channels, at least one (渠道).");
    }
}
