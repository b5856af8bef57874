using System.Collections.Immutable;
using System.Globalization;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>The responsibility letter as it is printed and signed (年度目标责任书): A4, Chinese. A037-A041: duties, targets, the department's consent, both signatures.</summary>
internal static class LetterPage
{
    private const string Policy = "《关于强化县市区职能部门派驻乡镇（街道）机构属地管理的实施意见》";

    /// <summary>The page; until both have signed it says that it is a draft.</summary>
    public static Markup Of(FoundYear found, PaperNames names, bool english)
    {
        var (s, host, agency) = (found.State, names.Unit(found.State.Host), names.Organ(found.State.Agency));
        return Markup.Of($"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{agency}{s.Year}年度目标责任书</title><style>{YearPaperStyle.Sheet}</style></head>
            <body>
            <div class="tip" lang="{(english ? "en" : "zh-CN")}">{Tip(english)}</div>
            <article class="sheet">
            <h1>{s.Year}年度属地管理目标责任书</h1>
            <p class="sub">{host} — {agency}</p>
            {(s.HasLetter ? null : Markup.Of($"<p class=\"draft\">{Standing(s)}</p>"))}
            <p>根据{Policy}二（五）“与乡镇（街道）签订年度工作目标责任书”，经派出部门{names.Organ(s.Department)}{(s.ConsentedAt is { } at ? $"于{PaperDates.Day(at)}同意" : "（待同意）")}，{host}（甲方）与{agency}（乙方）就{s.Year}年度属地管理工作签订本责任书。</p>
            <h2>一、属地管理职责</h2>
            {(s.Duties.IsEmpty ? Markup.Of($"<p>（乙方尚未梳理属地管理职责。）</p>") : Markup.Of($"<ol>{s.Duties.Select(d => Markup.Of($"<li>{names.Masked(d)}</li>"))}</ol>"))}
            <h2>二、年度目标</h2>
            {Targets(s, names)}
            <h2>三、考核与计分</h2>
            {Scoring(s, names)}
            <h2>四、其他</h2>
            <p>本责任书作为甲方对乙方年度考核的重要依据（二（五））。未签订责任书的，年度目标不得评分，确需评分的须说明理由。本责任书自双方签字之日起生效。</p>
            {Signatures(s, host, agency, names)}
            <div class="foot"><div>{Version(found)}</div></div>
            </article>
            </body></html>

            """);
    }

    private static string Tip(bool english) => english
        ? "Printable letter, A4. Use the browser's print command; default margins, no headers and footers. The letter itself is in Chinese."
        : "可打印责任书（A4）。请用浏览器的打印功能，页边距选“默认”，不打印页眉页脚。";

    private static string Standing(AgencyYear s) => s.ConsentedAt is null ? "未生效文本：计划尚未经派出部门同意，不得签字" : "待签文本：双方签字后生效";

    private static Markup Targets(AgencyYear s, PaperNames names) => s.Targets.IsEmpty ? Markup.Of($"<p>（年度计划尚未拟定。）</p>") : Markup.Of($"""
        <table><thead><tr><th>序号</th><th>目标任务</th><th>衡量标准</th><th>完成时限</th></tr></thead><tbody>
        {s.Targets.Select(t => Markup.Of($"<tr><td class=\"c\">{t.Id}</td><td>{names.Masked(t.Text)}</td><td>{names.Masked(t.Measure)}</td><td class=\"c\">{Day(t.Due)}</td></tr>\n"))}
        </tbody></table>
        """);

    private static Markup Scoring(AgencyYear s, PaperNames names)
    {
        var r = s.Rules;
        return Markup.Of($"""
            <p>年度考核总分＝属地职责考核×{Percent(r.DutyWeight)}＋满意度测评×{Percent(r.SatisfactionWeight)}＋法定职责考核×{Percent(r.StatutoryWeight)}（二（三））。乡镇（街道）考核部分得分率未达{Percent(r.ExcellentMinRate)}的，不得评为优秀等次（二（四））。属地职责考核内容及权重：{string.Join("，", r.Components.Select(c => $"{AssessmentWording.Of(c.Key)} {Percent(c.Value)}"))}{Assumed(r, "DutyComponentWeights")}。</p>
            {SignedWeights(s, names)}
            {(s.Weights.Count < 2 ? null : Markup.Of($"<p>乙方服务{s.Weights.Count}个乡镇（街道），{(r.Area == AreaMethod.Weighted ? "各占权重" : "由驻地乡镇（街道）考核，各地权重")}：{string.Join("，", s.Weights.Select(w => $"{names.Unit(w.Key)} {Percent(w.Value)}"))}（{(s.HasAssumedWeights ? "未设定，按平均，假定" : "二（三）")}）。</p>"))}
            """);
    }

    // Which version each side signed; what holds now stands below it.
    private static Markup? SignedWeights(AgencyYear s, PaperNames names) => !s.HasOtherWeightsThanSigned ? null : Markup.Of($"""
        <p>所服务乡镇（街道）权重已非签字时的权重。{Signed("甲方签字时的", s.TownshipSignedWeights, names)}{Signed("乙方签字时的", s.AgencySignedWeights, names)}{Signed("现行", s.Weights, names)}</p>
        """);

    private static string Signed(string whose, ImmutableSortedDictionary<UnitCode, decimal>? weights, PaperNames names) =>
        weights is null ? "" : $"{whose}权重：{string.Join("，", weights.Select(w => $"{names.Unit(w.Key)} {Percent(w.Value)}"))}。";

    private static string Assumed(AssessmentRules rules, string parameter) => rules.BasisOf(parameter) == BasisKind.Assumed ? "（文件未定，按默认规则，假定）" : "";

    private static Markup Signatures(AgencyYear s, string host, string agency, PaperNames names) => Markup.Of($"""
        <section class="signs">
        {Side($"甲方：{host}", s.TownshipSignedAt)}
        {Side($"乙方：{agency}", s.AgencySignedAt)}
        <div class="wide"><p>派出部门意见：{(s.ConsentedAt is { } at ? $"同意（{names.Organ(s.Department)}，{PaperDates.Day(at)}）" : "　　　　　　　　（盖章）　　　　年　　月　　日")}</p></div>
        </section>
        """);

    private static Markup Side(string party, DateTimeOffset? at) => Markup.Of($"""
        <div><p>{party}（盖章）</p><p>主要负责人（签字）：</p><p><br></p><p>{(at is { } signed ? PaperDates.Day(signed) : "　　　年　　月　　日")}</p>{(at is { } known ? Markup.Of($"<p class=\"signed\">已在系统签订：{PaperDates.Second(known)}</p>") : null)}</div>
        """);

    // The number of the text, and the entry of the trace that anyone may check it by.
    private static string Version(FoundYear found) => found is { Draft: > 0, Text: { } entry }
        ? $"文本版本：第{found.Draft}稿。留痕第{entry.Sequence}条（{PaperDates.Second(entry.At)}），校验值 {entry.Hash[..16]}…。{Validity(found)}"
        : "尚无计划文本。";

    private static string Validity(FoundYear found) => !found.State.HasLetter ? "以双方签字的文本为准。"
        : found.State.HasOtherWeightsThanSigned ? $"双方已签字{(found.Signed is { } signed ? $"（留痕第{signed.Sequence}条，{PaperDates.Second(signed.At)}）" : "")}，签字时的权重与现行不同，见第三条。"
        : "双方已签字，本责任书有效。";

    private static string Percent(decimal share) => (share * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
}
