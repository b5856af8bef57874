using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using OpsHub.Domain.Calendars;

namespace OpsHub.GraphQL.Describing;

/// <summary>An instant. Written with +08:00; read with any offset, but never without one.</summary>
internal sealed class InstantType : ScalarGraphType
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFzzz";

    private static readonly string[] Readable =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public InstantType()
    {
        Name = "DateTime";
        Description = "An instant (时刻), ISO 8601. Written with the offset +08:00 of Asia/Shanghai, to the millisecond; read with any offset or Z, "
            + "never without one.";
    }

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset at => LocalDay.Local(at).ToString(Written, CultureInfo.InvariantCulture),
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
        DateTimeOffset at => at.ToUniversalTime(),
        string text => Parse(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    private static object? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;
}
