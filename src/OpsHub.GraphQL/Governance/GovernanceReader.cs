using System.Collections.Immutable;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Governance;

/// <summary>A grid file that the viewer may read.</summary>
internal sealed record GridFileNode(GridFile State, long Length);

/// <summary>A governance file that the viewer may read.</summary>
internal sealed record GovernanceNode(GovernanceFile State, long Length);

/// <summary>Grid files, governance files, reports and figures for those who may read them. What may not be read answers as if it weren't there.</summary>
internal sealed class GovernanceReader(IGrainFactory grains, IGovernanceIndex index, IHubDirectory directory, IRuleBook rules, GovernanceText text, HubClock clock) : IDisposable
{
    // A county's or the city's rows are read by one at a time in a process: the second waits, and the live part of the hub keeps its share.
    private readonly SemaphoreSlim _turn = new(1);

    public DateOnly Today => LocalDay.Of(clock.Now);

    /// <summary>The parameters that hold for a unit today.</summary>
    public GovernanceRules RulesOf(UnitCode unit) => (unit.Level == UnitLevel.City ? rules.Current : rules.On(Today, unit.At(UnitLevel.County))).Governance;

    /// <summary>A community's grid file; null where the viewer may not read it, or there is no such community.</summary>
    public async Task<GridFileNode?> Grids(Viewer viewer, UnitCode community) =>
        community.Level == UnitLevel.Community && Reads(viewer, community) && await grains.GridFile(community).Get().ConfigureAwait(false) is { } view ? new(text.Shown(viewer.Actor, view.State), view.Length) : null;

    /// <summary>A unit's governance file; null where the viewer may not read it, or there is no such unit.</summary>
    public async Task<GovernanceNode?> File(Viewer viewer, UnitCode unit) =>
        unit.Level <= UnitLevel.Township && Reads(viewer, unit) && await grains.Governance(unit).Get().ConfigureAwait(false) is { } view ? new(text.Shown(viewer.Actor, view.State), view.Length) : null;

    /// <summary>A report by its grain's key; null when there is none, or none that the viewer may read.</summary>
    public async Task<AnalysisReport?> Report(Viewer viewer, string key) =>
        GrainKeys.IsAnalysis(key) && Reads(viewer, GrainKeys.AnalysisOf(key).Township) && await grains.Analysis(key).Get().ConfigureAwait(false) is { } view ? text.Shown(viewer.Actor, view.State) : null;

    /// <summary>Throws NOT_FOUND unless the viewer may read files of the unit and below; figures alone where that is enough.</summary>
    public UnitCode Area(Viewer viewer, string code, bool figures = false)
    {
        if (!UnitCode.TryParse(code, out var unit) || unit.Level > UnitLevel.Community)
            throw RequestError.Input("unit", "unit is the code of a city, county, township or community, 4 to 12 digits.");
        return directory.Unit(unit) is not null && (figures ? GovernanceAccess.ReadsFigures(viewer.Actor, unit, directory.IsWithin) : Reads(viewer, unit)) ? unit : throw RequestError.NotFound($"unit {code}");
    }

    /// <summary>Indicators of a unit and below.</summary>
    public async Task<IReadOnlyList<GovernanceIndicator>> Indicators(UnitCode unit, CancellationToken cancel) =>
        GovernanceIndicators.Of(await Read(unit, cancel).ConfigureAwait(false), Today, RulesOf(unit));

    /// <summary>Flags of a unit and below.</summary>
    public async Task<IReadOnlyList<GovernanceFlag>> Flags(UnitCode unit, CancellationToken cancel)
    {
        var area = await Read(unit, cancel).ConfigureAwait(false);
        var drafts = await index.Reports([.. area.Offices.Where(o => o.Level == UnitLevel.Township)], DateOnly.MinValue, AnalysisStage.Draft, cancel).ConfigureAwait(false);
        return GovernanceFlags.Of(area, drafts, Today, RulesOf(unit));
    }

