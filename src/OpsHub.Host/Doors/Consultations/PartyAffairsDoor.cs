using System.Text.Json;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Notices on party affairs of a unit's communities (党务公开): for everyone, without sign-in, newest first. C061.</summary>
internal sealed class PartyAffairsDoor(ICouncilIndex index, IHubDirectory directory, PaperNames names, ILogger<PartyAffairsDoor> logger)
{
    private const int PageSize = 20;

    private static readonly Refusal NoUnit = new(RefusalCodes.InvalidInput, "C061", "三(一)", "unit", "unit 应为单位代码，如 430203001001", "unit must be the code of a unit, e.g. 430203001001");

    private static readonly Refusal BadCursor = new(RefusalCodes.InvalidInput, "C061", "三(一)", "after", "after 不是本列表的游标", "after is not a cursor of this list");

    /// <summary>A page of the list.</summary>
    public async Task<IResult> Page(HttpContext http, string? unit, string? after, CancellationToken cancel)
    {
        try
        {
            if (!UnitCode.TryParse(unit ?? directory.City?.Value, out var code) || directory.Unit(code) is null)
                return PublicDoor.Told(http, StatusCodes.Status400BadRequest, NoUnit);
            var filter = new SupportFilter(Communities(code), SupportKind.PartyAffairsNotice);
            var page = await index.Records(filter, new PageRequest(PageSize, after is { Length: > 0 } ? after : null, null, null), cancel);
            var next = page.HasNext ? $"{PaperAddresses.PartyAffairs}?unit={code}&after={Uri.EscapeDataString(page.Items[^1].Cursor)}" : null;
            if (PublicAnswer.WantsJson(http.Request))
                return PublicAnswer.Of(http, Json(code, page, next), PublicAnswer.Json);
            http.Response.Headers.ContentSecurityPolicy = PaperStyle.Policy(PaperStyle.Public);
            return PublicAnswer.Of(http, Html(code, page, next, PublicAnswer.IsEnglish(http.Request)), PublicAnswer.Html);
        }
        catch (BadCursorException)
        {
            return PublicDoor.Told(http, StatusCodes.Status400BadRequest, BadCursor);
        }
        catch (Exception failure) when (DoorStatus.MayPass(failure))
        {
            DoorLog.Failed(logger, PaperAddresses.PartyAffairs, failure);
            return PublicDoor.Busy(http);
        }
    }

    private UnitCode[] Communities(UnitCode unit) => unit.Level >= UnitLevel.Community
        ? [unit.At(UnitLevel.Community)]
        : [.. directory.Descendants(unit, UnitLevel.Community).Select(u => u.Code)];

    private string Html(UnitCode unit, Page<SupportRecordRow> page, string? next, bool english)
    {
        string In(string zh, string en) => english ? en : zh;
        var title = In($"{names.Unit(unit)}党务公开", $"Party affairs of {names.Unit(unit)}");
        return PublicPage.Page(title, english, Markup.Of($"""
            <header><div class="kind">{In("社区党务公开", "Party affairs")}</div><h1>{title}</h1></header>
            <section>{(page.Items.Count == 0 ? Markup.Of($"<p>{In("尚无公开事项。", "Nothing has been published yet.")}</p>") : null)}<ol class="list">
            {page.Items.Select(i => Markup.Of($"<li><div class=\"meta\">{LocalDay.Text(i.Row.Record.On)}{(i.Row.Unit == unit ? "" : " · " + names.Unit(i.Row.Unit))}</div>{names.Masked(i.Row.Record.Text)}</li>\n"))}</ol></section>
            {(next is null ? null : Markup.Of($"<p><a href=\"{next}{(english ? "&lang=en" : "")}\">{In("更早的公开事项", "Earlier")}</a></p>"))}
            """)).ToString();
    }

    private string Json(UnitCode unit, Page<SupportRecordRow> page, string? next) => JsonSerializer.Serialize(
        new
        {
            Unit = new { Code = unit.Value, Name = names.Unit(unit) },
            Items = page.Items.Select(i => new { Community = new { Code = i.Row.Unit.Value, Name = names.Unit(i.Row.Unit) }, On = LocalDay.Text(i.Row.Record.On), Text = names.Masked(i.Row.Record.Text) }),
            Next = next,
        },
        PaperJson.Options);
}
