using GraphQL;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Mandates;

/// <summary>The yearly task to assess a target, as one actor sees it.</summary>
/// <param name="County">The county.</param>
/// <param name="Year">The year.</param>
/// <param name="Kind">Kind of target.</param>
/// <param name="Target">The target.</param>
/// <param name="Owner">Who assesses it.</param>
internal sealed record AssessmentTaskNode(UnitCode County, int Year, SchemeTarget Kind, OrganCode Target, OrganCode Owner)
{
    /// <summary>The task, of a community, township or department; null of an agency.</summary>
    public AssessmentTask? Task { get; init; }

    /// <summary>Its open term.</summary>
    public Term? Term { get; init; }

    /// <summary>What the actor may do with it now; of an agency's year its own page tells.</summary>
    public IReadOnlyList<OfferedAssessmentMove> Moves { get; init; } = [];

    /// <summary>An agency's year, which is its task; null of others.</summary>
    public ScoreboardLine? Line { get; init; }

    public bool IsOpen => Line is null ? Task!.IsOpen : Line.Row.Grade is null;

    public DateTimeOffset? DueAt => Line is null ? Term?.Due : Line.Row.DueAt;

    public string Place => $"{(int)Kind}-{Target}";
}

/// <summary>The yearly tasks of assessment, of all four kinds of targets, each for those who may read it. R038.</summary>
internal sealed class AssessmentTaskReader(MandatesReader mandates, Scoreboards boards, IHubDirectory directory) : INodes
{
    public string Type => "AssessmentTask";

    /// <summary>The tasks of a year in a unit: of a county all of its targets, of a township what it assesses, itself and the agencies that serve it, of a community its own.
    /// Null where the viewer reads nothing of the county's record, or there is no such unit. Of one kind only where it is given.</summary>
    public async Task<List<AssessmentTaskNode>?> Of(Viewer viewer, UnitCode unit, int year, SchemeTarget? kind, CancellationToken cancel)
    {
        var county = directory.Upwards(unit).FirstOrDefault(u => u.Level == UnitLevel.County);
        if (county.Value is null)
            return null;
        var node = await mandates.Read(viewer.Actor, county).ConfigureAwait(false);
        // Who reads nothing of the record reads the page where there are agencies.
        var agencies = unit.Level > UnitLevel.Township || (node is not null && kind is not (null or SchemeTarget.Agencies)) ? [] : await boards.Readable(viewer, unit, year, cancel).ConfigureAwait(false);
        return node is null && agencies.Count == 0 ? null
            : [.. (node is null ? [] : Tasks(viewer, node, unit, year)).Concat(agencies.Select(l => Of(county, l))).Where(t => kind is null || t.Kind == kind).OrderBy(t => t.Place, StringComparer.Ordinal)];
    }

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        key.Split('/') is [var code, { Length: 4 } text, var target] && UnitCode.TryParse(code, out var county) && county.Level == UnitLevel.County && int.TryParse(text, out var year)
        && await Of(viewer, county, year, null, context.CancellationToken).ConfigureAwait(false) is { } all ? all.Find(t => t.Target.Value == target) : null;

    private static AssessmentTaskNode Of(UnitCode county, ScoreboardLine line) => new(county, line.Row.Year, SchemeTarget.Agencies, line.Row.Agency, OrganCode.Of(county)) { Line = line };

    private static IEnumerable<AssessmentTaskNode> Tasks(Viewer viewer, MandatesNode node, UnitCode unit, int year) =>
        node.State.Assessments.Where(r => r.Year == year).SelectMany(r => r.Tasks.Where(t => MandateAccess.Reads(viewer.Actor, node.County, r, t))
            .Where(t => unit == node.County || r.Owner == OrganCode.Of(unit) || t.Target == OrganCode.Of(unit))
            .Select(t => new AssessmentTaskNode(node.County, year, KindOf(r.Kind), t.Target, r.Owner)
            {
                Task = t,
                Term = t.IsOpen ? node.State.Term(r.TermId) : null,
                Moves = AssessmentMoves.Of(viewer.Actor, node.County, r, t),
            }));

    private static SchemeTarget KindOf(AssessedKind kind) => kind switch
    {
        AssessedKind.Communities => SchemeTarget.Communities,
        AssessedKind.Townships => SchemeTarget.Townships,
        _ => SchemeTarget.Departments,
    };
}
