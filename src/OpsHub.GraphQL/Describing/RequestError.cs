using GraphQL;

namespace OpsHub.GraphQL.Describing;

/// <summary>A question that can't be answered as it was asked; names the argument at fault.</summary>
internal class RequestError : ExecutionError
{
    public RequestError(string code, string message, string? field = null) : base(message)
    {
        Code = code;
        if (field is not null)
            Extensions = new() { ["field"] = field };
    }

    public static RequestError Input(string field, string message) => new("INVALID_INPUT", message, field);

    /// <summary>Not there, or outside of what the actor may see: the two answer alike.</summary>
    public static RequestError NotFound(string what) => new("NOT_FOUND", $"There is no {what} within what you may see.");
}

/// <summary>Overloaded, or a part of the hub is away: ask again in a second. HTTP 429.</summary>
internal sealed class RetryLaterRequestError() : RequestError("RETRY_LATER", "The hub is overloaded or a part of it is away. Ask again in a second.");
