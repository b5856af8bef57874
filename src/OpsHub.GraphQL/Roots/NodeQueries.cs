using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Roots;

/// <summary>Fetching nodes again by their ids.</summary>
internal sealed class NodeQueries(IEnumerable<INodes> subjects) : IRootFields<HubQuery>
{
    private const int Most = 100;

    private readonly Dictionary<string, INodes> _subjects = subjects.ToDictionary(s => s.Type);

    public void AddTo(HubQuery query)
    {
        query.Ask<NodeInterface>("node", "A node by its id (按标识取); null when there is none, or none that the actor may see.",
                (context, viewer) => Node(context, viewer, context.GetArgument<string>("id")))
            .Argument<NonNullGraphType<IdGraphType>>("id", "Global id of a unit, an agency, a case or a consultation.").WithCost(FieldMarks.OneQuestion);
        query.Ask<NonNullGraphType<ListGraphType<NodeInterface>>>("nodes", "Nodes by their ids, in the order asked for; null at the place of each that isn't there.",
                async (context, viewer) => await Nodes(context, viewer, context.GetArgument<List<string>>("ids")).ConfigureAwait(false))
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<IdGraphType>>>>("ids", $"Global ids, at most {Most}; none of a past case, which node asks for by itself (INVALID_INPUT).");
    }

    private ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string id) =>
        GlobalId.Read(id) is var (type, key) && _subjects.TryGetValue(type, out var subject) ? subject.Node(context, viewer, key) : default;

    private async Task<object?> Nodes(IResolveFieldContext context, Viewer viewer, List<string> ids)
    {
        if (ids.Count > Most)
            throw RequestError.Input("ids", $"At most {Most} ids, got {ids.Count}.");
        if (ids.Exists(GlobalId.IsPast))
            throw RequestError.Input("ids", "A case as it stood at a past instant is asked for by itself: node(id:).");
        // All are named first, then loaded in one go.
        var nodes = await Task.WhenAll(ids.Select(id => Node(context, viewer, id).AsTask())).ConfigureAwait(false);
        return new Loaded<object?[]>(() => Task.WhenAll(nodes.Select(node => node is IDataLoaderResult loads ? loads.GetResultAsync(context.CancellationToken) : Task.FromResult(node)))!);
    }
}
