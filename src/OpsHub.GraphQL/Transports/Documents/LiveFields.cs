using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Transports.Documents;

/// <summary>Whether an operation asks for nothing but live fields, at every depth. Each fragment is looked at once, in its own type.</summary>
internal sealed class LiveFields
{
    private const string TypeName = "__typename";

    private readonly ISchema _schema;
    private readonly GraphQLDocument _document;
    private readonly HashSet<string> _spread = new(StringComparer.Ordinal);

    private LiveFields(ISchema schema, GraphQLDocument document) => (_schema, _document) = (schema, document);

    public static bool Only(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation) =>
        operation.Operation == OperationType.Query && new LiveFields(schema, document).AreLive(operation.SelectionSet, schema.Query);

    private bool AreLive(GraphQLSelectionSet? set, IGraphType? type) => set is null || set.Selections.TrueForAll(s => s switch
    {
        GraphQLField { Name: var name } when name.Value == TypeName => true,
        GraphQLField field => (type as IComplexGraphType)?.GetField(field.Name.Value) is { } known && known.IsLive()
            && AreLive(field.SelectionSet, known.ResolvedType?.GetNamedType()),
        GraphQLInlineFragment inline => AreLive(inline.SelectionSet, inline.TypeCondition is { } condition ? Type(condition) : type),
        GraphQLFragmentSpread spread => !_spread.Add(spread.FragmentName.Name.StringValue) || Fragments(spread).All(f => AreLive(f.SelectionSet, Type(f.TypeCondition))),
        _ => false,
    });

    private IEnumerable<GraphQLFragmentDefinition> Fragments(GraphQLFragmentSpread spread) =>
        _document.Definitions.OfType<GraphQLFragmentDefinition>().Where(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    private IGraphType? Type(GraphQLTypeCondition condition) => _schema.AllTypes[condition.Type.Name.StringValue];
}
