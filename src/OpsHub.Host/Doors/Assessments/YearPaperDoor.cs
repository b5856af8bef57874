using Microsoft.IdentityModel.JsonWebTokens;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Commands;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>Printable papers of an agency's year (责任书、考核结果单), for those who may read it: by bearer header, or by a link asked for with one.</summary>
internal sealed class YearPaperDoor(YearPapers papers, PaperLinks links, PaperNames names, HubClock clock, ILogger<YearPaperDoor> logger)
{
    private const string Private = "private, no-store";

    private static readonly Refusal NoLink = new(RefusalCodes.NotAllowed, "R046", "四(五)", null, "打印链接无效或已过期，请在系统中重新打开", "The link is not valid or has lapsed; open the paper again from the hub");

    private static readonly Refusal NoYear = new(RefusalCodes.NotFound, "R046", "四(五)", null, "没有这份文书，或不在您的可见范围内", "There is no such paper within what you may see");

    /// <summary>Which papers there are, each with a link that holds some minutes.</summary>
    public Task<IResult> Links(HttpContext http, string agency, int year) => Guarded(http, async () =>
    {
        var actor = ActorClaims.FromClaims(http.User)!;
        if (await papers.Find(actor, agency, year) is not { } found)
            return PublicDoor.Told(http, StatusCodes.Status404NotFound, NoYear);
        var (link, until) = links.Make(actor, http.User.FindFirst(JwtRegisteredClaimNames.Jti)?.Value, found.View.Key);
        http.Response.Headers.CacheControl = Private;
        string Address(string kind) => $"{YearPaperAddresses.Of(found.State.Agency, year, kind)}?link={Uri.EscapeDataString(link)}";
        (string Kind, string Title)[] all = found.Sight.Totals
            ? [(YearPaperAddresses.Letter, "年度目标责任书"), (YearPaperAddresses.Result, "考核结果单")]
            : [(YearPaperAddresses.Letter, "年度目标责任书")];
        return Results.Json(new { ExpiresAt = DoorInstants.Text(until), Papers = all.Select(p => new { p.Kind, p.Title, Address = Address(p.Kind) }) }, PaperJson.Options);
    });

    /// <summary>The letter, to sign or as it was signed.</summary>
    public Task<IResult> Letter(HttpContext http, string agency, int year, string? link) => One(http, agency, year, link, found => LetterPage.Of(found, names, PublicAnswer.IsEnglish(http.Request)));

    /// <summary>The result with every line of its score; only for those who read totals.</summary>
    public Task<IResult> Result(HttpContext http, string agency, int year, string? link) =>
        One(http, agency, year, link, found => found.Sight.Totals ? ResultPage.Of(found, names, clock.Now, PublicAnswer.IsEnglish(http.Request)) : null);

    private Task<IResult> One(HttpContext http, string agency, int year, string? link, Func<FoundYear, Markup?> page) => Guarded(http, async () =>
    {
        http.Response.Headers.CacheControl = Private;
        var actor = link is null ? ActorClaims.FromClaims(http.User) : await links.Read(link, $"year-{agency}-{year:0000}");
        if (actor is null)
            return PublicDoor.Told(http, StatusCodes.Status401Unauthorized, NoLink);
        if (await papers.Find(actor, agency, year) is not { } found || page(found) is not { } html)
            return PublicDoor.Told(http, StatusCodes.Status404NotFound, NoYear);
        http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(YearPaperStyle.Sheet);
        return Results.Text(html.ToString(), PublicAnswer.Html);
    });

    private async Task<IResult> Guarded(HttpContext http, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, http.Request.Path, failure);
            return PublicDoor.Busy(http);
        }
    }
}
