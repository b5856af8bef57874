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

    // Arguments that say how long a list gets, by number or by what they list.
    private static readonly string[] Counts = ["first", "last", "hours", "days"];
    private static readonly string[] Lengths = ["ids"];

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
        return Stated(field, definition) ?? definition?.AssumedSize() ?? (connection ? assumed : Math.Pow(assumed, lists));
    }

    /// <summary>True for what a connection says of its page as a whole, such as how many match: there is one of it, however long the page.</summary>
    public static bool IsOfPage(FieldType? definition, IGraphType? parent) => IsConnection(parent) && Lists(definition?.ResolvedType) == 0;

    private static bool IsConnection(IGraphType? type) => type is IComplexGraphType { Name: { } name } && name.EndsWith("Connection", StringComparison.Ordinal);

    private static int Lists(IGraphType? type) => type switch
    {
        NonNullGraphType { ResolvedType: { } inner } => Lists(inner),
        ListGraphType { ResolvedType: { } inner } => 1 + Lists(inner),
        _ => 0,
    };

    private double? Stated(GraphQLField field, FieldType? definition)
    {
        foreach (var name in Counts)
        {
            if (Number(Given(field, name)) is { } count)
                return count;
        }

        foreach (var name in Lengths)
        {
            if (Length(Given(field, name)) is { } length)
                return length;
        }

        return Counts.Select(name => definition?.Arguments?.Find(name)?.DefaultValue).OfType<int>().Cast<int?>().FirstOrDefault();
    }

    private static GraphQLValue? Given(GraphQLField field, string name) => field.Arguments?.Items.Find(a => a.Name.Value == name)?.Value;

    private double? Length(GraphQLValue? value)
    {
        if (value is GraphQLListValue list)
            return list.Values?.Count ?? 0;
        if (value is not GraphQLVariable variable)
            return value is null or GraphQLNullValue ? null : 1; // one value stands for a list of it
        UsedVariables = true;
        return variables.TryGetValue(variable.Name.StringValue, out var given)
            ? given switch { null => null, string => 1, System.Collections.ICollection many => many.Count, System.Collections.IEnumerable many => many.Cast<object?>().Count(), _ => 1 }
            : Declared(variable) is GraphQLListValue fallback ? Length(fallback) : null;
    }

    private GraphQLValue? Declared(GraphQLVariable variable) =>
        operation.Variables?.Items.FirstOrDefault(v => v.Variable.Name.Value == variable.Name.Value)?.DefaultValue;

    private double? Number(GraphQLValue? value)
    {
        if (value is GraphQLIntValue number)
            return double.TryParse(number.Value.Span, CultureInfo.InvariantCulture, out var literal) ? Math.Max(0, literal) : null;
        if (value is not GraphQLVariable variable)
            return null;
        UsedVariables = true;
        if (variables.TryGetValue(variable.Name.StringValue, out var given))
            return given is IConvertible and not string ? Math.Max(0, Convert.ToDouble(given, CultureInfo.InvariantCulture)) : null;
        return Declared(variable) is GraphQLIntValue fallback ? Number(fallback) : null;
    }
}
