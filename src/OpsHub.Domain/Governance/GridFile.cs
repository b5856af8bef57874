using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Governance;

/// <summary>How a community's grids are equipped and staffed (网格配备台账): buildings, leaders, workers, party units, channels. Posts and counts, never a name.
/// G003, G005, G025, G030-G032, G039, G040, G052, G059.</summary>
public sealed record GridFile
{
    /// <summary>Announcements that the document keeps; older ones are in the trace.</summary>
    public const int KeptAnnouncements = 50;

    /// <summary>The community.</summary>
    public required UnitCode Community { get; init; }

    /// <summary>Grids of which something was recorded, by code.</summary>
    public ImmutableList<GridEquipment> Grids { get; init; } = [];

    /// <summary>Buildings and units by number, each in one grid or in none. Its number is the community's own, so that no two communities share one. G005.</summary>
    public ImmutableSortedDictionary<string, UnitCode?> Buildings { get; init; } = ImmutableSortedDictionary.Create<string, UnitCode?>(StringComparer.Ordinal);

    /// <summary>What reaches the community.</summary>
    public CommunityReach Reach { get; init; } = new();

    /// <summary>The newest announcements, oldest first. G052.</summary>
    public ImmutableList<CommunityAnnouncement> Announcements { get; init; } = [];

    /// <summary>Buildings by grid; under no code those in none.</summary>
    [JsonIgnore]
    public ImmutableList<BuildingCount> BuildingCounts => [.. Buildings.Values.GroupBy(g => g).OrderBy(g => g.Key).Select(g => new BuildingCount(g.Key, g.Count()))];

    /// <summary>The grid's entry; an empty one where nothing was recorded.</summary>
    public GridEquipment Of(UnitCode grid) => Grids.Find(g => g.Grid == grid) ?? new GridEquipment(grid);

    /// <summary>The state after an event; null before the first.</summary>
    public static GridFile Apply(GridFile? file, GridFileEvent happened)
    {
        var s = file ?? new GridFile { Community = happened.Community };
        return happened switch
        {
            BuildingsAssigned e => s with { Buildings = s.Buildings.SetItems(e.Buildings.Select(b => KeyValuePair.Create(b.Number, b.Grid))) },
            BuildingsReleased { Demolished: true } e => s with { Buildings = s.Buildings.RemoveRange(e.Numbers) },
            BuildingsReleased e => s with { Buildings = s.Buildings.SetItems(e.Numbers.Select(n => KeyValuePair.Create(n, (UnitCode?)null))) },
            GridEquipped e => s.With(s.Of(e.Grid) with { FullTime = e.FullTime, PartTime = e.PartTime, AppUsers = e.AppUsers, Party = e.Party, Convenience = e.Convenience }),
            GridLeaderAppointed e => s.With(s.Of(e.Grid) with { Leader = e.Class }),
            GridLeaderEnded e => s.With(s.Of(e.Grid) with { Leader = null }),
            GridWorkersTrained e => e.Grids.Aggregate(s, (all, grid) => all.Of(grid) is var g && g.TrainedOn > e.On ? all : all.With(g with { TrainedOn = e.On })),
            ReachSet e => s with { Reach = e.Reach },
            AnnouncementMade e => s with { Announcements = s.Announcements.Count < KeptAnnouncements ? s.Announcements.Add(e.Announcement) : s.Announcements.RemoveAt(0).Add(e.Announcement) },
            _ => throw new InvalidOperationException($"A grid file knows no {happened.GetType().Name}."),
        };
    }

    private GridFile With(GridEquipment grid) => this with { Grids = [.. Grids.RemoveAll(g => g.Grid == grid.Grid).Add(grid).OrderBy(g => g.Grid)] };
}

/// <summary>How a grid is equipped (网格配备).</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Leader">Class of its leader (网格长), or null while there is none. G031.</param>
/// <param name="FullTime">Full-time workers (专职网格员). G032.</param>
/// <param name="PartTime">Part-time workers (兼职网格员). G032.</param>
/// <param name="AppUsers">Workers who use the grid terminal (网格通). G040.</param>
/// <param name="Party">Its party unit. G030.</param>
/// <param name="TrainedOn">Day of the newest training of its workers, or null. G025.</param>
/// <param name="Convenience">Note on how it eases management (便利性), or null. G003.</param>
public sealed record GridEquipment(
    UnitCode Grid, GridLeaderClass? Leader = null, int FullTime = 0, int PartTime = 0, int AppUsers = 0, GridPartyUnit Party = GridPartyUnit.None, DateOnly? TrainedOn = null,
    string? Convenience = null)
{
    /// <summary>All workers.</summary>
    [JsonIgnore]
    public int Workers => FullTime + PartTime;
}

/// <summary>Buildings in a grid (楼栋数); of no grid those in none.</summary>
public sealed record BuildingCount(UnitCode? Grid, int Count);

/// <summary>What reaches a community (平台延伸到社区). G039, G052, G059.</summary>
/// <param name="ServicePlatform">The service platform “run once at most” (便民服务工作平台).</param>
/// <param name="GridPlatform">The grid platform (网格化工作平台).</param>
/// <param name="ResidentApp">The residents' app (便民服务APP).</param>
/// <param name="Channels">Channels of services and announcements (服务渠道).</param>
public sealed record CommunityReach(bool ServicePlatform = false, bool GridPlatform = false, bool ResidentApp = false, ImmutableList<ServiceChannel>? Channels = null)
{
    /// <summary>Both platforms reach it.</summary>
    [JsonIgnore]
    public bool BothPlatforms => ServicePlatform && GridPlatform;
}

/// <summary>An announcement and where it was made (公告). G052.</summary>
/// <param name="On">Local day.</param>
/// <param name="Title">Title, 1-200 characters.</param>
/// <param name="Channels">Channels, at least one.</param>
public sealed record CommunityAnnouncement(DateOnly On, string Title, ImmutableList<ServiceChannel> Channels);
