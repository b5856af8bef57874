using OpsHub.Domain.Commands;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Public pages of notices and announcements (公开页面): no sign-in, cacheable, only what is public. C002: residents may read announcements.</summary>
internal sealed class PublicDoor(PaperReading papers, PaperNames names, ILogger<PublicDoor> logger)
{
    private const string NotKept = "no-store";

    /// <summary>A round's newest notice.</summary>
    public Task<IResult> Notice(HttpContext http, string number, int round, CancellationToken cancel) => One(http, number, p => p.Find(PaperKind.Notice, round), cancel);

    /// <summary>A round's notice by its entry: what a printed one leads to.</summary>
    public Task<IResult> NoticeOf(HttpContext http, string number, int round, long entry, CancellationToken cancel) => One(http, number, p => p.Notice(round, entry), cancel);

    /// <summary>An announcement.</summary>
    public Task<IResult> Announcement(HttpContext http, string number, int id, CancellationToken cancel) => One(http, number, p => p.Find(PaperKind.Announcement, id), cancel);

    /// <summary>What was asked for is not there, or not public.</summary>
    public static IResult Nothing(HttpContext http) => Told(
        http, StatusCodes.Status404NotFound, new(RefusalCodes.NotFound, "C002", "一(二)", null, "没有这份公告，或尚未公布", "There is no such announcement, or it is not published"));

    /// <summary>The hub is busy.</summary>
    public static IResult Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Told(http, StatusCodes.Status503ServiceUnavailable, DoorRefusals.Busy);
    }

    private async Task<IResult> One(HttpContext http, string number, Func<PublishedPapers, Paper?> which, CancellationToken cancel)
    {
        try
        {
            if (await papers.Find(number, cancel) is not { } found || which(found.Papers) is not { } paper)
                return Nothing(http);
            var (text, proof, later) = (PaperText.Of(paper, names), PaperProof.Of(found.Key, paper), new PaperLater(paper, found.Papers));
            if (PublicAnswer.WantsJson(http.Request))
                return PublicAnswer.Of(http, PaperJson.Of(paper, text, proof, later, names), PublicAnswer.Json);
            http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(PaperStyle.Public);
            return PublicAnswer.Of(http, PublicPage.Of(paper, text, proof, later, names.Unit(paper.State.Place.Home), PublicAnswer.IsEnglish(http.Request)).ToString(), PublicAnswer.Html);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, http.Request.Path, failure);
            return Busy(http);
        }
    }

    /// <summary>A refusal, as page or as JSON.</summary>
    public static IResult Told(HttpContext http, int status, Refusal refusal)
    {
        http.Response.Headers.CacheControl = NotKept;
        if (PublicAnswer.WantsJson(http.Request))
            return Results.Json(new { errors = new[] { new { code = refusal.Code, rule = refusal.Rule, clause = refusal.Clause, field = refusal.Field, zh = refusal.Zh, en = refusal.En } } }, statusCode: status);
        var english = PublicAnswer.IsEnglish(http.Request);
        http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(PaperStyle.Public);
        var page = PublicPage.Page(english ? refusal.En : refusal.Zh, english, Markup.Of($"<header><h1>{(english ? refusal.En : refusal.Zh)}</h1></header>"));
        return Results.Text(page.ToString(), PublicAnswer.Html, statusCode: status);
    }
}
