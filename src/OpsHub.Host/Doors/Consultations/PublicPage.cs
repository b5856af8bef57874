using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A document's public page (公开页面): what is public, and the proof of when it was published. C002, C040.</summary>
internal static class PublicPage
{
    /// <summary>The page.</summary>
    /// <param name="paper">The document.</param>
    /// <param name="text">What it says.</param>
    /// <param name="proof">When it was published.</param>
    /// <param name="later">What has become of it since.</param>
    /// <param name="unit">Name of the unit it belongs to.</param>
    /// <param name="english">Whether what stands around the document is in English.</param>
    public static Markup Of(Paper paper, PaperText text, PaperProof proof, PaperLater later, string unit, bool english)
    {
        string In(string zh, string en) => english ? en : zh;
        var stage = ConsultationWording.Of(later.Stage);
        return Page(text.Heading, english, Markup.Of($"""
            <header><div class="kind">{text.Name.In(english)}</div><h1>{text.Heading}</h1>
            <p class="meta">{unit} · {In("编号", "number")} {paper.State.Number} · {In("目前进展", "now")}：{In(stage.Zh, stage.En)}</p></header>
            {later.Notes(english).Select(n => Markup.Of($"<section class=\"note\"><p>{n.Text}{(n.Address is null ? null : Markup.Of($" <a href=\"{n.Address}\">{In("查看", "see")}</a>"))}</p></section>\n"))}
            <section lang="zh-CN"><p>{text.Opening}</p>
            {text.Items.Select(i => Markup.Of($"<h2>{i.Heading}</h2>{i.Lines.Select(line => Markup.Of($"<p>{line}</p>"))}\n"))}{(text.Closing is null ? null : Markup.Of($"<p>{text.Closing}</p>"))}
            <p class="sign">{text.Signatory}
            {text.Date}</p></section>
            {ProofCard.Of(proof, english)}
            <footer>{In("本页面内容自公布时起不再改动；之后的进展另行标注。不含个人信息，人数不足5的不予显示。", "What this page says is unchanged since it was published; later steps are marked apart. It holds no personal data; counts below 5 are not shown.")}
            <a href="?lang={In("en", "zh")}">{In("English", "中文")}</a></footer>
            """));
    }

    /// <summary>A page of this look.</summary>
    public static Markup Page(string title, bool english, Markup body) => Markup.Of($"""
        <!doctype html>
        <html lang="{(english ? "en" : "zh-CN")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title><style>{PaperStyle.Public}</style></head>
        <body><main>
        {body}
        </main></body></html>

        """);
}