    /// <summary>What a unit and those below it owe.</summary>
    public async Task<IReadOnlyList<Obligation>> Owed(UnitCode unit, ObligationStatus? status, CancellationToken cancel)
    {
        var offices = Offices(unit);
        var files = await Files(offices, cancel).ConfigureAwait(false);
        var since = await index.Since(cancel).ConfigureAwait(false);
        return [.. offices.SelectMany(o => Obligations.Of(files.GetValueOrDefault(o) ?? new GovernanceFile { Unit = o }, Today, directory.OwedSince(o, since))).Where(o => status is null || o.Status == status).OrderBy(o => o.Key, StringComparer.Ordinal)];
    }

    /// <summary>Reports of a unit's townships, the newest cycle first.</summary>
    public async Task<IReadOnlyList<AnalysisReport>> Reports(Viewer viewer, UnitCode unit, DateOnly from, AnalysisStage? stage, CancellationToken cancel) =>
        [.. (await index.Reports([.. Offices(unit).Where(o => o.Level == UnitLevel.Township)], from, stage, cancel).ConfigureAwait(false)).Select(r => text.Shown(viewer.Actor, r)).OrderBy(Place, StringComparer.Ordinal)];

    /// <summary>Place of a report in that list: what is newer has the smaller key.</summary>
    public static string Place(AnalysisReport r) => $"{DateOnly.MaxValue.DayNumber - r.From.DayNumber:D7}-{r.Township}";

    /// <summary>What a parameter rests on: its source, or assumed.</summary>
    public string BasisOf(UnitCode unit, string parameter) => RulesOf(unit).Sources.GetValueOrDefault(parameter) ?? "assumed";

    /// <summary>A community's grids in force, with its file.</summary>
    public CommunityGrids Equipped(GridFile file) => new(file.Community, GridsOf(file.Community), file, file.BuildingCounts);

    public void Dispose() => _turn.Dispose();

    private bool Reads(Viewer viewer, UnitCode unit) => directory.Unit(unit) is not null && GovernanceAccess.Reads(viewer.Actor, unit, directory.IsWithin);

    private async Task<GovernanceArea> Read(UnitCode unit, CancellationToken cancel)
    {
        if (unit.Level >= UnitLevel.Township)
            return await ReadNow(unit, cancel).ConfigureAwait(false);
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await ReadNow(unit, cancel).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<GovernanceArea> ReadNow(UnitCode unit, CancellationToken cancel)
    {
        var offices = Offices(unit);
        ImmutableList<UnitCode> communities = unit.Level == UnitLevel.Community ? [unit] : [.. directory.Descendants(unit, UnitLevel.Community).Select(u => u.Code)];
        var known = (await index.Grids(communities, cancel).ConfigureAwait(false)).ToDictionary(r => r.File.Community);
        return new(
            unit, offices, await Files(offices, cancel).ConfigureAwait(false),
            communities.ConvertAll(c => known.TryGetValue(c, out var row) ? new CommunityGrids(c, GridsOf(c), row.File, row.Buildings) : new(c, GridsOf(c), null, [])));
    }

    private ImmutableList<UnitCode> GridsOf(UnitCode community) => [.. directory.Children(community).Select(g => g.Code)];

    private ImmutableList<UnitCode> Offices(UnitCode unit) => unit.Level > UnitLevel.Township ? []
        : [unit, .. new[] { UnitLevel.County, UnitLevel.Township }.Where(l => l > unit.Level).SelectMany(l => directory.Descendants(unit, l)).Select(u => u.Code)];

    private async Task<ImmutableDictionary<UnitCode, GovernanceFile>> Files(IReadOnlyCollection<UnitCode> offices, CancellationToken cancel) =>
        (await index.Files(offices, cancel).ConfigureAwait(false)).ToImmutableDictionary(f => f.Unit);
}
