using GraphQL;
using GraphQL.Types;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Mandates;

/// <summary>Root query for townships' rights and duties.</summary>
internal sealed class MandateQueries(MandatesReader reader) : IRootFields<HubQuery>, INodes
{
    public string Type => "CountyMandates";

    public void AddTo(HubQuery query) => query.Ask<CountyMandatesType>("countyMandates",
            "Townships' rights and duties in a county (乡镇权责): what they may say, what is put on them, what follows from their result, each as far as the actor reads it; null for those who read nothing of it. T012-T014, T108-T110, R033-R036.",
            (context, _) => new(reader.Find(context, County(context), node => node)))
        .Argument<NonNullGraphType<StringGraphType>>("county", "Code of the county (县市区), 6 digits.").WithCost(FieldMarks.OneQuestion);

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => new(UnitCode.TryParse(key, out var county) ? reader.Find(context, county, node => node) : null);

    private static UnitCode County(IResolveFieldContext context) => UnitCode.TryParse(context.GetArgument<string>("county"), out var county) && county.Level == UnitLevel.County
        ? county : throw RequestError.Input("county", "county is the code of a county, 6 digits.");
}
