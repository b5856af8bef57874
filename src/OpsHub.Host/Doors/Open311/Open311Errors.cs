using OpsHub.Domain.Commands;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Refusals as the specification has them: 404 for what isn't there, 403 for the key, 400 for nearly all else; the rule in the words.</summary>
internal static class Open311Errors
{
    public static IResult Write(Refusal refusal, string format, int status)
    {
        var http = status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status413PayloadTooLarge
            or StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status429TooManyRequests ? status : StatusCodes.Status400BadRequest;
        var told = $"{refusal.Zh} / {refusal.En} [{refusal.Code}{(refusal.Field is { } field ? " " + field : "")} {refusal.Rule}{(refusal.Clause.Length == 0 ? "" : " " + refusal.Clause)}]";
        return Open311Writer.Write(new Listing("errors", "error", [new Thing("error", ("code", http), ("description", told))]), format, http);
    }
}
