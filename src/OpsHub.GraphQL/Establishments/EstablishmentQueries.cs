using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Establishments;

/// <summary>Root queries for counties' organs and posts.</summary>
internal sealed class EstablishmentQueries(EstablishmentReader reader, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "CountyEstablishment";

    public void AddTo(HubQuery query)
    {
        query.Ask<CountyEstablishmentType>("countyEstablishment", "Organs, nameplates and posts of a county's townships (机构编制); null where there is no such county, or none that the actor may read. R025.",
                (context, _) => new(reader.County(context, Code(context, "county", UnitLevel.County))))
            .Argument<NonNullGraphType<StringGraphType>>("county", "Code of the county (县市区), 6 digits.").WithCost(FieldMarks.OneQuestion);
        query.AskOne<CountyEstablishmentConnectionType>("countyEstablishments", "Those of every county that the actor reads, by code (各县市区机构编制).", async (context, viewer) => ListPages.Of(
                "counties", await reader.Counties(viewer.Actor, context.CancellationToken).ConfigureAwait(false), c => c.County.Value, Paging.Read(context), clock.Now))
            .Paged().WithCost(FieldMarks.OneQuestion);
        query.Ask<TownshipEstablishmentType>("townshipEstablishment", "Organs, nameplates and posts of a township or street (乡镇街道机构编制); null where there is no such township, or none that the actor may read.",
                (context, _) => new(reader.Township(context, Code(context, "township", UnitLevel.Township))))
            .Argument<NonNullGraphType<StringGraphType>>("township", "Code of the township or street (乡镇街道), 9 digits.").WithCost(FieldMarks.OneQuestion);
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => new(UnitCode.TryParse(key, out var county) ? reader.County(context, county) : null);

    private static UnitCode Code(IResolveFieldContext context, string name, UnitLevel level) => UnitCode.TryParse(context.GetArgument<string>(name), out var code) && code.Level == level
        ? code : throw RequestError.Input(name, $"{name} is the code of a {name}, {(level == UnitLevel.County ? 6 : 9)} digits.");
}

/// <summary>Townships' sets as nodes.</summary>
internal sealed class TownshipEstablishmentNodes(EstablishmentReader reader) : INodes
{
    public string Type => "TownshipEstablishment";

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => new(UnitCode.TryParse(key, out var township) ? reader.Township(context, township) : null);
}
