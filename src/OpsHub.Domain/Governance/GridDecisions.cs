using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Governance.GovernanceRefusals;

namespace OpsHub.Domain.Governance;

/// <summary>What a decision about grid or governance files rests on besides state and command.</summary>
/// <param name="Unit">Whose file.</param>
/// <param name="IsInForce">Whether a unit is in force.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When.</param>
/// <param name="IsWithin">Parents in force.</param>
public sealed record GovernanceFacts(UnitCode Unit, Func<UnitCode, bool> IsInForce, Actor Actor, DateTimeOffset Now, IsWithin IsWithin)
{
    /// <summary>Whether there is a category of cases of that code; for campaigns.</summary>
    public Func<string, bool> IsCategory { get; init; } = _ => false;

    /// <summary>The local day.</summary>
    public DateOnly Today => LocalDay.Of(Now);
}

/// <summary>Decides commands to a community's grid file (网格配备规则). G003, G005, G025, G030-G032, G039, G040, G052, G059. Pure.</summary>
public static class GridDecisions
{
    /// <summary>Most buildings of one command.</summary>
    public const int MostAtOnce = 500;

    private const int MostBuildings = 3000;
    private const int MostWorkers = 1000;

    private static readonly Decision<GridFileEvent> Nothing = Decision<GridFileEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    public static Decision<GridFileEvent> Decide(GridFile? file, GridFileCommand command, GovernanceFacts facts)
    {
        if (facts.Unit.Level != UnitLevel.Community || !facts.IsInForce(facts.Unit))
            return NoUnit("community", facts.Unit);
        if (GovernanceAccess.Equips(facts.Actor, facts.Unit, facts.IsWithin) is { } forbidden)
            return forbidden;
        var s = file ?? new GridFile { Community = facts.Unit };
        return command switch
        {
            AssignBuildings c => Assign(s, c, facts),
            ReleaseBuildings c => Release(s, c),
            EquipGrid c => Equip(s, c, facts),
            AppointGridLeader c => Appoint(s, c, facts),
            EndGridLeader c => End(s, c, facts),
            TrainGridWorkers c => Train(s, c, facts),
            SetReach c => Reach(s, c),
            MakeAnnouncement c => Make(s, c, facts),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<GridFileEvent> Assign(GridFile s, AssignBuildings c, GovernanceFacts facts)
    {
        if (c.Buildings.Count is < 1 or > MostAtOnce)
            return Input("buildings", "G005", $"一次 1 至 {MostAtOnce} 个楼栋", $"buildings takes 1 to {MostAtOnce} entries");
        var named = new Dictionary<string, UnitCode?>(StringComparer.Ordinal);
        for (var i = 0; i < c.Buildings.Count; i++)
        {
            var (number, grid) = c.Buildings[i];
            if (!IsNumber(number))
                return Input($"buildings[{i}].number", "G005", "编号为 1 至 20 位字母、数字或短横线", "A number is 1 to 20 letters, digits or dashes");
            if (grid is { } one && NotItsGrid($"buildings[{i}].grid", one, "G005", facts) is { } strange)
                return strange;
            // In another grid, by an earlier command or within this one: it must be taken out of that first.
            if ((named.TryGetValue(number, out var other) || s.Buildings.TryGetValue(number, out other)) && other is not null && other != grid)
                return Rule("BUILDING_IN_GRID", "G005", $"buildings[{i}].grid", $"{number} 已在网格 {other}，一处只能属于一个网格", $"{number} is in grid {other} already: each building is in exactly one grid");
            named[number] = grid;
        }

        var news = named.Where(b => !s.Buildings.TryGetValue(b.Key, out var now) || now != b.Value).Select(b => new BuildingPlace(b.Key, b.Value)).ToImmutableList();
        return s.Buildings.Count + news.Count(b => !s.Buildings.ContainsKey(b.Number)) > MostBuildings
            ? Input("buildings", "G005", $"一个社区最多 {MostBuildings} 个楼栋", $"A community has at most {MostBuildings} buildings")
            : news.IsEmpty ? Nothing : new BuildingsAssigned(facts.Unit, news);
    }

    private static Decision<GridFileEvent> Release(GridFile s, ReleaseBuildings c)
    {
        if (c.Numbers.Count is < 1 or > MostAtOnce)
            return Input("numbers", "G005", $"一次 1 至 {MostAtOnce} 个楼栋", $"numbers takes 1 to {MostAtOnce} entries");
        if (c.Numbers.FindIndex(n => !s.Buildings.ContainsKey(n)) is >= 0 and var unknown)
            return NotFound($"numbers[{unknown}]", "G005", "没有这个楼栋编号", "There is no building of that number");
        var held = c.Numbers.Distinct().Where(n => c.Demolished || s.Buildings[n] is not null).ToImmutableList();
        return held.IsEmpty ? Nothing : new BuildingsReleased(s.Community, held, c.Demolished);
    }

    private static Decision<GridFileEvent> Equip(GridFile s, EquipGrid c, GovernanceFacts facts)
    {
        if ((NotItsGrid("grid", c.Grid, "G032", facts) ?? Count("fullTime", c.FullTime) ?? Count("partTime", c.PartTime) ?? Text("convenience", c.Convenience, 500, "G003", required: false)) is { } bad)
            return bad;
        if (c.AppUsers < 0 || c.AppUsers > c.FullTime + c.PartTime)
            return Input("appUsers", "G040", "使用网格通的人数为 0 至网格员总数", "App users are 0 to the number of workers");
        var note = string.IsNullOrWhiteSpace(c.Convenience) ? null : c.Convenience.Trim();
        var next = s.Of(c.Grid) with { FullTime = c.FullTime, PartTime = c.PartTime, AppUsers = c.AppUsers, Party = c.Party, Convenience = note };
        return next == s.Of(c.Grid) && s.Grids.Contains(next) ? Nothing : new GridEquipped(s.Community, c.Grid, c.FullTime, c.PartTime, c.AppUsers, c.Party, note);

        static Refusal? Count(string field, int count) => count is >= 0 and <= MostWorkers ? null : Input(field, "G032", $"人数为 0 至 {MostWorkers}", $"{field} is 0 to {MostWorkers}");
    }

    private static Decision<GridFileEvent> Appoint(GridFile s, AppointGridLeader c, GovernanceFacts facts) => NotItsGrid("grid", c.Grid, "G031", facts) is { } bad ? bad
        : s.Of(c.Grid).Leader is not null ? Rule("GRID_HAS_LEADER", "G031", "grid", "该网格已有网格长，先免后任", "The grid has its leader already; end that service first")
        : new GridLeaderAppointed(s.Community, c.Grid, c.Class);

    private static Decision<GridFileEvent> End(GridFile s, EndGridLeader c, GovernanceFacts facts) =>
        (NotItsGrid("grid", c.Grid, "G031", facts) ?? Text("reason", c.Reason, 200, "G031")) is { } bad ? bad
        : s.Of(c.Grid).Leader is null ? Nothing : new GridLeaderEnded(s.Community, c.Grid, c.Reason.Trim());

    private static Decision<GridFileEvent> Train(GridFile s, TrainGridWorkers c, GovernanceFacts facts)
    {
        if (c.Grids.Count is < 1 or > 200)
            return Input("grids", "G025", "一次 1 至 200 个网格", "grids takes 1 to 200 entries");
        for (var i = 0; i < c.Grids.Count; i++)
        {
            if (NotItsGrid($"grids[{i}]", c.Grids[i], "G025", facts) is { } bad)
                return bad;
            if (s.Of(c.Grids[i]).Workers == 0)
                return Rule("GRID_WITHOUT_WORKERS", "G025", $"grids[{i}]", "该网格没有网格员，无从培训", "The grid has no workers to train");
        }

        return Day("on", c.On, facts.Today, "G025") is { } late ? late : new GridWorkersTrained(s.Community, [.. c.Grids.Distinct()], c.On);
    }

    private static Decision<GridFileEvent> Reach(GridFile s, SetReach c)
    {
        var next = c.Reach with { Channels = [.. (c.Reach.Channels ?? []).Distinct().Order()] };
        return next with { Channels = null } == s.Reach with { Channels = null } && next.Channels!.SequenceEqual(s.Reach.Channels ?? []) ? Nothing : new ReachSet(s.Community, next);
    }

    private static Decision<GridFileEvent> Make(GridFile s, MakeAnnouncement c, GovernanceFacts facts) =>
        (Text("title", c.Announcement.Title, 200, "G052") ?? Day("on", c.Announcement.On, facts.Today, "G052")) is { } bad ? bad
        : c.Announcement.Channels.IsEmpty ? Input("channels", "G052", "公告须注明至少一个渠道", "An announcement names at least one channel")
        : new AnnouncementMade(s.Community, c.Announcement with { Title = c.Announcement.Title.Trim(), Channels = [.. c.Announcement.Channels.Distinct().Order()] });

    private static Refusal? NotItsGrid(string field, UnitCode grid, string rule, GovernanceFacts facts) =>
        grid.Level == UnitLevel.Grid && facts.IsInForce(grid) && facts.IsWithin(grid, facts.Unit) ? null
        : Input(field, rule, "须为本社区（村）在用的网格", "Takes a grid of this community that is in force");

    private static bool IsNumber(string? number) => number is { Length: >= 1 and <= 20 } && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
