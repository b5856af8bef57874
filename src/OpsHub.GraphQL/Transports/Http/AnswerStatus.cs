using GraphQL;
using Microsoft.AspNetCore.Http;
using OpsHub.GraphQL.Transports.Execution;

namespace OpsHub.GraphQL.Transports.Http;

/// <summary>
/// The status of an answer. application/graphql-response+json says with it whether the operation ran;
/// application/json says 200 to every well-formed request, as older clients expect.
/// </summary>
internal static class AnswerStatus
{
    public static int Of(ExecutionResult result, AnswerKind kind)
    {
        if (result.Data is not null)
            return StatusCodes.Status200OK;
        var errors = result.Errors ?? [];
        if (errors.Any(e => e.Code == UnauthenticatedError.ErrorCode))
            return StatusCodes.Status401Unauthorized;
        if (errors.Any(e => e.Code == "RETRY_LATER"))
            return StatusCodes.Status429TooManyRequests;
        if (errors.Any(e => e is BodyTooLargeError))
            return StatusCodes.Status413PayloadTooLarge;
        if (errors.Any(e => e is BadRequestError))
            return StatusCodes.Status400BadRequest;
        if (kind == AnswerKind.Json || result.Executed)
            return StatusCodes.Status200OK;
        if (errors.Any(e => e.Code == "TIMEOUT"))
            return StatusCodes.Status503ServiceUnavailable;
        return errors.Any(e => e.Code == "INTERNAL") ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest;
    }

    public static void AddHeaders(HttpContext http, int status)
    {
        if (status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = http.Request.Headers.Authorization.Count > 0
                ? "Bearer realm=\"opshub\", error=\"invalid_token\""
                : "Bearer realm=\"opshub\"";
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "1";
    }
}
