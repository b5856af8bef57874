using System.Text.Json;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Host.Doors.Consultations;
using OpsHub.Host.Options;

namespace OpsHub.Host.Doors.Surveys;

/// <summary>Issues tokens and answers with their sheet to print (测评码打印), once: the same command again has nothing to show. The township's own. A024.</summary>
internal sealed class SlipDoor(IGrainFactory grains, IHubDirectory directory, IOptions<HubOptions> hub, ILogger<SlipDoor> logger)
{
    private static readonly Refusal Shown = new(
        "TOKENS_SHOWN", "A024", "二(三)", "commandId", "这批测评码已显示过一次，不再保存明文；确有需要请另行发放", "These tokens were shown once and are kept nowhere in clear; issue others where they are needed");

    private static readonly Refusal NoSurvey = new(RefusalCodes.NotFound, "A024", "二(三)", null, "没有这项测评", "There is no such survey");

    /// <summary>Issues to one group: <c>{"commandId": "...", "group": "SERVICE_USERS", "count": 40}</c>.</summary>
    public async Task<IResult> Issue(HttpContext http, string agency, int year, string township, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        try
        {
            if (!OrganCode.TryParse(agency, out var organ) || organ.Kind != OrganKind.Agency || year is < 2000 or > 9999 || !UnitCode.TryParse(township, out var unit)
                || unit.Level != UnitLevel.Township || !SurveyAccess.Runs(ActorClaims.FromClaims(http.User)!, unit)) // nobody else is told whether there is one
                return Refused(http, NoSurvey, StatusCodes.Status404NotFound);
            var fields = new JsonFields(JsonDocument.Parse(await DoorBody.Text(http.Request, DoorBody.Json, cancel)).RootElement, "", ["commandId", "group", "count"]);
            var command = new IssueTokens(fields.Choice<RaterGroup>("group"), (int)(fields.Number("count", 1_000_000) ?? 0));
            var survey = grains.Survey(GrainKeys.Survey(organ, year, unit));
            var (reply, tokens) = await survey.Issue(command, new CommandContext(fields.Text("commandId"), ActorClaims.FromClaims(http.User)!));
            if ((reply.Refusal ?? (tokens.Count == 0 ? Shown : null)) is { } refusal)
                return Refused(http, refusal, refusal.Code == RefusalCodes.NotFound ? StatusCodes.Status404NotFound : refusal == Shown ? StatusCodes.Status409Conflict : DoorStatus.Of(refusal));
            http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(SlipSheet.Style);
            var at = (await survey.Get())!.State;
            return Results.Text(
                SlipSheet.Of(at, command.Group!.Value, [.. tokens.Select(t => $"{Base(http.Request)}{SurveyPaths.Rate}/{t}")], directory.NameOf(organ), directory.NameOf(OrganCode.Of(unit))).ToString(),
                PublicAnswer.Html);
        }
        catch (DoorRefusedException refused)
        {
            return Refused(http, refused.Refusal, refused.Status);
        }
        catch (JsonException)
        {
            return Refused(http, DoorRefusals.Body("请求不是有效的 JSON", "the body is no valid JSON"), StatusCodes.Status400BadRequest);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, SurveyPaths.Slips, failure);
            return Refused(http, DoorRefusals.Busy, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Refused(HttpContext http, Refusal refusal, int status)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(new { errors = new[] { new { code = refusal.Code, rule = refusal.Rule, clause = refusal.Clause, field = refusal.Field, zh = refusal.Zh, en = refusal.En } } }, statusCode: status);
    }

    // Behind a proxy the hub does not know its own name: then the option says it.
    private string Base(HttpRequest request) => hub.Value.PublicAddress?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
}
