using GraphQL.Types;

namespace OpsHub.GraphQL.Relay;

/// <summary>Whatever can be fetched again by its id.</summary>
internal sealed class NodeInterface : InterfaceGraphType
{
    public NodeInterface()
    {
        Name = "Node";
        Description = "Whatever can be fetched again by its id (可按标识再取的对象), as Relay has it: units, agencies, agencies' years, cases and consultations.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Opaque global id; fetch again with node(id:).");
    }
}
