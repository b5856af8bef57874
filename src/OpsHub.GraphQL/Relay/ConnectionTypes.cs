using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Relay;

/// <summary>Where a page begins and ends.</summary>
internal sealed class PageInfoType : Described<PageEnds>
{
    public PageInfoType() : base("PageInfo", "Where a page of a list begins and ends (分页信息), as Relay has it.")
    {
        One<BooleanGraphType>("hasNextPage", "True when more items follow this page.", p => p.HasNext);
        One<BooleanGraphType>("hasPreviousPage", "True when items come before this page.", p => p.HasPrevious);
        Maybe<StringGraphType>("startCursor", "Cursor of the page's first item; null when the page is empty.", p => p.Start);
        Maybe<StringGraphType>("endCursor", "Cursor of the page's last item; null when the page is empty.", p => p.End);
    }
}

/// <summary>One item with its cursor.</summary>
internal abstract class EdgeType<T, TGraph> : Described<Edge<T>> where TGraph : IGraphType
{
    protected EdgeType(string node, string nodes) : base(node + "Edge", $"One of a list of {nodes}, with its cursor.")
    {
        One<StringGraphType>("cursor", "Opaque place of the item in this list, for after and before.", e => e.Cursor);
        AddNode();
    }

    protected virtual void AddNode() => One<TGraph>("node", "The item.", e => e.Node);
}

/// <summary>A page of a list.</summary>
internal abstract class ConnectionType<T, TGraph, TEdge> : Described<Connection<T>> where TGraph : IGraphType where TEdge : IGraphType
{
    protected ConnectionType(string node, string nodes) : base(node + "Connection", $"A page of a list of {nodes}.")
    {
        Many<TEdge>("edges", "The page's items with their cursors, in list order.", c => c.Edges);
        AddNodes();
        One<PageInfoType>("pageInfo", "Where the page begins and ends.", c => c.Ends);
    }

    protected virtual void AddNodes() => Many<TGraph>("nodes", "The page's items without cursors.", c => c.Edges.Select(e => e.Node));
}
