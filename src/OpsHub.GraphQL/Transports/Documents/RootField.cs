using OpsHub.GraphQL.Marks;
using GraphQL.Types;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Transports.Documents;

/// <summary>A field asked for at the root of an operation, fragments followed.</summary>
internal sealed record RootField(string Name, bool IsPublic)
{
    public bool IsIntrospection => Name is "__schema" or "__type";

    public static IReadOnlyList<RootField> Of(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        IObjectGraphType? root = operation.Operation switch
        {
            OperationType.Query => schema.Query,
            OperationType.Mutation => schema.Mutation,
            _ => schema.Subscription,
        };
        var found = new Dictionary<string, RootField>(StringComparer.Ordinal);
        Collect(operation.SelectionSet, document, root, found, []);
        return [.. found.Values];
    }

    private static void Collect(GraphQLSelectionSet set, GraphQLDocument document, IObjectGraphType? root,
        Dictionary<string, RootField> found, HashSet<string> seen)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is GraphQLField field && root?.GetField(field.Name.Value) is { } known)
                found[known.Name] = new(known.Name, known.IsPublic());
            else if (selection is GraphQLField other)
                found[other.Name.StringValue] = new(other.Name.StringValue, false);
            else if (selection is GraphQLInlineFragment inline)
                Collect(inline.SelectionSet, document, root, found, seen);
            else if (selection is GraphQLFragmentSpread { FragmentName.Name.StringValue: var name } && seen.Add(name))
                foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>().Where(f => f.FragmentName.Name.Value == name))
                    Collect(fragment.SelectionSet, document, root, found, seen);
        }
    }
}
