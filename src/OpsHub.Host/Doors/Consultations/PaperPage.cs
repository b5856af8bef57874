namespace OpsHub.Host.Doors.Consultations;

/// <summary>A document as it is printed and posted (可打印文书): A4, Chinese, with a QR code that leads to its public page.</summary>
internal static class PaperPage
{
    private const string Ordinals = "一二三四五六七八九十";
    private const int LongHead = 12;

    /// <summary>The page.</summary>
    /// <param name="paper">The document.</param>
    /// <param name="text">What it says.</param>
    /// <param name="proof">When it was published.</param>
    /// <param name="head">Name in the red head: the unit.</param>
    /// <param name="address">Absolute address of its public page, or null where it has none.</param>
    /// <param name="english">Whether what stands around the document is in English.</param>
    public static Markup Of(Paper paper, PaperText text, PaperProof proof, string head, string? address, bool english) => Markup.Of($"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{text.Heading}</title><style>{PaperStyle.Paper}</style></head>
        <body>
        <div class="tip" lang="{(english ? "en" : "zh-CN")}">{Tip(english)}</div>
        <article class="sheet">
        <div class="head{(head.Length > LongHead ? " long" : "")}">{head}</div>
        <div class="line"><span>编号：{paper.State.Number}</span><span>{Mark(paper)}</span></div>
        <h1>{text.Heading}</h1>
        <p>{text.Opening}</p>
        {text.Items.Select((item, i) => Item(Ordinals[i], item))}{(text.Closing is null ? null : Markup.Of($"<p>{text.Closing}</p>"))}
        <div class="sign"><p>{text.Signatory}</p><p>{text.Date}</p></div>
        {Foot(paper, proof, address)}
        </article>
        </body></html>

        """);

    // Each line that was written is a paragraph of its own, set in like the others.
    private static Markup Item(char ordinal, PaperItem item)
    {
        var lines = item.Lines;
        return lines.Count == 1
            ? Markup.Of($"<p><b>{ordinal.ToString()}、{item.Heading}。</b>{lines[0]}</p>\n")
            : Markup.Of($"<p><b>{ordinal.ToString()}、{item.Heading}</b></p>\n{lines.Select(line => Markup.Of($"<p>{line}</p>\n"))}");
    }

    private static string Tip(bool english) => english
        ? "Printable document, A4. Use the browser's print command; default margins, no headers and footers. The document itself is in Chinese."
        : "可打印文书（A4）。请用浏览器的打印功能，页边距选“默认”，不打印页眉页脚。";

    private static string Mark(Paper paper) => paper.Kind == PaperKind.Announcement ? $"第{paper.Id}号公告" : $"第{paper.State.Round}轮协商";

    private static Markup Foot(Paper paper, PaperProof proof, string? address) => address is null
        ? Markup.Of($"""<div class="foot"><div>内部文书，以发布的协商公告为准。留痕第{proof.Entry.Sequence}条，校验值 {proof.Entry.Hash[..16]}…</div></div>""")
        : Markup.Of($"""
            <div class="foot">{QrCode.Svg(address, "公开页面二维码")}<div>{Scan(paper)}<br>{address}<br>{Published(paper, proof)}</div></div>
            """);

    // A plan is published by its round's notice: its code leads there, and its own time is when it was made.
    private static string Scan(Paper paper) => paper.Kind == PaperKind.Plan ? "扫码查看据此发布的协商公告。" : "扫码查看公开页面，核对公布时间。";

    // A late announcement says so of itself, on paper too.
    private static Markup Published(Paper paper, PaperProof proof) => paper.Kind == PaperKind.Plan ? Markup.Of($"制定时间：{PaperDates.Instant(proof.PublishedAt)}") : paper.Kind == PaperKind.Announcement && proof.Due is { } due
        ? Markup.Of($"公布时间：{PaperDates.Instant(proof.PublishedAt)}，<span class=\"{(proof.Late ? "late" : "")}\">{(proof.Late ? $"逾期（应于{PaperDates.Bound(due)}前公布）" : "按时公布")}</span>")
        : Markup.Of($"公布时间：{PaperDates.Instant(proof.PublishedAt)}");
}
