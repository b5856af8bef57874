using OpsHub.GraphQL.Marks;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Transports.Limits;

/// <summary>The size of a selection: levels, fields with fragments spread out, and values it may produce.</summary>
/// <param name="Depth">Levels.</param>
/// <param name="Fields">Fields.</param>
/// <param name="Complexity">Values, of each item of the list that it may stand in.</param>
/// <param name="Once">Values of the connection that it may stand in, beside its items.</param>
internal readonly record struct Size(int Depth, double Fields, double Complexity, double Once)
{
    public Size Beside(Size other) => new(Math.Max(Depth, other.Depth), Fields + other.Fields, Complexity + other.Complexity, Once + other.Once);
}

/// <summary>
/// Measures one operation. A fragment is measured once however often it is spread, so that a document whose fragments
/// double at each step is refused in linear time. Tolerates documents that validation will refuse.
/// </summary>
internal sealed class OperationMeasure(ISchema schema, GraphQLDocument document, FieldSizes sizes)
{
    private readonly Dictionary<string, Size?> _fragments = new(StringComparer.Ordinal);

    public Size Measure(GraphQLOperationDefinition operation)
    {
        IGraphType? root = operation.Operation switch
        {
            OperationType.Query => schema.Query,
            OperationType.Mutation => schema.Mutation,
            _ => schema.Subscription,
        };
        return Measure(operation.SelectionSet, root, insideIntrospection: false);
    }

    private Size Measure(GraphQLSelectionSet? set, IGraphType? type, bool insideIntrospection)
    {
        var total = default(Size);
        foreach (var selection in set?.Selections ?? [])
        {
            total = total.Beside(selection switch
            {
                GraphQLField field => Measure(field, type, insideIntrospection),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet,
                    inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name.Value] : type, insideIntrospection),
                GraphQLFragmentSpread spread => Measure(spread, insideIntrospection),
                _ => default,
            });
        }
        return total;
    }

    private Size Measure(GraphQLField field, IGraphType? type, bool insideIntrospection)
    {
        var definition = Definition(field, type);
        insideIntrospection |= field.Name.Value.Span.StartsWith("__");
        var below = Measure(field.SelectionSet, definition?.ResolvedType?.GetNamedType(), insideIntrospection);
        var times = sizes.Of(field, definition, type, insideIntrospection);
        var complexity = (definition?.Cost() ?? 1) + times * below.Complexity + below.Once;
        return FieldSizes.IsOfPage(definition, type)
            ? new(below.Depth + 1, below.Fields + 1, 0, complexity)
            : new(below.Depth + 1, below.Fields + 1, complexity, 0);
    }

    private Size Measure(GraphQLFragmentSpread spread, bool insideIntrospection)
    {
        var name = spread.FragmentName.Name.StringValue;
        var key = insideIntrospection ? "__" + name : name;
        if (_fragments.TryGetValue(key, out var known))
            return known ?? default; // null: we are inside it, a cycle, which validation refuses
        var fragment = document.Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(f => f.FragmentName.Name.StringValue == name);
        if (fragment is null)
            return default;
        _fragments[key] = null;
        var size = Measure(fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name.Value], insideIntrospection);
        _fragments[key] = size;
        return size;
    }

    private FieldType? Definition(GraphQLField field, IGraphType? type)
    {
        if (type == schema.Query && field.Name.Value == "__schema")
            return schema.SchemaMetaFieldType;
        if (type == schema.Query && field.Name.Value == "__type")
            return schema.TypeMetaFieldType;
        return (type as IComplexGraphType)?.GetField(field.Name.Value);
    }
}
