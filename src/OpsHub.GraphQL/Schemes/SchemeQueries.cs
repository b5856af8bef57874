using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Schemes;

/// <summary>Root queries for assessment schemes.</summary>
internal sealed class SchemeQueries(SchemeReader reader, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "AssessmentScheme";

    public void AddTo(HubQuery query)
    {
        query.Ask<AssessmentSchemeType>("assessmentScheme", "The assessment scheme of a county, year and target (综合考核办法); null where there is none, or none that the actor may read. T016.",
                async (context, viewer) => await reader.Read(viewer, GrainKeys.Scheme(County(context), context.GetArgument<int>("year"), context.GetArgument<SchemeTarget>("target"))).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("county", "Code of the county (县市区), 6 digits.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The year (年度).")
            .Argument<NonNullGraphType<SchemeTargetType>>("target", "Whom it assesses (考评对象).").WithCost(FieldMarks.OneQuestion);
        query.AskOne<AssessmentSchemeConnectionType>("assessmentSchemes", "Assessment schemes of a county, the newest year first (综合考核办法). NOT_FOUND outside of what the actor may see.", List)
            .Argument<NonNullGraphType<StringGraphType>>("county", "Code of the county (县市区), 6 digits.")
            .Argument<IntGraphType>("year", "Only of this year (年度).")
            .Paged().WithCost(FieldMarks.OneQuestion);
    }

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => await reader.Read(viewer, key).ConfigureAwait(false);

    private async ValueTask<object?> List(IResolveFieldContext context, Viewer viewer)
    {
        var county = County(context);
        if (!reader.Reads(viewer, county))
            throw RequestError.NotFound($"county {county}");
        var all = await reader.Of(county, context.GetArgument<int?>("year"), context.CancellationToken).ConfigureAwait(false);
        // In the order of the list: what is newer has the smaller key.
        return ListPages.Of("schemes", [.. all.OrderBy(Place, StringComparer.Ordinal)], Place, Paging.Read(context), clock.Now);
    }

    private static string Place(SchemeNode s) => $"{9999 - s.Scheme.Year:D4}-{(int)s.Scheme.Target}";

    private static UnitCode County(IResolveFieldContext context) => UnitCode.TryParse(context.GetArgument<string>("county"), out var county) && county.Level == UnitLevel.County
        ? county : throw RequestError.Input("county", "county is the code of a county, 6 digits.");
}
