using OpsHub.GraphQL.Marks;
using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace OpsHub.GraphQL.Transports.Limits;

/// <summary>
/// How many objects a field stands for. A connection is as long as its <c>first</c> or <c>last</c>, counted at the
/// connection itself, so that its <c>edges</c> and <c>nodes</c> count once.
/// </summary>
internal sealed class FieldSizes(GraphQLOperationDefinition operation, Inputs variables, int assumed)
{
    // Introspection lists are shorter than most: the usual introspection query must fit, ten levels of types must not.
    private const int AssumedIntrospectionSize = 8;

    /// <summary>Whether a size came from a variable, so that it has to be measured again for other variables.</summary>
    public bool UsedVariables { get; private set; }

    public double Of(GraphQLField field, FieldType? definition, IGraphType? parent, bool insideIntrospection)
    {
        var type = definition?.ResolvedType;
        var connection = IsConnection(type?.GetNamedType());
        var lists = Lists(type);
        if (lists == 0 && !connection)
            return 1;
        if (insideIntrospection)
            return Math.Pow(AssumedIntrospectionSize, lists);
        if (IsConnection(parent) && lists == 1)
            return 1;
        var stated = Stated(field, "first") ?? Stated(field, "last");
        return stated ?? definition?.AssumedSize() ?? (connection ? assumed : Math.Pow(assumed, lists));
    }

    private static bool IsConnection(IGraphType? type) => type is IComplexGraphType { Name: { } name } && name.EndsWith("Connection", StringComparison.Ordinal);

    private static int Lists(IGraphType? type) => type switch
    {
        NonNullGraphType { ResolvedType: { } inner } => Lists(inner),
        ListGraphType { ResolvedType: { } inner } => 1 + Lists(inner),
        _ => 0,
    };

    private double? Stated(GraphQLField field, string name)
    {
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            if (argument.Name.Value == name)
                return Number(argument.Value);
        }
        return null;
    }

    private double? Number(GraphQLValue? value)
    {
        if (value is GraphQLIntValue number)
            return double.TryParse(number.Value.Span, CultureInfo.InvariantCulture, out var literal) ? Math.Max(0, literal) : null;
        if (value is not GraphQLVariable variable)
            return null;
        UsedVariables = true;
        if (variables.TryGetValue(variable.Name.StringValue, out var given))
            return given is IConvertible and not string ? Math.Max(0, Convert.ToDouble(given, CultureInfo.InvariantCulture)) : null;
        var declared = operation.Variables?.Items.FirstOrDefault(v => v.Variable.Name.Value == variable.Name.Value);
        return declared?.DefaultValue is GraphQLIntValue fallback ? Number(fallback) : null;
    }
}
