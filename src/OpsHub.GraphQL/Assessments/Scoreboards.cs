using GraphQL;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A scoreboard as one actor sees it.</summary>
internal sealed record Scoreboard(Connection<ScoreboardLine> Page, IReadOnlyList<ScoreboardLine> All);

/// <summary>A result that was shared.</summary>
internal sealed record SharedResult(AgencyYearRow Row, ShareTarget Target, YearSight Sight);

/// <summary>Sums of a scoreboard.</summary>
internal sealed record ScoreboardSums(
    int Agencies, int LettersInForce, int Targets, int TargetsDone, IReadOnlyList<KeyValuePair<AgencyYearStage, int>> ByStage, IReadOnlyList<KeyValuePair<AssessmentGrade, int>>? ByGrade,
    int? Scored, int Owing, int? OpenAppeals, CaseEvidence? Evidence)
{
    public static ScoreboardSums Of(IReadOnlyList<ScoreboardLine> lines, DateTimeOffset now)
    {
        var totals = lines.Where(l => l.Sight.Totals).ToList();
        var some = totals.Count > 0;
        return new(
            lines.Count, lines.Count(l => l.Row.HasLetter), lines.Sum(l => l.Row.Targets), lines.Sum(l => l.Row.TargetsDone),
            [.. lines.CountBy(l => l.Row.Stage).OrderBy(c => c.Key)],
            some ? [.. totals.Where(l => l.Row.Grade is not null).CountBy(l => l.Row.Grade!.Value).OrderBy(c => c.Key)] : null,
            some ? totals.Count(l => l.Row.Total is not null) : null,
            lines.Count(l => l.Row.Forecast.Owed.Exists(o => o.Due <= now)), some ? totals.Sum(l => l.Row.OpenAppeals) : null,
            EvidenceCount.Sum([.. lines.Select(l => l.Evidence).OfType<CaseEvidence>()]));
    }
}

/// <summary>Scoreboards of units and departments, years of an agency, shared results: from the index, each line as far as the actor reads it.</summary>
internal sealed class Scoreboards(IAgencyYearIndex index, IHubDirectory directory, HubClock clock)
{
    // Roles that read agencies' scores at all.
    private static readonly HashSet<Role> Readers =
    [
        Role.Auditor, Role.AgencyStaff, Role.Department, Role.TownshipGovernment, Role.TownshipGovernanceCentre, Role.CountyCommandCentre, Role.CountyGovernment, Role.PerformanceOrgan, Role.OrganisationDepartment,
    ];

    /// <summary>The board that the arguments ask for: exactly one of unit and department.</summary>
    public static YearBoard Asked(IResolveFieldContext context)
    {
        var (unit, department, year) = (context.GetArgument<string?>("unit"), context.GetArgument<string?>("department"), context.GetArgument<int>("year"));
        if (unit is null == department is null)
            throw RequestError.Input(unit is null ? "unit" : "department", "Give exactly one of unit and department.");
        if (department is not null)
            return AgencyYearQueries.Organ("department", department) is { Kind: OrganKind.Department } line ? Of(line, year) : throw RequestError.NotFound($"scoreboard of {department}");
        return UnitCode.TryParse(unit, out var code) ? Of(OrganCode.Of(code), year) : throw RequestError.Input("unit", "unit is a unit code of 4, 6, 9, 12 or 15 digits.");
    }

    /// <summary>The board of a unit or department; the year must be one that there can be.</summary>
    public static YearBoard Of(OrganCode of, int year) => new(of, Year(year));

    /// <summary>A page of a board. NOT_FOUND for one that has nothing to do with the actor.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, Viewer viewer, YearBoard board)
    {
        var choice = ScoreboardChoice.Read(context);
        var lines = choice.Of(await Read(viewer, board, context.CancellationToken).ConfigureAwait(false));
        return new Scoreboard(ListPages.Of($"scoreboard-{board.Of}-{board.Year}{choice.Name}", lines, choice.Key, Paging.Read(context), clock.Now), lines);
    }

