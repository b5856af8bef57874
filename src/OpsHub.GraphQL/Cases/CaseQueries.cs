using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Cases;

/// <summary>Root queries for cases and categories.</summary>
internal sealed class CaseQueries(IHubIndex index, IRuleBook rules, CaseLists lists, CaseLoader loader, CaseHistories histories, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "Case";

    public void AddTo(HubQuery query)
    {
        query.Ask<CaseType>("case", "A case by id, number or ticket (案件); null when there is none, or none that the actor may read.", Find)
            .Argument<IdGraphType>("id", "Global id. Exactly one of id, number and source is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("number", "The number people read (案件编号).")
            .Argument<SourceInput>("source", "Ticket of another system from which it came (来源工单). G017.")
            .Argument<InstantType>("at", "A past instant: the case as it stood then (某一时刻), by what the hub had recorded; null when it had not been reported. INVALID_INPUT when it lies ahead. "
                + "Readable for those who may read the case now.").WithCost(FieldMarks.OneQuestion);
        query.AskOne<CaseConnectionType>("cases", "Cases that the actor may read (案件).", (context, viewer) => lists.Page(context, viewer, new CaseFilter())).Filtered();
        query.Ask<NonNullGraphType<ListGraphType<NonNullGraphType<CategoryType>>>>("categories",
                "First- and second-level categories (事项类别) with their limits, by code. G006, G007, G022.", (context, _) => new(Categories(context.GetArgument<string?>("parent"))))
            .Argument<StringGraphType>("parent", "Only second-level categories of this first-level code, e.g. `Q01`.");
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        GrainKeys.IsCase(key) ? new(loader.Find(context, viewer, key))
        : GlobalId.ReadPast(key) is var (of, at) && at <= clock.Now ? new(Past(context, viewer, of, at))
        : default;

    private async ValueTask<object?> Find(IResolveFieldContext context, Viewer viewer)
    {
        var (id, number) = (context.GetArgument<string?>("id"), context.GetArgument<string?>("number"));
        var source = context.GetArgument<IDictionary<string, object?>?>("source");
        if (new object?[] { id, number, source }.Count(given => given is not null) != 1)
            throw RequestError.Input(id is null ? "id" : number is null ? "source" : "number", "Give exactly one of id, number and source.");
        var key = source is not null ? GrainKeys.CaseOfTicket((string)source["system"]!, (string)source["number"]!)
            : number is not null ? (await index.CaseByNumber(number, context.CancellationToken).ConfigureAwait(false))?.Key
            : GlobalId.ReadCase(id);
        if (key is null)
            return null;
        return context.GetArgument<DateTimeOffset?>("at") is { } at ? Past(context, viewer, key, histories.Past("at", at)) : loader.Find(context, viewer, key);
    }

    // Who may read is judged by the case as it is now, never by where it once lay.
    private Loaded<CaseNode> Past(IResolveFieldContext context, Viewer viewer, string key, DateTimeOffset at)
    {
        var present = loader.Find(context, viewer, key);
        return new(async () => await present.GetResultAsync().ConfigureAwait(false) is { View: { } view } ? await histories.At(view, at).ConfigureAwait(false) : null);
    }

    private List<Domain.Cases.CaseCategory> Categories(string? parent) =>
        [.. rules.Current.Cases.Categories.Values.Where(c => parent is null || c.Parent == parent).OrderBy(c => c.Code, StringComparer.Ordinal)];
}
