using System.Text.Json;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Host.Options;
using OpsHub.Host.Pages;

namespace OpsHub.Host.Doors.Tickets;

/// <summary>The hotline's door (12345 热线接入): files tickets one by one or many at once, and answers how they stand. G017, G053.</summary>
internal sealed class TicketDoor(
    TicketIntake intake, SourceSystems systems, IGrainFactory grains, IHubDirectory directory, CallerLimits limits, IOptions<DoorOptions> options, ILogger<TicketDoor> logger)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/doors/hotline/tickets";

    // A batch is one request: it may keep so many writes under way, not all of them.
    private const int AtOnce = 8;

    private static readonly string[] Media = [.. DoorBody.Json, DoorBody.Lines];

    /// <summary>Files what the body holds. One object is answered by itself; an array, or lines, by a list of answers in the same order.</summary>
    public async Task<IResult> File(HttpContext http, CancellationToken cancel)
    {
        var actor = ActorClaims.FromClaims(http.User)!;
        try
        {
            var body = await DoorBody.Text(http.Request, Media, cancel);
            if (DoorBody.MediaOf(http.Request) == DoorBody.Lines)
                return await Batch(http, actor, TicketReader.Lines(body), TicketReader.Parse);
            var (items, isBatch) = TicketReader.Elements(body);
            if (isBatch)
                return await Batch(http, actor, items, item => item);
            var (status, answer, location) = await One(actor, () => items[0]);
            TicketAnswers.AskAgain(http, status);
            if (location is not null)
                http.Response.Headers.Location = location;
            return Results.Json(answer, contentType: location is null ? "application/problem+json" : null, statusCode: status);
        }
        catch (DoorRefusedException refused)
        {
            return TicketAnswers.Problem(http, refused.Refusal, refused.Status, null);
        }
    }

    /// <summary>How a ticket stands; for the key of its own system, and within what the key may read.</summary>
    public async Task<IResult> Status(HttpContext http, string number, string? system)
    {
        var actor = ActorClaims.FromClaims(http.User)!;
        try
        {
            var key = GrainKeys.CaseOfTicket(systems.Of(actor, system), number.Trim());
            return await grains.Case(key).Get() is { Case.Source: not null } view && CaseReading.May(directory, actor, view.Case)
                ? Results.Json(SourceStatus.Now(view.Case, view.Length, directory.NameOf, directory.Masked))
                : TicketAnswers.Problem(http, new(RefusalCodes.NotFound, "G053", "三(四)", "number", $"没有工单 {number}", $"There is no ticket {number}"), StatusCodes.Status404NotFound, number);
        }
        catch (DoorRefusedException refused)
        {
            return TicketAnswers.Problem(http, refused.Refusal, refused.Status, number);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            return TicketAnswers.Problem(http, DoorRefusals.Busy, StatusCodes.Status429TooManyRequests, number);
        }
    }

    private async Task<IResult> Batch<T>(HttpContext http, Actor actor, IReadOnlyList<T> items, Func<T, JsonElement> read)
    {
        var most = options.Value.TicketsPerBatch;
        if (items.Count == 0 || items.Count > most)
            throw new DoorRefusedException(DoorRefusals.Body($"一批应为 1–{most} 件，实为 {items.Count} 件", $"a batch takes 1-{most} tickets, got {items.Count}"));
        var answers = new object[items.Count];
        await Parallel.ForAsync(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            // The request itself was counted; each further ticket counts as one more.
            var (status, answer, _) = i == 0 || limits.MayStart(http, http.User)
                ? await One(actor, () => read(items[i]))
                : Refused(DoorRefusals.Busy, StatusCodes.Status429TooManyRequests, null);
            lock (http)
                TicketAnswers.AskAgain(http, status);
            answers[i] = new { Index = i, Status = status, Answer = answer };
        });
        return Results.Json(new { Results = answers });
    }

    private async Task<(int Status, object Answer, string? Location)> One(Actor actor, Func<JsonElement> element)
    {
        string? number = null;
        try
        {
            var json = element();
            number = TicketReader.NumberOf(json);
            var filed = await intake.File(actor, TicketReader.Read(json));
            var (status, answer) = TicketAnswers.Of(filed);
            return (status, answer, TicketAnswers.Location(filed));
        }
        catch (DoorRefusedException refused)
        {
            return Refused(refused.Refusal, refused.Status, number);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, Path, failure);
            return Refused(DoorRefusals.Busy, StatusCodes.Status429TooManyRequests, number);
        }
    }

    private static (int, object, string?) Refused(Refusal refusal, int status, string? number)
    {
        var (code, body) = TicketAnswers.Of(refusal, status, number);
        return (code, body, null);
    }
}
