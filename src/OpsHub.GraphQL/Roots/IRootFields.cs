using GraphQL;
using OpsHub.GraphQL.Accounts;

namespace OpsHub.GraphQL.Roots;

/// <summary>A subject's fields of a root type.</summary>
internal interface IRootFields<in TRoot>
{
    /// <summary>Adds them; called once.</summary>
    void AddTo(TRoot root);
}

/// <summary>A subject whose objects are nodes.</summary>
internal interface INodes
{
    /// <summary>Type name within global ids.</summary>
    string Type { get; }

    /// <summary>The node with this key; null when there is none, or none that the viewer may see.</summary>
    ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key);
}
