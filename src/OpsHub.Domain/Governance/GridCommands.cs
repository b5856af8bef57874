using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>A command to a community's grid file (网格配备指令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(AssignBuildings), nameof(AssignBuildings))]
[JsonDerivedType(typeof(ReleaseBuildings), nameof(ReleaseBuildings))]
[JsonDerivedType(typeof(EquipGrid), nameof(EquipGrid))]
[JsonDerivedType(typeof(AppointGridLeader), nameof(AppointGridLeader))]
[JsonDerivedType(typeof(EndGridLeader), nameof(EndGridLeader))]
[JsonDerivedType(typeof(TrainGridWorkers), nameof(TrainGridWorkers))]
[JsonDerivedType(typeof(SetReach), nameof(SetReach))]
[JsonDerivedType(typeof(MakeAnnouncement), nameof(MakeAnnouncement))]
public abstract record GridFileCommand;

/// <summary>Register buildings or units and put them into grids (划入网格). G005: one that is in another grid already is refused.</summary>
/// <param name="Buildings">1-500, each number once.</param>
public sealed record AssignBuildings(ImmutableList<BuildingPlace> Buildings) : GridFileCommand;

/// <summary>A building or unit and its grid (楼栋归属).</summary>
/// <param name="Number">The community's own number: 1-20 letters, digits or dashes.</param>
/// <param name="Grid">The grid, or null for none yet: flagged.</param>
public sealed record BuildingPlace(string Number, UnitCode? Grid);

/// <summary>Take buildings out of their grids (划出网格), or off the list.</summary>
/// <param name="Numbers">Their numbers.</param>
/// <param name="Demolished">They are no more (已拆除).</param>
public sealed record ReleaseBuildings(ImmutableList<string> Numbers, bool Demolished) : GridFileCommand;

/// <summary>Set a grid's workers, app users and party unit (网格配备). G003, G030, G032, G040.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="FullTime">Full-time workers, 0-1,000.</param>
/// <param name="PartTime">Part-time workers, 0-1,000.</param>
/// <param name="AppUsers">Of these, users of the grid terminal.</param>
/// <param name="Party">Party unit.</param>
/// <param name="Convenience">Note of up to 500 characters, or null. G003.</param>
public sealed record EquipGrid(UnitCode Grid, int FullTime, int PartTime, int AppUsers, GridPartyUnit Party, string? Convenience = null) : GridFileCommand;

/// <summary>Appoint a grid's leader by class (任命网格长). G031: a second one is refused.</summary>
public sealed record AppointGridLeader(UnitCode Grid, GridLeaderClass Class) : GridFileCommand;

/// <summary>End a leader's service (免去网格长).</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Reason">Why, 1-200 characters; no names.</param>
public sealed record EndGridLeader(UnitCode Grid, string Reason) : GridFileCommand;

/// <summary>Record a training of grid workers (网格员培训). G025.</summary>
/// <param name="Grids">Grids whose workers took part.</param>
/// <param name="On">Day, not in the future.</param>
public sealed record TrainGridWorkers(ImmutableList<UnitCode> Grids, DateOnly On) : GridFileCommand;

/// <summary>Set what reaches the community (平台延伸情况). G039, G052, G059.</summary>
public sealed record SetReach(CommunityReach Reach) : GridFileCommand;

/// <summary>Record an announcement and its channels (发布公告). G052.</summary>
public sealed record MakeAnnouncement(CommunityAnnouncement Announcement) : GridFileCommand;

/// <summary>Something that happened to a grid file.</summary>
/// <param name="Community">Whose.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(BuildingsAssigned), nameof(BuildingsAssigned))]
[JsonDerivedType(typeof(BuildingsReleased), nameof(BuildingsReleased))]
[JsonDerivedType(typeof(GridEquipped), nameof(GridEquipped))]
[JsonDerivedType(typeof(GridLeaderAppointed), nameof(GridLeaderAppointed))]
[JsonDerivedType(typeof(GridLeaderEnded), nameof(GridLeaderEnded))]
[JsonDerivedType(typeof(GridWorkersTrained), nameof(GridWorkersTrained))]
[JsonDerivedType(typeof(ReachSet), nameof(ReachSet))]
[JsonDerivedType(typeof(AnnouncementMade), nameof(AnnouncementMade))]
public abstract record GridFileEvent(UnitCode Community);

/// <summary>Buildings were put into grids (已划入网格).</summary>
public sealed record BuildingsAssigned(UnitCode Community, ImmutableList<BuildingPlace> Buildings) : GridFileEvent(Community);

/// <summary>Buildings were taken out (已划出网格).</summary>
public sealed record BuildingsReleased(UnitCode Community, ImmutableList<string> Numbers, bool Demolished) : GridFileEvent(Community);

/// <summary>A grid was equipped (已配备).</summary>
public sealed record GridEquipped(UnitCode Community, UnitCode Grid, int FullTime, int PartTime, int AppUsers, GridPartyUnit Party, string? Convenience) : GridFileEvent(Community);

/// <summary>A leader was appointed (已任命网格长).</summary>
public sealed record GridLeaderAppointed(UnitCode Community, UnitCode Grid, GridLeaderClass Class) : GridFileEvent(Community);

/// <summary>A leader's service ended (已免去网格长).</summary>
public sealed record GridLeaderEnded(UnitCode Community, UnitCode Grid, string Reason) : GridFileEvent(Community);

/// <summary>Workers were trained (已培训).</summary>
public sealed record GridWorkersTrained(UnitCode Community, ImmutableList<UnitCode> Grids, DateOnly On) : GridFileEvent(Community);

/// <summary>What reaches the community was set (已登记平台延伸).</summary>
public sealed record ReachSet(UnitCode Community, CommunityReach Reach) : GridFileEvent(Community);

/// <summary>An announcement was made (已公告).</summary>
public sealed record AnnouncementMade(UnitCode Community, CommunityAnnouncement Announcement) : GridFileEvent(Community);
