using System.Globalization;
using OpsHub.Domain.Cases;

namespace OpsHub.Host.Doors.Open311;

/// <summary>Which requests a client asks for.</summary>
/// <param name="Numbers">Case numbers; when given, nothing else counts.</param>
/// <param name="Codes">Service codes; empty for all.</param>
/// <param name="From">Reported from.</param>
/// <param name="Until">Reported until, this instant included.</param>
/// <param name="Open">Only open ones, only closed ones, or null for both.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="PageSize">Requests on a page.</param>
internal sealed record Open311Query(
    IReadOnlyList<string> Numbers, IReadOnlyList<string> Codes, DateTimeOffset From, DateTimeOffset Until, bool? Open, int Page, int PageSize)
{
    /// <summary>Most requests that one search reaches, by whatever pages.</summary>
    public const int Most = 1_000;

    private const int MostNumbers = 100;
    private const int MostCodes = 20;
    private static readonly TimeSpan Span = TimeSpan.FromDays(90);
    private static readonly CaseStage[] All = Enum.GetValues<CaseStage>();

    /// <summary>Stages that the status asked for stands for; null for any.</summary>
    public IReadOnlyList<CaseStage>? Stages => Open is { } open ? [.. All.Where(s => s.IsOpen() == open)] : null;

    /// <summary>How many of the newest must be read to have this page.</summary>
    public int Reach => Page * PageSize;

    /// <exception cref="DoorRefusedException">A parameter is malformed or out of range.</exception>
    public static Open311Query Read(IQueryCollection query, DateTimeOffset now)
    {
        var (start, end) = (Instant("start_date"), Instant("end_date"));
        var from = start ?? (end ?? now) - Span;
        var until = end ?? (start is null ? now : start.Value + Span);
        if (until < from)
            throw Wrong("end_date", "早于 start_date", "lies before start_date");
        if (until - from > Span)
            throw Wrong("end_date", "与 start_date 最多相隔 90 天", "lies at most 90 days after start_date");
        var (page, size) = (Whole("page", 1), Whole("page_size", Most));
        if ((long)page * size > Most)
            throw Wrong("page", $"一次检索最多 {Most} 件，请缩小日期范围", $"a search reaches {Most} requests at most; narrow start_date and end_date");
        return new(Several("service_request_id", MostNumbers), Several("service_code", MostCodes), from, until, Status(), page, size);

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

        IReadOnlyList<string> Several(string name, int most)
        {
            var values = (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToArray();
            return values.Length <= most && values.All(v => v.Length <= 100) ? values : throw Wrong(name, $"最多 {most} 个", $"takes at most {most} values");
        }

        DateTimeOffset? Instant(string name) => Text(name) is not { } text ? null
            : DoorInstants.TryParse(text.Replace(' ', '+'), out var at) ? at // a plus in an address is a space
            : throw Wrong(name, "应为 2010-01-01T00:00:00Z 这样的时间", "must be in w3 format, e.g. 2010-01-01T00:00:00Z");

        int Whole(string name, int byDefault) => Text(name) is not { } text ? byDefault
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number
            : throw Wrong(name, $"应为 1–{Most} 的整数", $"must be a whole number from 1 to {Most}");

        bool? Status()
        {
            var asked = Several("status", 2);
            if (asked.Except(["open", "closed"]).Any())
                throw Wrong("status", "应为 open 或 closed", "must be open or closed");
            return asked.Count == 1 ? asked[0] == "open" : null;
        }
    }

    private static DoorRefusedException Wrong(string field, string zh, string en) => new(DoorRefusals.Input(field, zh, en));
}
