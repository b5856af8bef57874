using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>The public page of what was agreed (阳光工程公示): who carries it out, until when, how far it is. For everyone, and printable. C002, C055, C056.</summary>
internal static class WorksPage
{
    /// <summary>The page.</summary>
    /// <param name="found">The consultation; adopted and published.</param>
    /// <param name="names">Names of bodies.</param>
    /// <param name="today">The local day: what lies before it and is not reached is late.</param>
    /// <param name="english">Whether what stands around the texts is in English.</param>
    public static Markup Of(FoundPapers found, PaperNames names, DateOnly today, bool english)
    {
        string In(string zh, string en) => english ? en : zh;
        var (state, works) = (found.Papers.Now, found.Papers.Works);
        var (adoption, stage) = (state.Adoption!, ConsultationWording.Of(state.Stage));
        var title = $"“{PaperText.Matter(state, names)}”落实情况";
        return PublicPage.Page(title, english, Markup.Of($"""
            <header><div class="kind">{In("阳光工程 · 协商成果落实公示", "What was agreed and how it is carried out")}</div><h1>{title}</h1>
            <p class="meta">{names.Unit(state.Place.Home)} · {In("编号", "number")} {state.Number} · {In("目前进展", "now")}：{In(stage.Zh, stage.En)}</p></header>
            <section><h2>{In("采纳与责任", "Adopted, and who answers for it")}</h2><dl>
            <dt>{In("采纳时间", "adopted")}</dt><dd>{PaperDates.Day(adoption.At)}</dd>
            <dt>{In("实施单位", "carried out by")}</dt><dd>{names.Masked(adoption.ImplementingBody)}</dd>
            {Line(In("责任岗位", "post responsible"), adoption.Owner.Length == 0 ? null : names.Masked(adoption.Owner))}{Line(In("阳光工程编号", "Sunshine works entry"), adoption.SunshineEntry)}</dl></section>
            {Milestones(adoption, names, today, In)}
            <section><h2>{In("进度", "Progress")}</h2>{(works.Steps.IsEmpty ? Markup.Of($"<p>{In("尚未公布进度。", "No progress has been published yet.")}</p>") : null)}<ol class="list">
            {works.Steps.Reverse().Select(s => Step(s, names, In))}</ol></section>
            <footer>{In("进度由实施单位公布，每条均写入留痕链，可向公布单位申请核对。不含个人信息。", "Progress is published by the body that carries it out; each entry stands in the trace. It holds no personal data.")}
            <a href="?lang={In("en", "zh")}">{In("English", "中文")}</a></footer>
            """));
    }

    private static Markup Line(string name, string? text) => text is null ? Markup.None : Markup.Of($"<dt>{name}</dt><dd>{text}</dd>\n");

    private static Markup? Milestones(Adoption adoption, PaperNames names, DateOnly today, Func<string, string, string> words) => adoption.Milestones.IsEmpty ? null : Markup.Of($"""
        <section><h2>{words("节点", "Milestones")}</h2><ol class="list">
        {adoption.Milestones.Select(m => Markup.Of($"<li><div class=\"meta\">{words("计划完成", "planned for")} {LocalDay.Text(m.Due)} {State(m, today, words)}</div>{names.Masked(m.Text)}</li>\n"))}</ol></section>
        """);

    private static Markup State(Milestone m, DateOnly today, Func<string, string, string> words) => m.DoneAt is { } done
        ? Markup.Of($"<span class=\"state {(LocalDay.Of(done) > m.Due ? "bad" : "ok")}\">{words("已完成", "reached")} {LocalDay.Text(LocalDay.Of(done))}</span>")
        : today > m.Due ? Markup.Of($"<span class=\"state bad\">{words("逾期未完成", "late")}</span>") : Markup.None;

    private static Markup Step(WorksStep step, PaperNames names, Func<string, string, string> words) => Markup.Of($"""
        <li><div class="meta">{Name(step, words)} · {PaperDates.Instant(step.At)}</div>{(step.Text is { } text ? names.Masked(text) : "")}
        <div class="meta">{words("留痕第", "entry ")}{step.Entry.Sequence}{words("条，", ", ")}{TraceHash.AlgorithmOf(step.Entry)} <code>{step.Entry.Hash[..16]}…</code></div></li>

        """);

    /// <summary>What a step is called.</summary>
    public static string Name(WorksStep step, Func<string, string, string> words) => step.Kind switch
    {
        WorksStepKind.Began => words("开始实施", "Begun"),
        WorksStepKind.Reached => words($"完成节点{step.Milestone}", $"Milestone {step.Milestone} reached"),
        WorksStepKind.Completed => words("实施完成", "Carried out"),
        WorksStepKind.FedBack => words("落实情况反馈", "Fed back"),
        _ => words("进度", "Progress"),
    };
}
