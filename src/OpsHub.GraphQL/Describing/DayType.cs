using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using OpsHub.Domain.Calendars;

namespace OpsHub.GraphQL.Describing;

/// <summary>A calendar day of Asia/Shanghai.</summary>
internal sealed class DayType : ScalarGraphType
{
    public DayType()
    {
        Name = "Date";
        Description = "A calendar day (日期) in Asia/Shanghai, YYYY-MM-DD.";
    }

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly day => LocalDay.Text(day),
        _ => ThrowSerializationError(value),
    };

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => Parse((string)text.Value) ?? ThrowLiteralConversionError(value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateOnly => value,
        string text => Parse(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    private static object? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
