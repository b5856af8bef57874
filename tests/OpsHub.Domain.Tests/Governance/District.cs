using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Governance;

/// <summary>A city with a county, two townships and a community of two grids; what is decided is folded at once.</summary>
internal sealed class District
{
    public static readonly UnitCode City = new("4302"), County = new("430203"), Township = new("430203001"), Other = new("430203002"), Community = new("430203001001");
    public static readonly UnitCode First = new("430203001001001"), Second = new("430203001001002");

    public static readonly Actor CityOffice = Of(Role.CityGovernanceOffice, City), Command = Of(Role.CountyCommandCentre, County), Government = Of(Role.CountyGovernment, County);
    public static readonly Actor Centre = Of(Role.TownshipGovernanceCentre, Township), Committee = Of(Role.CommunityCommittee, Community), Hub = Actor.Hub(City);

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));

    public DateOnly Today => LocalDay.Of(Now);

    public GridFile? Grids { get; private set; }

    public Dictionary<UnitCode, GovernanceFile> Files { get; } = [];

    public AnalysisReport? Report { get; private set; }

    public static Actor Of(Role role, UnitCode unit) => new($"{role}@{unit}", role, OrganCode.Of(unit));

    public Refusal? Do(GridFileCommand command, Actor? by = null)
    {
        var decision = GridDecisions.Decide(Grids, command, Facts(Community, by ?? Committee));
        Grids = decision.Events.Aggregate(Grids, GridFile.Apply);
        return decision.Refusal;
    }

    public Refusal? Do(UnitCode unit, GovernanceCommand command, Actor by)
    {
        var decision = GovernanceDecisions.Decide(Files.GetValueOrDefault(unit), command, Facts(unit, by));
        foreach (var happened in decision.Events)
            Files[unit] = GovernanceFile.Apply(Files.GetValueOrDefault(unit), happened);
        return decision.Refusal;
    }

    public Refusal? Do(AnalysisCommand command, Actor by, DateOnly from)
    {
        var decision = AnalysisDecisions.Decide(Report, from, command, Facts(Township, by));
        Report = decision.Events.Aggregate(Report, AnalysisReport.Apply);
        return decision.Refusal;
    }

    /// <summary>As if the grids of the community were these, with what was recorded of them.</summary>
    public GovernanceArea Area(params UnitCode[] offices) => new(
        County, [.. offices], Files.ToImmutableDictionary(), [new(Community, [First, Second], Grids, Grids?.BuildingCounts ?? [])]);

    public GovernanceIndicator? Indicator(string rule, GovernanceArea area) => GovernanceIndicators.Of(area, Today, new()).Find(i => i.Rule == rule);

    public IEnumerable<GovernanceFlag> Flags(string rule, params UnitCode[] offices) => GovernanceFlags.Of(Area(offices), Report is { } r ? [r] : [], Today, new()).Where(f => f.Rule == rule);

    private GovernanceFacts Facts(UnitCode unit, Actor by) => new(
        unit, u => u.Value is "4302" or "430203" or "430203001" or "430203002" or "430203001001" or "430203001001001" or "430203001001002", by, Now, (u, above) => u.Value.StartsWith(above.Value, StringComparison.Ordinal))
    {
        IsCategory = c => c is "Q01" or "Q05-01",
    };
}
