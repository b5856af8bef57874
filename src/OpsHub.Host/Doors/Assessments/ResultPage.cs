using System.Globalization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>The result of an agency's year with every line of its score (考核结果单), as far as the actor reads it. A017-A036; a forecast until it is final, and says so.</summary>
internal static class ResultPage
{
    public static Markup Of(FoundYear found, PaperNames names, DateTimeOffset now, bool english)
    {
        var (s, agency) = (found.State, names.Organ(found.State.Agency));
        var all = Scorecard.Of(s);
        var lines = all.FindAll(found.Sight.Of);
        return Markup.Of($"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{agency}{s.Year}年度考核结果单</title><style>{YearPaperStyle.Sheet}</style></head>
            <body>
            <div class="tip" lang="{(english ? "en" : "zh-CN")}">{(english ? "Printable result sheet, A4. The sheet itself is in Chinese." : "可打印考核结果单（A4）。请用浏览器的打印功能，页边距选“默认”，不打印页眉页脚。")}</div>
            <article class="sheet">
            <h1>派驻机构{s.Year}年度考核结果单</h1>
            <p class="sub">{agency}</p>
            {(s.Score is null ? Markup.Of($"<p class=\"draft\">未核定：以下为截至目前的数据，不是考核结果</p>") : null)}
            <table><tbody>
            <tr><th>派出部门</th><td>{names.Organ(s.Department)}</td><th>驻地</th><td>{names.Unit(s.Host)}</td></tr>
            <tr><th>环节</th><td>{AssessmentWording.Of(s.Stage)}</td><th>责任书</th><td>{(s.HasLetter ? "已签订" : "未签订")}</td></tr>
            <tr><th>机构等次</th><td>{(s.Grade is { } grade ? AssessmentWording.Of(grade) : "未评定")}</td><th>负责人等次</th><td>{(s.HeadGrade is { } head ? AssessmentWording.Of(head) : "未评定")}</td></tr>
            </tbody></table>
            <h2>计分明细</h2>
            <table><thead><tr><th>项目</th><th>乡镇街道</th><th>依据数据</th><th>得分</th><th>计入权重</th><th>折合总分</th><th>条款</th></tr></thead><tbody>
            {lines.Select(l => Line(l, names))}
            </tbody></table>
            {(lines.Count < all.Count ? Markup.Of($"<p class=\"small\">另有{all.Count - lines.Count}项按权限不显示。</p>") : null)}
            <p class="small">“假定”表示文件未规定，按本系统默认规则计算。各项不作四舍五入；显示至四位小数，余位截去。</p>
            {Satisfied(lines, names)}{Adjusted(found, names)}{Revised(found, names)}
            <div class="foot"><div>制表时间：{PaperDates.Second(now)}。年度留痕第{found.View.Length}条，校验值 {found.View.Head[..16]}…</div></div>
            </article>
            </body></html>

            """);
    }

    private static Markup Line(ScoreLine l, PaperNames names) => Markup.Of($"""
        <tr class="{(l.Kind is ScoreLineKind.Total or ScoreLineKind.TownshipRate ? "sum" : "")}"><td>{Name(l)}</td><td class="c">{(l.Township is { } township ? names.Unit(township) : "")}</td><td>{Data(l)}</td><td class="n">{Value(l)}</td><td class="n">{(l.Kind is ScoreLineKind.Total or ScoreLineKind.TownshipRate ? "" : Share(l.Worth))}</td><td class="n">{(l.Kind == ScoreLineKind.TownshipRate ? "" : Shown(l.Points))}</td><td class="c">{Clause(l.Basis)}</td></tr>

        """);

    private static string Name(ScoreLine l) => l.Kind switch
    {
        ScoreLineKind.Component => AssessmentWording.Of(l.Component!.Value),
        ScoreLineKind.Satisfaction => "满意度测评",
        ScoreLineKind.Statutory => "法定职责考核",
        ScoreLineKind.Total => "总分",
        _ => "乡镇部分得分率",
    };

    private static string Data(ScoreLine l) => l switch
    {
        { Adjusted: { } adjusted } => $"人工调整（计算值 {(adjusted.Computed is { } computed ? Shown(computed) : "无")}）",
        { Figures: { Deducted: > 0 } f } => $"{f.Part}/{f.Of}，扣{f.Deducted}分",
        { Figures: { } f } => $"{f.Part}/{f.Of}",
        { Kind: ScoreLineKind.Satisfaction, Groups: { } groups } => $"有效票 {groups.Sum(g => g.Ballots ?? 0)}",
        { Value: null } => "尚缺",
        _ => "",
    };

    private static string Value(ScoreLine l) => l.Kind == ScoreLineKind.TownshipRate ? l.Value is { } rate ? Share(rate) : "—" : Shown(l.Value);

    private static string Clause(TermBasis basis) => basis.Kind == BasisKind.Assumed ? $"{basis.Clause}（假定）" : basis.Clause;

    private static Markup? Satisfied(IEnumerable<ScoreLine> lines, PaperNames names)
    {
        var rated = lines.Where(l => l.Groups is not null).SelectMany(l => l.Groups!.Select(g => (l.Township, Group: g))).ToList();
        return rated.Count == 0 ? null : Markup.Of($"""
            <h2>满意度测评</h2>
            <table><thead><tr><th>乡镇街道</th><th>测评主体</th><th>有效票</th><th>平均分</th><th>离散度</th></tr></thead><tbody>
            {rated.Select(r => Markup.Of($"<tr><td class=\"c\">{names.Unit(r.Township!.Value)}</td><td>{AssessmentWording.Of(r.Group.Group)}</td><td class=\"n\">{(r.Group.Ballots is { } ballots ? $"{ballots}" : "不足，不计")}</td><td class=\"n\">{Shown(r.Group.Mean)}</td><td class=\"n\">{Shown(r.Group.Spread)}</td></tr>\n"))}
            </tbody></table>
            """);
    }

    private static Markup? Adjusted(FoundYear found, PaperNames names) => found.State.Adjustments.FindAll(a => found.Sight.Of(a.Township)) is not { Count: > 0 } all ? null : Markup.Of($"""
        <h2>人工调整</h2>
        <table><thead><tr><th>乡镇街道</th><th>考核内容</th><th>计算值</th><th>调整值</th><th>理由</th><th>时间</th></tr></thead><tbody>
        {all.Select(a => Markup.Of($"<tr><td class=\"c\">{names.Unit(a.Township)}</td><td>{AssessmentWording.Of(a.Component)}</td><td class=\"n\">{Shown(a.Computed)}</td><td class=\"n\">{Shown(a.Value)}</td><td>{names.Masked(a.Reason)}{(a.Withdrawn is { } back ? Markup.Of($"（{PaperDates.Day(back.At)}撤回：{names.Masked(back.Reason)}）") : null)}</td><td class=\"c\">{PaperDates.Day(a.At)}</td></tr>\n"))}
        </tbody></table>
        """);

    private static Markup? Revised(FoundYear found, PaperNames names) => found.State.Revisions is not { Count: > 0 } all ? null : Markup.Of($"""
        <h2>历次修订</h2>
        <table><thead><tr><th>时间</th><th>理由</th><th>原总分</th><th>原等次</th></tr></thead><tbody>
        {all.Select(r => Markup.Of($"<tr><td class=\"c\">{PaperDates.Day(r.At)}</td><td>{(r.Lines.TrueForAll(found.Sight.Of) ? names.Masked(r.Reason) : "按权限不显示")}</td><td class=\"n\">{Shown(r.Score?.Total)}</td><td class=\"c\">{(r.Grade is { } grade ? AssessmentWording.Of(grade) : "—")}</td></tr>\n"))}
        </tbody></table>
        """);

    // Cut, never rounded up: what lies below a bar is not shown as reaching it.
    private static string Shown(decimal? value) => value is { } known ? Cut(known).ToString("0.00##", CultureInfo.InvariantCulture) : "—";

    private static string Share(decimal value) => Cut(value * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static decimal Cut(decimal value) => decimal.Truncate(value * 10_000m) / 10_000m;
}
