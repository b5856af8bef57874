using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Cases;

/// <summary>Root queries for cases and categories.</summary>
internal sealed class CaseQueries(IGrainFactory grains, IHubIndex index, IRuleBook rules, CaseLists lists, Access access) : IRootFields<HubQuery>, INodes
{
    public string Type => "Case";

    public void AddTo(HubQuery query)
    {
        query.Ask<CaseType>("case", "A case by id or number (案件); null when there is none, or none that the actor may read.", Find)
            .Argument<IdGraphType>("id", "Global id. Exactly one of id and number is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("number", "The number people read (案件编号).");
        query.AskOne<CaseConnectionType>("cases", "Cases that the actor may read (案件).", (context, viewer) => lists.Page(context, viewer, new CaseFilter())).Filtered();
        query.Ask<NonNullGraphType<ListGraphType<NonNullGraphType<CategoryType>>>>("categories",
                "First- and second-level categories (事项类别) with their limits, by code. G006, G007, G022.", (context, _) => new(Categories(context.GetArgument<string?>("parent"))))
            .Argument<StringGraphType>("parent", "Only second-level categories of this first-level code, e.g. `Q01`.");
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        GrainKeys.IsCase(key) ? ByKey(viewer, key) : default;

    private async ValueTask<object?> Find(IResolveFieldContext context, Viewer viewer)
    {
        var (id, number) = (context.GetArgument<string?>("id"), context.GetArgument<string?>("number"));
        if (id is null == number is null)
            throw RequestError.Input(id is null ? "id" : "number", "Give exactly one of id and number.");
        var key = number is null ? GlobalId.ReadCase(id) : (await index.CaseByNumber(number, context.CancellationToken).ConfigureAwait(false))?.Key;
        return key is null ? null : await ByKey(viewer, key).ConfigureAwait(false);
    }

    private async ValueTask<object?> ByKey(Viewer viewer, string key) =>
        await grains.Case(key).Get().ConfigureAwait(false) is { } view && access.Case(viewer.Actor, view) ? CaseNode.Of(view) : null;

    private List<Domain.Cases.CaseCategory> Categories(string? parent) =>
        [.. rules.Current.Cases.Categories.Values.Where(c => parent is null || c.Parent == parent).OrderBy(c => c.Code, StringComparer.Ordinal)];
}
