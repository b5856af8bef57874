using System.Globalization;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Assessments;

/// <summary>In which order a scoreboard's lines stand.</summary>
internal enum ScoreboardOrder
{
    Agency,
    Due,
    Total,
    Rate,
}

/// <summary>Which lines of a scoreboard are shown, and in which order: by what the actor reads of each, so that what is hidden can't be told from what is left out.</summary>
internal sealed record ScoreboardChoice(IReadOnlyList<AgencyYearStage> Stages, OrganCode? OwedBy, IReadOnlyList<AssessmentGrade> Grades, ScoreboardOrder Order)
{
    // Those without a figure, or without one that is read, stand last.
    private const decimal Above = 1000;

    public static ScoreboardChoice Read(IResolveFieldContext context) => new(
        context.GetArgument<List<AgencyYearStage>?>("stage") ?? [], CaseFilterInput.Organ(context, "owedBy"), context.GetArgument<List<AssessmentGrade>?>("grade") ?? [],
        context.GetArgument<ScoreboardOrder>("orderBy"));

    /// <summary>The lines that are shown, in order.</summary>
    public List<ScoreboardLine> Of(IEnumerable<ScoreboardLine> lines) => [.. lines.Where(Shows).OrderBy(Key, StringComparer.Ordinal)];

    /// <summary>Where a line stands: unlike that of any other.</summary>
    public string Key(ScoreboardLine line) => Order switch
    {
        ScoreboardOrder.Agency => line.Row.Agency.Value,
        ScoreboardOrder.Due => string.Create(CultureInfo.InvariantCulture, $"{(line.Row.DueAt ?? DateTimeOffset.MaxValue).UtcTicks:D19}/{line.Row.Agency}"),
        ScoreboardOrder.Total => Highest(line, line.Sight.Totals ? line.Row.Total ?? line.Forecast?.Total : line.Forecast?.Total),
        _ => Highest(line, line.Sight.Rate ? line.Row.TownshipRate ?? line.Forecast?.TownshipRate : line.Forecast?.TownshipRate),
    };

    /// <summary>Tells the lists of one board apart, so that a cursor of another is refused.</summary>
    public string Name => Stages.Count == 0 && OwedBy is null && Grades.Count == 0 && Order == ScoreboardOrder.Agency ? ""
        : "-" + CommandIds.Hash($"{Order}", string.Join(',', Stages), OwedBy?.Value ?? "", string.Join(',', Grades))[..12];

    private bool Shows(ScoreboardLine line) =>
        (Stages.Count == 0 || Stages.Contains(line.Row.Stage))
        && (OwedBy is not { } by || line.Row.Forecast.Owed.Exists(o => o.By == by))
        && (Grades.Count == 0 || (line.Sight.Totals && line.Row.Grade is { } grade && Grades.Contains(grade)));

    private static string Highest(ScoreboardLine line, decimal? figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{Above - (figure ?? 0m) + (figure is null ? Above : 0):0000.0000000000}/{line.Row.Agency}");
}

/// <summary>Orders of a scoreboard.</summary>
internal sealed class ScoreboardOrderType() : EnumType<ScoreboardOrder>("ScoreboardOrder", "In which order a scoreboard stands (排序); the agency's code breaks ties.",
    ("AGENCY", ScoreboardOrder.Agency, "By the agency's code."),
    ("DUE", ScoreboardOrder.Due, "Nearest due of an open term first; those without one last."),
    ("TOTAL", ScoreboardOrder.Total, "Highest T first, final or as it stands; those without one that the actor reads last."),
    ("RATE", ScoreboardOrder.Rate, "Highest R first, likewise."));

/// <summary>The arguments of every scoreboard.</summary>
internal static class ScoreboardArguments
{
    public static FieldBuilder<TSource, object> Chosen<TSource>(this FieldBuilder<TSource, object> field) => field
        .Argument<ListGraphType<NonNullGraphType<AgencyYearStageType>>>("stage", "Only years in one of these stages (环节); any when left out or empty.")
        .Argument<StringGraphType>("owedBy", "Only years to which this organ owes something (所欠单位): code of a township, agency, department or county.")
        .Argument<ListGraphType<NonNullGraphType<AssessmentGradeType>>>("grade", "Only years with one of these grades, where the actor reads grades (等次); any when left out or empty.")
        .Argument<NonNullGraphType<ScoreboardOrderType>>("orderBy", "Order of the lines (排序).", a => a.DefaultValue = ScoreboardOrder.Agency);
}
