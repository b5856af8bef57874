using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Governance;

/// <summary>Root query for grid files.</summary>
internal sealed class GridFileQueries(GovernanceReader reader) : IRootFields<HubQuery>, INodes
{
    public string Type => "GridFile";

    public void AddTo(HubQuery query) =>
        query.Ask<GridFileType>("gridFile", "How a community's grids are equipped (网格配备台账); null when there is no such community, or none whose file the actor may read. G005, G031, G032.",
                async (context, viewer) => await Node(context, viewer, context.GetArgument<string>("community")).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("community", "Code of the community or village (社区、村), 12 digits.").WithCost(FieldMarks.OneQuestion);

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => UnitCode.TryParse(key, out var community) ? await reader.Grids(viewer, community).ConfigureAwait(false) : null;
}

/// <summary>Root query for analysis reports.</summary>
internal sealed class AnalysisQueries(GovernanceReader reader, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "AnalysisReport";

    public void AddTo(HubQuery query) =>
        query.AskOne<AnalysisReportConnectionType>("analysisReports", "Analysis reports of a unit's townships, the newest cycle first (分析研判报告). T023. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => ListPages.Of("analysis",
                    await reader.Reports(viewer, reader.Area(viewer, context.GetArgument<string>("unit")), context.GetArgument<DateOnly?>("from") ?? reader.Today.AddYears(-1), context.GetArgument<AnalysisStage?>("stage"), context.CancellationToken).ConfigureAwait(false),
                    GovernanceReader.Place, Paging.Read(context), clock.Now))
            .OfArea()
            .Argument<DayType>("from", "Only cycles that began on this day or later (起); a year back when left out.")
            .Argument<AnalysisStageType>("stage", "Only in this stage (状态).")
            .Paged();

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => await reader.Report(viewer, key).ConfigureAwait(false);
}

/// <summary>Root queries for governance files and figures.</summary>
internal sealed class GovernanceQueries(GovernanceReader reader, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "GovernanceFile";

    public void AddTo(HubQuery query)
    {
        query.Ask<GovernanceFileType>("governanceFile", "What a city, county or township has built and done for grid governance (综治与网格建设台账); null when there is none that the actor may read.",
                async (context, viewer) => await Node(context, viewer, context.GetArgument<string>("unit")).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the city, county or township (市、县市区、乡镇街道).").WithCost(FieldMarks.OneQuestion);
        query.AskOne<ListGraphType<NonNullGraphType<GovernanceIndicatorType>>>("governanceIndicators",
                "Indicators of grid governance for a unit and all below it (建设指标): counts alone. G005, G025, G028-G034, G036, G038-G040, G058, G059, T018. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => await reader.Indicators(reader.Area(viewer, context.GetArgument<string>("unit"), figures: true), context.CancellationToken).ConfigureAwait(false))
            .OfArea().WithCost(IndicatorTurns.Cost).WithAssumedSize(17);
        query.AskOne<GovernanceFlagConnectionType>("governanceFlags", "What is to be looked at in a unit and all below it (提示、缺项). NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => Page("flags", await reader.Flags(reader.Area(viewer, context.GetArgument<string>("unit")), context.CancellationToken).ConfigureAwait(false) is var all
                    && context.GetArgument<string?>("rule") is { } rule ? [.. all.Where(f => f.Rule == rule)] : all, f => f.Key, context))
            .OfArea().Argument<StringGraphType>("rule", "Only of this rule, e.g. `G032` (规则).").Paged().WithCost(IndicatorTurns.Cost);
        query.AskOne<ObligationConnectionType>("governanceObligations", "What a unit and those below it owe (应办事项). G026, G033, G038, G042-G044, G057, G061. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => Page("obligations", await reader.Owed(reader.Area(viewer, context.GetArgument<string>("unit")), context.GetArgument<ObligationStatus?>("status"), context.CancellationToken).ConfigureAwait(false),
                    o => o.Key, context))
            .OfArea().Argument<ObligationStatusType>("status", "Only in this state (状态).").Paged();
        query.AskOne<ListGraphType<NonNullGraphType<NationalStandardType>>>("nationalStandards", "National standards by which command centres are set up (国家标准). G060.", (_, _) => new(NationalStandard.All)).WithAssumedSize(2);
    }

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => UnitCode.TryParse(key, out var unit) ? await reader.File(viewer, unit).ConfigureAwait(false) : null;

    private Connection<T> Page<T>(string list, IReadOnlyList<T> all, Func<T, string> key, IResolveFieldContext context) =>
        ListPages.Of(list, all, key, Paging.Read(context), clock.Now) with { Count = _ => Task.FromResult(all.Count) };
}

/// <summary>The argument of every query of a unit and all below it.</summary>
internal static class AreaArguments
{
    public static global::GraphQL.Builders.FieldBuilder<TSource, object> OfArea<TSource>(this global::GraphQL.Builders.FieldBuilder<TSource, object> field) => field
        .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the city, county, township or community, with all below it (单位).").WithCost(FieldMarks.OneQuestion);
}
