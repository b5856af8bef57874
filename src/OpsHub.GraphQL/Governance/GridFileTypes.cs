using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Governance;

/// <summary>A building and its grid, as lists show it.</summary>
internal sealed record ShownBuilding(string Number, UnitCode? Grid);

/// <summary>A community's grid file. A node of this type exists only where the actor may read it.</summary>
internal sealed class GridFileType : Described<GridFileNode>
{
    public GridFileType(IGrainFactory grains, IHubDirectory directory, GovernanceReader reader, TracePages traces, HubClock clock)
        : base("GridFile", "How a community's grids are equipped and staffed (网格配备台账): posts and counts, no names. G003, G005, G025, G030-G032, G039, G040, G052, G059.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", f => GlobalId.OfGridFile(f.State.Community));
        One<UnitType>("community", "The community (社区、村).", f => directory.Node(f.State.Community));
        Many<GridEquipmentType>("grids", "Its grids in force (网格), by code; one of which nothing was recorded has no leader and no worker.", f => reader.Equipped(f.State).Equipment).WithAssumedSize(10);
        One<ShareType>("buildingCoverage", "Buildings in exactly one grid, of all registered (楼栋网格覆盖率). G005.", f => reader.Equipped(f.State).Coverage);
        AskOne<GridBuildingConnectionType>("buildings", "Buildings and units by number (楼栋). G005.", (context, f) => new(Buildings(context, f, clock)))
            .Argument<BooleanGraphType>("unassigned", "True: only those in no grid (未划入).").Paged();
        One<BooleanGraphType>("servicePlatform", "The service platform “run once at most” reaches it (便民服务工作平台). G039.", f => f.State.Reach.ServicePlatform);
        One<BooleanGraphType>("gridPlatform", "The grid platform reaches it (网格化工作平台). G039.", f => f.State.Reach.GridPlatform);
        One<BooleanGraphType>("residentApp", "The residents' app is open (便民服务APP). G059.", f => f.State.Reach.ResidentApp);
        Many<ServiceChannelType>("channels", "Channels of services and announcements (服务渠道). G052.", f => f.State.Reach.Channels ?? []).WithAssumedSize(5);
        Many<CommunityAnnouncementType>("announcements", $"The newest {GridFile.KeptAnnouncements} announcements, newest first (公告). G052.", f => f.State.Announcements.Reverse()).WithAssumedSize(10);
        Many<GovernanceFlagType>("flags", "What is to be looked at (提示、缺项); blocks nothing.", f => GovernanceFlags.OfCommunity(reader.Equipped(f.State), reader.Today, reader.RulesOf(f.State.Community))).WithAssumedSize(10);
        One<StringGraphType>("trainingBasis", "What the cycle of training rests on: `assumed` unless it was set with a source. Parameter GridTrainingCycle. G025.", f => reader.BasisOf(f.State.Community, "GridTrainingCycle"));
        One<StringGraphType>("version", "Length of its trace, for expectedVersion (版本).", f => f.Length.ToString(CultureInfo.InvariantCulture));
        AskOne<Cases.TraceConnectionType>("trace", "Its trace (留痕).", (context, f) => traces.Page(context, GrainKeys.GridFile(f.State.Community), grains.GridFile(f.State.Community).Trace)).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static Connection<ShownBuilding> Buildings(IResolveFieldContext context, GridFileNode f, HubClock clock)
    {
        var free = context.GetArgument<bool?>("unassigned") is true;
        return ListPages.Of("buildings", [.. f.State.Buildings.Where(b => !free || b.Value is null).Select(b => new ShownBuilding(b.Key, b.Value))], b => b.Number, Paging.Read(context), clock.Now);
    }
}

/// <summary>A grid's equipment.</summary>
internal sealed class GridEquipmentType : Described<GridEquipment>
{
    public GridEquipmentType(IHubDirectory directory) : base("GridEquipment", "How a grid is equipped (网格配备): counts and classes, never a name.")
    {
        One<UnitType>("grid", "The grid (网格).", g => directory.Node(g.Grid));
        Maybe<GridLeaderClassType>("leader", "Class of its leader (网格长); null while there is none: a gap. G031.", g => g.Leader);
        One<IntGraphType>("fullTime", "Full-time workers (专职网格员). G032.", g => g.FullTime);
        One<IntGraphType>("partTime", "Part-time workers (兼职网格员). G032.", g => g.PartTime);
        One<IntGraphType>("appUsers", "Workers who use the grid terminal (启用网格通). G040.", g => g.AppUsers);
        One<GridPartyUnitType>("party", "Its party unit (党建网格). G030.", g => g.Party);
        Maybe<DayType>("trainedOn", "Day of the newest training of its workers (最近培训); null before the first. G025.", g => g.TrainedOn);
        Maybe<StringGraphType>("convenience", "Note on how it eases management (便利性); may be null. G003.", g => g.Convenience);
    }
}

/// <summary>A building.</summary>
internal sealed class GridBuildingType : Described<ShownBuilding>
{
    public GridBuildingType(IHubDirectory directory) : base("GridBuilding", "A building or unit and its grid (楼栋归属). G005.")
    {
        One<StringGraphType>("number", "The community's number for it (编号).", b => b.Number);
        Maybe<UnitType>("grid", "Its grid (网格); null while it is in none.", b => b.Grid is { } grid ? directory.Node(grid) : null);
    }
}

/// <summary>One of a list of buildings.</summary>
internal sealed class GridBuildingEdgeType() : EdgeType<ShownBuilding, GridBuildingType>("GridBuilding", "buildings (楼栋)");

/// <summary>A page of a list of buildings.</summary>
internal sealed class GridBuildingConnectionType() : ConnectionType<ShownBuilding, GridBuildingType, GridBuildingEdgeType>("GridBuilding", "buildings (楼栋)");

/// <summary>An announcement.</summary>
internal sealed class CommunityAnnouncementType : Described<CommunityAnnouncement>
{
    public CommunityAnnouncementType() : base("CommunityAnnouncement", "An announcement of a community and its channels (公告). G052.")
    {
        One<DayType>("on", "Day (日期).", a => a.On);
        One<StringGraphType>("title", "Title (标题).", a => a.Title);
        Many<ServiceChannelType>("channels", "Channels, at least one (渠道).", a => a.Channels).WithAssumedSize(3);
    }
}
