using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Councils;

/// <summary>Ledgers, councils, coverage and gaps for those who may read them. What may not be read answers as if it weren't there.</summary>
internal sealed class CouncilReader(IGrainFactory grains, ICouncilIndex index, IHubDirectory directory, IRuleBook rules, HubClock clock)
{
    public SupportParameters Parameters => SupportParameters.Of(rules.Current.Consultations);

    public DateOnly Today => LocalDay.Of(clock.Now);

    /// <summary>A ledger; null when the viewer may not read it, or there is no such community.</summary>
    public async Task<LedgerNode?> Ledger(Viewer viewer, UnitCode community) =>
        IsCommunity(community) && OpinionAccess.Reads(viewer.Actor, community, directory.IsWithin) ? LedgerNode.Of(community, await grains.Ledger(community).Get().ConfigureAwait(false)) : null;

    /// <summary>A council; null when the viewer may not read it, or there is none.</summary>
    public async Task<CouncilNode?> Council(Viewer viewer, UnitCode community) =>
        IsCommunity(community) && CouncilAccess.Reads(viewer.Actor, community, directory.IsWithin) && await grains.Council(community).Get().ConfigureAwait(false) is { } view
            ? new CouncilNode(view.State, view.Length) : null;

    /// <summary>What a community's council is to the viewer; null when there is no such community in force. No council is woken for those who don't read it.</summary>
    public async Task<CouncilDesk?> Desk(Viewer viewer, UnitCode community)
    {
        if (!IsCommunity(community) || !IsInForce(community))
            return null;
        if (!CouncilAccess.Reads(viewer.Actor, community, directory.IsWithin))
            return new(false, []);
        var council = await grains.Council(community).Get().ConfigureAwait(false);
        return new(true, CouncilMoves.Of(council?.State, community, viewer.Actor, Today, directory.IsWithin));
    }

    /// <summary>What the viewer may record for a unit; nothing where there is none in force.</summary>
    public IReadOnlyList<OfferedCouncilMove> SupportOffers(Viewer viewer, UnitCode unit) => IsInForce(unit) ? SupportMoves.Of(viewer.Actor, unit, Today, directory.IsWithin) : [];

    /// <summary>Throws NOT_FOUND unless the viewer may read figures of the unit.</summary>
    public UnitCode Figures(Viewer viewer, string argument, string code)
    {
        var unit = Unit(argument, code);
        return directory.Unit(unit) is not null && SupportAccess.ReadsFigures(viewer.Actor, unit, directory.IsWithin) ? unit : throw RequestError.NotFound($"unit {code}");
    }

    /// <summary>Units of a level within a unit, itself among them.</summary>
    public IReadOnlyList<UnitCode> Units(UnitCode unit, UnitLevel level) =>
        unit.Level == level ? [unit] : unit.Level > level ? [] : [.. directory.Descendants(unit, level).Select(u => u.Code)];

    /// <summary>The unit and all below it that keep one of some kinds.</summary>
    public IReadOnlyList<UnitCode> Keepers(UnitCode unit, SupportKind? kind) =>
        [.. SupportRule.All.Values.Where(r => kind is null || r.Kind == kind).SelectMany(r => r.Levels).Distinct().Order().SelectMany(l => Units(unit, l))];

    /// <summary>What records of units come to, ready to be read.</summary>
    public async Task<SupportReading> Reading(IReadOnlyCollection<UnitCode> units, CancellationToken cancel) => new(
        await index.Facts(units, cancel).ConfigureAwait(false), Today, await index.Since(cancel).ConfigureAwait(false), Parameters);

    /// <summary>Coverage of a kind among the communities of a unit.</summary>
    public async Task<CoverageNode> Coverage(UnitCode unit, SupportKind kind, CancellationToken cancel) => (await Coverages(unit, [kind], cancel).ConfigureAwait(false))[0];

    /// <summary>The same of several kinds, in one question.</summary>
    public async Task<IReadOnlyList<CoverageNode>> Coverages(UnitCode unit, IReadOnlyList<SupportKind> kinds, CancellationToken cancel)
    {
        var communities = Units(unit, UnitLevel.Community);
        var reading = await Reading(communities, cancel).ConfigureAwait(false);
        return [.. kinds.Select(k => CoverageNode.Of(reading.Coverage(k, communities)))];
    }

    /// <summary>Communities with a council and at least one consultation. C003.</summary>
    public async Task<CoverageNode> Consulted(UnitCode unit, CancellationToken cancel)
    {
        var communities = Units(unit, UnitLevel.Community);
        var councils = (await Coverage(unit, SupportKind.Council, cancel).ConfigureAwait(false)).Missing.ToHashSet();
        var consulted = await index.Consulted(communities, cancel).ConfigureAwait(false);
        return new("C003", null, communities.Count, [.. communities.Where(c => councils.Contains(c) || !consulted.Contains(c)).Order()]);
    }

    /// <summary>What is missing within a unit; a department sees its own alone.</summary>
    public async Task<IReadOnlyList<SupportGap>> Gaps(Viewer viewer, UnitCode unit, SupportKind? kind, SupportGapStatus? status, CancellationToken cancel)
    {
        var units = viewer.Actor.Role == Role.Department ? [unit] : Keepers(unit, kind);
        var reading = await Reading(units, cancel).ConfigureAwait(false);
        return [.. units.SelectMany(u => reading.Gaps(u, rules.Departments.Keys))
            .Where(g => (kind is null || g.Kind == kind) && (status is null || g.Status == status) && (viewer.Actor.Role != Role.Department || g.Organ == viewer.Actor.Organ))
            .OrderBy(g => g.Key, StringComparer.Ordinal)];
    }

    /// <summary>Which records of a unit's subtree the viewer may list; null for none.</summary>
    public SupportFilter? Records(Viewer viewer, UnitCode unit, SupportKind? kind, bool standingOnly)
    {
        var actor = viewer.Actor;
        if (SupportAccess.Reads(actor, unit, directory.IsWithin))
            return new(Keepers(unit, kind), kind, standingOnly, actor.Role == Role.Department ? actor.Organ : null);
        // What is public everyone signed in may read.
        kind ??= SupportKind.PartyAffairsNotice;
        return SupportRule.Of(kind.Value).Public ? new(Keepers(unit, kind), kind, standingOnly) : null;
    }

    /// <summary>Basis of a parameter: where it is written, or assumed.</summary>
    public string BasisOf(string? parameter) => parameter is null ? "text" : rules.Current.Consultations.Sources.GetValueOrDefault(parameter) ?? "assumed";

    public static UnitCode Unit(string argument, string code) =>
        UnitCode.TryParse(code, out var unit) ? unit : throw RequestError.Input(argument, $"{argument} is a unit code of 4, 6, 9, 12 or 15 digits.");

    // As decisions ask it: nothing is offered for a unit that has ended.
    private bool IsInForce(UnitCode unit) => directory.Unit(unit) is { } row && !(row.EndedOn <= Today);

    private bool IsCommunity(UnitCode unit) => unit.Level == UnitLevel.Community && directory.Unit(unit) is not null;
}
