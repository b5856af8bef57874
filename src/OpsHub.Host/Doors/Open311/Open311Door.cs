using Microsoft.Extensions.Options;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Host.Doors.Tickets;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Open311 GeoReport v2 over the same commands and reading rights as everything else (decision 0016). G041, G053.</summary>
internal sealed class Open311Door(
    Open311Services services, Open311Requests requests, Open311Reports reports, IHubDirectory directory, IOptions<DoorOptions> options, ILogger<Open311Door> logger)
{
    /// <summary>Where it is.</summary>
    public const string Root = "/open311";

    /// <summary>Where version 2 is.</summary>
    public const string Endpoint = Root + "/v2";

    private const string Changed = "2026-11-27T00:00:00+08:00";

    public IResult Discovery(HttpContext http, string format) => Answer(http, format, services: true, _ => new Thing("discovery",
        ("changeset", Changed),
        ("contact", options.Value.Contact),
        ("key_service", "opshub token issue --role Integrator --unit CODE"),
        ("endpoints", new Listing("endpoints", "endpoint",
        [
            new Thing("endpoint",
                ("specification", "http://wiki.open311.org/GeoReport_v2"),
                ("url", $"{http.Request.Scheme}://{http.Request.Host}{Endpoint}"),
                ("changeset", Changed),
                ("type", "production"),
                ("formats", new Listing("formats", "format", ["text/xml", "application/json"]))),
        ]))));

    public IResult Services(HttpContext http, string format) => Answer(http, format, services: true, actor => services.All(actor));

    public IResult Definition(HttpContext http, string code, string format) => Answer(http, format, services: true, actor => services.Definition(actor, code));

    public Task<IResult> List(HttpContext http, string format, CancellationToken cancel) => Answer(http, format, actor => requests.List(actor, http.Request.Query, cancel));

    public Task<IResult> One(HttpContext http, string number, string format, CancellationToken cancel) => Answer(http, format, actor => requests.One(actor, number, cancel));

    public Task<IResult> OfToken(HttpContext http, string token, string format, CancellationToken cancel) => Answer(http, format, actor => requests.OfToken(actor, token, cancel));

    public Task<IResult> Create(HttpContext http, string format) => Answer(http, format, async actor =>
    {
        var form = await Open311Key.Posted(http);
        Jurisdiction(form.Text("jurisdiction_id"));
        return await reports.Create(actor, form, http.Request.Headers["Idempotency-Key"]);
    });

    /// <summary>Paths that there aren't.</summary>
    public static IResult Nothing() => Open311Errors.Write(
        DoorRefusals.Body("没有这个资源；资源名后须有 .json 或 .xml", "there is no such resource; a name ends with .json or .xml"), "xml", StatusCodes.Status404NotFound);

    private IResult Answer(HttpContext http, string format, bool services, Func<Actor?, object> act)
    {
        try
        {
            Check(http, format, anonymous: services && options.Value.OpenServices);
            return Open311Writer.Write(act(ActorClaims.FromClaims(http.User)), format, StatusCodes.Status200OK);
        }
        catch (DoorRefusedException refused)
        {
            return Open311Errors.Write(refused.Refusal, format, refused.Status);
        }
    }

    private async Task<IResult> Answer(HttpContext http, string format, Func<Actor, Task<Listing>> act)
    {
        try
        {
            Check(http, format, anonymous: false);
            return Open311Writer.Write(await act(ActorClaims.FromClaims(http.User)!), format, StatusCodes.Status200OK);
        }
        catch (DoorRefusedException refused)
        {
            TicketAnswers.AskAgain(http, refused.Status);
            return Open311Errors.Write(refused.Refusal, format, refused.Status);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, Endpoint, failure);
            TicketAnswers.AskAgain(http, StatusCodes.Status429TooManyRequests);
            return Open311Errors.Write(DoorRefusals.Busy, format, StatusCodes.Status429TooManyRequests);
        }
    }

    private void Check(HttpContext http, string format, bool anonymous)
    {
        if (!Open311Writer.Knows(format))
            throw new DoorRefusedException(DoorRefusals.Body("格式只有 json 与 xml", "the formats are json and xml"), StatusCodes.Status404NotFound);
        if (!anonymous && ActorClaims.FromClaims(http.User) is null)
        {
            throw new DoorRefusedException(
                new(RefusalCodes.NotAllowed, "R046", "四(五)", "api_key", "api_key 缺失或无效", "Missing or invalid api_key"), StatusCodes.Status403Forbidden);
        }

        Jurisdiction(http.Request.Query["jurisdiction_id"]);
    }

    // There is one; who names another asked the wrong hub.
    private void Jurisdiction(string? named)
    {
        var own = options.Value.Jurisdiction ?? directory.City?.Value;
        if (!string.IsNullOrEmpty(named) && named != own)
            throw new DoorRefusedException(DoorRefusals.Input("jurisdiction_id", $"不存在，本系统为 {own}", $"was not found; this is {own}"), StatusCodes.Status404NotFound);
    }
}
