using GraphQL.Types;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>One of a list of consultations.</summary>
internal sealed class ConsultationEdgeType : Described<Edge<ConsultationNode>>
{
    public ConsultationEdgeType(ConsultationLoader loader) : base("ConsultationEdge", "One of a list of consultations (协商), with its cursor.")
    {
        One<StringGraphType>("cursor", "Opaque place of the item in this list, for after and before.", e => e.Cursor);
        AskOne<ConsultationType>("node", "The consultation.", (context, e) => new(loader.Complete(context, e.Node)));
    }
}

/// <summary>A page of a list of consultations.</summary>
internal sealed class ConsultationConnectionType : Described<Connection<ConsultationNode>>
{
    public ConsultationConnectionType(ConsultationLoader loader) : base("ConsultationConnection", "A page of a list of consultations (协商). Rows may move while the hub is live; none repeats within one sort value.")
    {
        Many<ConsultationEdgeType>("edges", "The page's items with their cursors, in list order.", c => c.Edges);
        AskMany<ConsultationType>("nodes", "The page's items without cursors.", (context, c) => new(loader.Complete(context, [.. c.Edges.Select(e => e.Node)])));
        One<PageInfoType>("pageInfo", "Where the page begins and ends.", c => c.Ends);
        AskOne<IntGraphType>("totalCount", "How many consultations match in all (总数).", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false))
            .WithCost(FieldMarks.OneQuestion);
        One<InstantType>("asOf", "When the list's first page was read (截至).", c => c.AsOf);
    }
}

/// <summary>One of a list of opinions.</summary>
internal sealed class ConsultationOpinionEdgeType() : EdgeType<ConsultationOpinion, ConsultationOpinionType>("ConsultationOpinion", "opinions (意见)");

/// <summary>A page of a list of opinions.</summary>
internal sealed class ConsultationOpinionConnectionType()
    : ConnectionType<ConsultationOpinion, ConsultationOpinionType, ConsultationOpinionEdgeType>("ConsultationOpinion", "opinions (意见)");