    /// <summary>The lines of a board that the actor reads, by agency. NOT_FOUND likewise.</summary>
    public async Task<List<ScoreboardLine>> Read(Viewer viewer, YearBoard board, CancellationToken cancel) => Lines(viewer, board, board.Of.Kind == OrganKind.Unit
        ? await index.OfUnit(board.Of.Unit, board.Year, cancel).ConfigureAwait(false)
        : await index.OfDepartment(board.Of, board.Year, cancel).ConfigureAwait(false));

    /// <summary>The lines of a unit's board that the actor reads; none where there are none.</summary>
    public async Task<List<ScoreboardLine>> Readable(Viewer viewer, UnitCode unit, int year, CancellationToken cancel) => Seen(viewer, await index.OfUnit(unit, year, cancel).ConfigureAwait(false));

    /// <summary>The same of rows that were read before.</summary>
    public List<ScoreboardLine> Lines(Viewer viewer, YearBoard board, IEnumerable<AgencyYearRow> rows) =>
        Seen(viewer, rows) is var lines && (lines.Count > 0 || MayAsk(viewer.Actor, board.Of)) ? lines : throw RequestError.NotFound($"scoreboard of {board.Of}");

    /// <summary>All years of an agency that the actor reads, the newest first.</summary>
    public async ValueTask<object?> OfAgency(IResolveFieldContext context, Viewer viewer, OrganCode agency) => await Of(context, viewer, agency).ConfigureAwait(false);

    /// <summary>The same for whoever reads on.</summary>
    public async Task<List<ScoreboardLine>> Of(IResolveFieldContext context, Viewer viewer, OrganCode agency) =>
        [.. Seen(viewer, await index.OfAgency(agency, context.CancellationToken).ConfigureAwait(false)).OrderByDescending(l => l.Row.Year)];

    /// <summary>Results that count in an organ's own assessment. A032. NOT_FOUND for those who read none of its totals.</summary>
    public async ValueTask<object?> Shared(IResolveFieldContext context, Viewer viewer, OrganCode organ, int year)
    {
        var target = organ.Kind == OrganKind.Department ? ShareTarget.Department : ShareTarget.Township;
        if (organ.Kind == OrganKind.Agency || !MayReadShared(viewer.Actor, organ))
            throw RequestError.NotFound($"shared results of {organ}");
        var rows = await index.Shared(target, organ, Year(year), context.CancellationToken).ConfigureAwait(false);
        return Seen(viewer, rows).Where(l => l.Sight.Totals && l.Row.Total is not null && l.Row.SharedAt.ContainsKey(target)).Select(l => new SharedResult(l.Row, target, l.Sight)).ToList();
    }

    private static List<ScoreboardLine> Seen(Viewer viewer, IEnumerable<AgencyYearRow> rows) =>
        [.. rows.Select(r => new ScoreboardLine(r, YearSight.Of(viewer.Actor, r.Agency, r.Department, r.Host, r.Weights.ContainsKey, r.Total is not null, r.Base)))
            .Where(l => l.Sight.Any).OrderBy(l => l.Row.Agency.Value, StringComparer.Ordinal)];

    // An empty board of one's own is no secret.
    private bool MayAsk(Actor actor, OrganCode of) => of.Kind switch
    {
        OrganKind.Unit => directory.Unit(of.Unit) is { Code.Level: <= UnitLevel.Township } && IsNear(actor, of.Unit),
        OrganKind.Department => actor.Organ == of || (actor.Role != Role.Department && IsNear(actor, of.Unit)),
        _ => false,
    };

    // By code, as the right to read goes (decision 0027): a township that stands under another county now has its years where it had them.
    private static bool IsNear(Actor actor, UnitCode unit) => Readers.Contains(actor.Role) && (unit.LiesIn(actor.Organ.Unit) || actor.Organ.Unit.LiesIn(unit));

    // The organ itself, its county, auditors.
    private static bool MayReadShared(Actor actor, OrganCode organ) => actor.Role switch
    {
        Role.Auditor => true,
        Role.Department or Role.TownshipGovernment => actor.Organ == organ,
        Role.CountyGovernment or Role.PerformanceOrgan or Role.OrganisationDepartment => organ.Unit.Level >= UnitLevel.County && actor.Organ == OrganCode.Of(organ.Unit.CountyByCode),
        _ => false,
    };

    private static int Year(int year) => year is >= 2018 and <= 9998 ? year : throw RequestError.Input("year", $"year is 2018 or later, got {year}.");
}
