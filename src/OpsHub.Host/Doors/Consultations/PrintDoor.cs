using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Printable documents (可打印文书), for those who may read the consultation: by bearer header, or by a link asked for with one.</summary>
internal sealed class PrintDoor(PaperReading papers, PaperLinks links, PaperNames names, IHubDirectory directory, IOptions<HubOptions> hub, ILogger<PrintDoor> logger)
{
    private const string Private = "private, no-store";

    private static readonly Refusal NoLink = new(RefusalCodes.NotAllowed, "R046", "四(五)", null,
        "打印链接无效或已过期，请在系统中重新打开", "The link is not valid or has lapsed; open the document again from the hub");

    /// <summary>Which documents there are, each with a link that holds some minutes.</summary>
    public Task<IResult> Links(HttpContext http, string number, CancellationToken cancel) => Guarded(http, async () =>
    {
        var actor = ActorClaims.FromClaims(http.User)!;
        if (await papers.Find(number, cancel) is not { } found || !Reads(actor, found))
            return PublicDoor.Nothing(http);
        var (link, until) = links.Make(actor, http.User.FindFirst(JwtRegisteredClaimNames.Jti)?.Value, number);
        http.Response.Headers.CacheControl = Private;
        return Results.Json(
            new
            {
                ExpiresAt = DoorInstants.Text(until),
                Papers = found.Papers.All.Select(p => new
                {
                    Kind = DoorNames.Of(p.Kind),
                    p.Id,
                    Title = PaperWords.Of(p).Zh,
                    At = DoorInstants.Text(p.At),
                    Address = $"{PaperAddresses.Print(p)}?link={Uri.EscapeDataString(link)}",
                    PublicAddress = p.Kind == PaperKind.Plan ? null : PaperAddresses.Public(p),
                }),
            },
            PaperJson.Options);
    });

    /// <summary>A round's plan.</summary>
    public Task<IResult> Plan(HttpContext http, string number, int round, string? link, CancellationToken cancel) => One(http, number, PaperKind.Plan, round, link, cancel);

    /// <summary>A round's notice.</summary>
    public Task<IResult> Notice(HttpContext http, string number, int round, string? link, CancellationToken cancel) => One(http, number, PaperKind.Notice, round, link, cancel);

    /// <summary>An announcement.</summary>
    public Task<IResult> Announcement(HttpContext http, string number, int id, string? link, CancellationToken cancel) => One(http, number, PaperKind.Announcement, id, link, cancel);

    private Task<IResult> One(HttpContext http, string number, PaperKind kind, int id, string? link, CancellationToken cancel) => Guarded(http, async () =>
    {
        http.Response.Headers.CacheControl = Private;
        if ((link is null ? ActorClaims.FromClaims(http.User) : await links.Read(link, number)) is not { } actor)
            return PublicDoor.Told(http, StatusCodes.Status401Unauthorized, NoLink);
        if (await papers.Find(number, cancel) is not { } found || !Reads(actor, found) || found.Papers.Find(kind, id) is not { } paper)
            return PublicDoor.Nothing(http);
        http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(PaperStyle.Paper);
        // A plan leads to the notice that made it public, once there is one.
        var open = kind == PaperKind.Plan ? found.Papers.Find(PaperKind.Notice, id) : paper;
        var page = PaperPage.Of(
            paper, PaperText.Of(paper, names), PaperProof.Of(found.Key, paper), names.Unit(paper.State.Place.Home),
            open is null ? null : Base(http.Request) + PaperAddresses.Public(open), PublicAnswer.IsEnglish(http.Request));
        return Results.Text(page.ToString(), PublicAnswer.Html);
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

    private bool Reads(Actor actor, FoundPapers found) => found.Papers.Now is var state
        && ConsultationAccess.Reads(actor, directory.PlaceNow(found.Place, state.Communities), directory.CommunitiesNow(state.Communities), state.Matter.DelegatedBy, ConsultationStanding.Of(state), directory.IsWithin);

    // Behind a proxy the hub does not know its own name: then the option says it.
    private string Base(HttpRequest request) => hub.Value.PublicAddress?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
}
