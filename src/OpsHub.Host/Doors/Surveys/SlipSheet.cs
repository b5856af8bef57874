using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Surveys;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Surveys;

/// <summary>Slips to cut and hand out (测评码页): A4, two in a row, each with the QR code of a one-time address. No number: nothing to write beside a name.</summary>
internal static class SlipSheet
{
    public static readonly Markup Style = Markup.Own("""
        @page{size:A4;margin:10mm}
        *{box-sizing:border-box}
        html{background:#d9d9d6}
        body{margin:0;font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",SimHei,sans-serif;color:#000}
        .tip{max-width:190mm;margin:6mm auto;font-size:14px;line-height:1.7}
        .sheet{width:190mm;margin:0 auto;background:#fff;display:grid;grid-template-columns:1fr 1fr}
        .slip{display:flex;gap:4mm;align-items:center;padding:5mm;height:46mm;border:.2mm dashed #777;break-inside:avoid;overflow:hidden}
        .qr{width:34mm;height:34mm;flex:none}
        .slip p{margin:0 0 1mm;font-size:10.5pt;line-height:1.4}
        .slip b{display:block;font-size:12.5pt;line-height:1.35;margin-bottom:1mm}
        @media print{html{background:#fff}.tip{display:none}}
        """.ReplaceLineEndings("\n"));

    /// <summary>The sheet.</summary>
    /// <param name="s">The survey.</param>
    /// <param name="group">The group they are for.</param>
    /// <param name="addresses">One-time addresses.</param>
    /// <param name="agency">Name of the agency.</param>
    /// <param name="township">Name of the township.</param>
    public static Markup Of(Survey s, RaterGroup group, IReadOnlyList<string> addresses, string agency, string township) => Markup.Of($"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{agency}满意度测评码（{AssessmentWording.Of(group)}）</title><style>{Style}</style></head>
        <body>
        <div class="tip">{township}：{agency} {s.Year} 年满意度测评，{AssessmentWording.Of(group)}，共 {addresses.Count} 张。<b>本页只显示这一次，系统不保存测评码，请立即打印。</b>请混在一起随机发放，不要登记谁领了哪一张。</div>
        <div class="sheet">
        {addresses.Select(address => Slip(s, group, address, agency, township))}
        </div>
        </body></html>

        """);

    private static Markup Slip(Survey s, RaterGroup group, string address, string agency, string township) => Markup.Of($"""
        <div class="slip">{QrCode.Svg(address, "测评二维码")}<div><b>请您评价{agency}</b><p>{township} {s.Year} 年满意度测评（{AssessmentWording.Of(group)}）</p><p>{LocalDay.Text(LocalDay.Of(s.OpensAt))} 至 {LocalDay.BoundText(s.ClosesAt)}</p><p>微信扫码，不记名，每张只能用一次。</p></div></div>

        """);
}
