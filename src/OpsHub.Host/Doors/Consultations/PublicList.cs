using System.Text.Json;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What was published in a unit (公告列表): newest first, a page at a time, for everyone. C002.</summary>
internal sealed class PublicList(IPublishedPapers published, IHubDirectory directory, PaperNames names, ILogger<PublicList> logger)
{
    private const int PageSize = 20;

    private static readonly Refusal NoUnit = new(RefusalCodes.InvalidInput, "C002", "一(二)", "unit",
        "unit 应为单位代码，如 430203001001", "unit must be the code of a unit, e.g. 430203001001");

    private static readonly Refusal BadCursor = new(RefusalCodes.InvalidInput, "C002", "一(二)", "after", "after 不是本列表的游标", "after is not a cursor of this list");

    /// <summary>A page of the list.</summary>
    public async Task<IResult> Page(HttpContext http, string? unit, string? after, CancellationToken cancel)
    {
        try
        {
            if (!UnitCode.TryParse(unit ?? directory.City?.Value, out var code) || directory.Unit(code) is null)
                return PublicDoor.Told(http, StatusCodes.Status400BadRequest, NoUnit);
            var page = await published.Published(code, new PageRequest(PageSize, after is { Length: > 0 } ? after : null, null, null), cancel);
            var next = page.HasNext ? $"{PaperAddresses.PublicRoot}?unit={code}&after={Uri.EscapeDataString(page.Items[^1].Cursor)}" : null;
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
            DoorLog.Failed(logger, PaperAddresses.PublicRoot, failure);
            return PublicDoor.Busy(http);
        }
    }

    private static Words NameOf(PublishedPaper paper) => paper.Announcement is { } kind ? PaperWords.Of(kind) : PaperWords.Notice;

    private string Html(UnitCode unit, Page<PublishedPaperRow> page, string? next, bool english)
    {
        string In(string zh, string en) => english ? en : zh;
        var title = In($"{names.Unit(unit)}协商公告", $"Consultations of {names.Unit(unit)}");
        return PublicPage.Page(title, english, Markup.Of($"""
            <header><div class="kind">{In("城乡社区协商", "Community consultation")}</div><h1>{title}</h1></header>
            <section>{(page.Items.Count == 0 ? Markup.Of($"<p>{In("尚无公告。", "Nothing has been published yet.")}</p>") : null)}<ol class="list">
            {page.Items.Select(i => Item(i.Row, unit, english))}</ol></section>
            {(next is null ? null : Markup.Of($"<p><a href=\"{next}{(english ? "&lang=en" : "")}\">{In("更早的公告", "Earlier")}</a></p>"))}
            """)).ToString();
    }

    private Markup Item(PublishedPaperRow row, UnitCode unit, bool english) => Markup.Of($"""
        <li><div class="meta">{NameOf(row.Paper).In(english)} · {PaperDates.Day(row.Paper.At)}{(row.Home == unit ? "" : " · " + names.Unit(row.Home))}{(row.Paper.Late ? Markup.Of($" <span class=\"state bad\">{(english ? "late" : "逾期公布")}</span>") : null)}</div>
        <a href="{PaperAddresses.Public(row)}">{row.Title}</a></li>

        """);

    private string Json(UnitCode unit, Page<PublishedPaperRow> page, string? next) => JsonSerializer.Serialize(
        new
        {
            Unit = new { Code = unit.Value, Name = names.Unit(unit) },
            Items = page.Items.Select(i => new
            {
                i.Row.Number,
                i.Row.Title,
                Kind = i.Row.Paper.Announcement is { } kind ? $"{DoorNames.Of(kind)}_ANNOUNCEMENT" : DoorNames.Of(PaperKind.Notice),
                i.Row.Paper.Id,
                Home = new { Code = i.Row.Home.Value, Name = names.Unit(i.Row.Home) },
                PublishedAt = DoorInstants.Text(i.Row.Paper.At),
                Due = i.Row.Paper.Due is { } due ? DoorInstants.Text(due) : null,
                OnTime = i.Row.Paper.Due is null ? (bool?)null : !i.Row.Paper.Late,
                Address = PaperAddresses.Public(i.Row),
            }),
            Next = next,
        },
        PaperJson.Options);
}
