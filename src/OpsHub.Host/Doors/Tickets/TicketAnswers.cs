using OpsHub.Domain.Commands;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>What a ticket is answered with: its case, or a problem (RFC 9457) that names number, field and rule.</summary>
internal static class TicketAnswers
{
    private const string Path = TicketDoor.Path;

    /// <summary>A filed ticket: 201 when it is new, 200 when it was filed before.</summary>
    public static (int Status, object Body) Of(FiledTicket filed) => (
        filed.Repeated ? StatusCodes.Status200OK : StatusCodes.Status201Created,
        new { filed.System, filed.Number, filed.CaseNumber, filed.Repeated, Status = Location(filed) });

    /// <summary>Where the status of a filed ticket is asked for. A slash in its number stays one: escaped, the server would leave it so.</summary>
    public static string Location(FiledTicket filed) =>
        $"{Path}/{string.Join('/', filed.Number.Split('/').Select(Uri.EscapeDataString))}?system={Uri.EscapeDataString(filed.System)}";

    /// <summary>A refusal.</summary>
    public static (int Status, object Body) Of(Refusal refusal, int status, string? number) => (status, new
    {
        Type = "about:blank",
        Title = refusal.Code,
        Status = status,
        Detail = refusal.Zh,
        DetailEn = refusal.En,
        refusal.Code,
        refusal.Rule,
        refusal.Clause,
        refusal.Field,
        Number = number,
    });

    /// <summary>The whole answer to a request that is refused.</summary>
    public static IResult Problem(HttpContext http, Refusal refusal, int status, string? number)
    {
        AskAgain(http, status);
        return Results.Json(Of(refusal, status, number).Body, contentType: "application/problem+json", statusCode: status);
    }

    /// <summary>When something is to be sent again, after how long.</summary>
    public static void AskAgain(HttpContext http, int status)
    {
        if (status == StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = "1";
    }
}
