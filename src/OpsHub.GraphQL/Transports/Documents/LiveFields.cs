using OpsHub.GraphQL.Marks;
using GraphQL.Types;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Transports.Documents;

/// <summary>Whether an operation asks for nothing but live fields, at every depth. Judged by name: an operation is live when each name in it
/// is that of some field marked live; since every step from the root is then a marked one, it never leaves the marked fields' types.</summary>
internal static class LiveFields
{
    private const string TypeName = "__typename";

    public static bool Only(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        if (operation.Operation != OperationType.Query)
            return false;
        var live = schema.AllTypes.OfType<IComplexGraphType>().SelectMany(t => t.Fields).Where(f => f.IsLive()).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var asked = Names(operation.SelectionSet).Concat(document.Definitions.OfType<GraphQLFragmentDefinition>().SelectMany(f => Names(f.SelectionSet))).ToList();
        return asked.Exists(live.Contains) && asked.TrueForAll(n => n == TypeName || live.Contains(n));
    }

    private static IEnumerable<string> Names(GraphQLSelectionSet? set) => set is null ? [] : set.Selections.SelectMany(s => s switch
    {
        GraphQLField field => Names(field.SelectionSet).Prepend(field.Name.StringValue),
        GraphQLInlineFragment inline => Names(inline.SelectionSet),
        _ => [],
    });
}
