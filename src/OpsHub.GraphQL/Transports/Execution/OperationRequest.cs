using System.Text.Json;
using GraphQL;

namespace OpsHub.GraphQL.Transports.Execution;

/// <summary>The parameters of one operation, as the GraphQL over HTTP specification names them.</summary>
internal sealed record OperationRequest(string Query, string? OperationName, Inputs Variables, Inputs Extensions, string VariablesText)
{
    public static OperationRequest From(JsonElement body, IGraphQLTextSerializer serializer)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw new BadRequestError("The request must be one JSON object.");
        try
        {
            var query = Text(body, "query");
            return string.IsNullOrWhiteSpace(query)
                ? throw new BadRequestError("The parameter \"query\" is missing.")
                : new(query, Text(body, "operationName"), Map(body, "variables", serializer), Map(body, "extensions", serializer),
                    body.TryGetProperty("variables", out var variables) ? variables.GetRawText() : "");
        }
        catch (InvalidOperationException)
        {
            throw new BadRequestError("The request is not valid UTF-8."); // JsonElement finds out when it decodes a string
        }
    }

    private static string? Text(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new BadRequestError($"The parameter \"{name}\" must be a string.");

    private static Inputs Map(JsonElement body, string name, IGraphQLTextSerializer serializer)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return Inputs.Empty;
        if (value.ValueKind != JsonValueKind.Object)
            throw new BadRequestError($"The parameter \"{name}\" must be a map.");
        try
        {
            return serializer.ReadNode<Inputs>(value) ?? Inputs.Empty;
        }
        catch (ArgumentException)
        {
            throw new BadRequestError($"The parameter \"{name}\" has a name twice.");
        }
    }
}

/// <summary>A request that is no GraphQL request at all.</summary>
internal sealed class BadRequestError : ExecutionError
{
    public BadRequestError(string message) : base(message) => Code = "BAD_REQUEST";
}
