using System.Security.Cryptography;
using System.Text;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>How documents look: one style sheet for paper and one for public pages, each carried in its page and named by its hash in the page's policy.
/// No script, no picture, no font comes from anywhere.</summary>
internal static class PaperStyle
{
    /// <summary>A4 as offices print: a red head, Fangsong text, Heiti items; smaller than an official letter's 16 pt, so that a notice keeps to one sheet.</summary>
    public static readonly Markup Paper = Sheet("""
        @page{size:A4;margin:18mm 24mm 14mm 26mm}
        *{box-sizing:border-box}
        html{background:#d9d9d6}
        body{margin:0;font-family:FangSong,FangSong_GB2312,"仿宋","仿宋_GB2312",STFangsong,"FZFangSong-Z02","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;font-size:15pt;line-height:23.5pt;color:#000}
        .sheet{min-height:297mm;width:210mm;margin:8mm auto;padding:18mm 24mm 14mm 26mm;background:#fff;box-shadow:0 1mm 4mm #0004;display:flex;flex-direction:column}
        .head{text-align:center;color:#c8102e;font-family:"FZXiaoBiaoSong-B05S","方正小标宋简体",STZhongsong,"华文中宋","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;font-weight:700;font-size:34pt;line-height:1.25;letter-spacing:.08em;margin:0 -8mm 0 calc(.08em - 8mm)}
        .head.long{font-size:25pt}
        .line{display:flex;justify-content:space-between;border-bottom:2.2pt solid #c8102e;margin:5mm 0 0;padding-bottom:2mm;line-height:1.4}
        h1{font-family:"FZXiaoBiaoSong-B05S","方正小标宋简体",STZhongsong,"华文中宋","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;font-size:22pt;line-height:32pt;font-weight:700;text-align:center;margin:8mm 2mm 6mm;text-wrap:balance;overflow-wrap:anywhere}
        p{margin:0;text-indent:2em;text-align:justify;overflow-wrap:anywhere;orphans:2;widows:2}
        p b{font-family:SimHei,"黑体",STHeiti,"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;font-weight:500}
        .sign{margin:6mm 0 0 auto;text-align:center;break-inside:avoid;break-before:avoid;padding-right:10mm}
        .sign p{text-indent:0;text-align:center;white-space:nowrap}
        .foot{display:flex;align-items:center;gap:5mm;margin-top:auto;padding-top:5mm;break-inside:avoid}
        .foot div{font-family:SimHei,"黑体","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;font-size:9.5pt;line-height:1.6;color:#333;overflow-wrap:anywhere}
        .qr{width:28mm;height:28mm;flex:none;border:.3mm solid #bbb}
        .late{color:#c8102e}
        .tip{max-width:210mm;margin:6mm auto -2mm;font:13px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#444;text-align:center}
        @media print{html{background:#fff}.tip{display:none}.sheet{margin:0;padding:0;box-shadow:none;width:auto;min-height:264mm}}
        """);

    /// <summary>For telephones first: large text, strong contrast, dark where the reader wants it.</summary>
    public static readonly Markup Public = Sheet("""
        :root{--ink:#1c1c1a;--soft:#5b5b57;--bg:#f4f2ee;--card:#fff;--line:#e3dfd7;--red:#b3122a;--green:#1b6b3a;--amber:#8a5200}
        @media (prefers-color-scheme:dark){:root{--ink:#ecebe7;--soft:#a9a7a0;--bg:#161614;--card:#20201d;--line:#3a3934;--red:#ff7a86;--green:#6fd394;--amber:#f0b35a}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);font:17px/1.75 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
        main{max-width:44rem;margin:0 auto;padding:1.25rem 1rem 3rem}
        header{border-top:.35rem solid var(--red);padding:1.1rem 0 .2rem}
        .kind{color:var(--red);font-weight:600;letter-spacing:.05em}
        h1{font-family:"Noto Serif CJK SC","Source Han Serif SC",STSong,SimSun,serif;font-size:1.6rem;line-height:1.4;margin:.2rem 0 .5rem;text-wrap:balance;overflow-wrap:anywhere}
        .meta{color:var(--soft);font-size:.92rem;margin:0}
        section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1.1rem 1.2rem;margin-top:1rem}
        section p{margin:.35rem 0;white-space:pre-line;overflow-wrap:anywhere}
        h2{font-size:1.02rem;margin:1rem 0 .15rem}
        section>h2:first-child{margin-top:0}
        .state{display:inline-block;font-weight:600;padding:.1rem .6rem;border-radius:1rem;border:1px solid currentColor;font-size:.92rem}
        .ok{color:var(--green)}.bad{color:var(--red)}.note{border-left:.3rem solid var(--amber)}
        dl{display:grid;grid-template-columns:minmax(6.5em,auto) 1fr;gap:.35rem 1rem;margin:.6rem 0}
        dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
        code{font:.86rem/1.6 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;background:color-mix(in srgb,var(--line) 55%,transparent);padding:.1rem .3rem;border-radius:.25rem;overflow-wrap:anywhere}
        ol.list{list-style:none;margin:0;padding:0}
        ol.list li{padding:.8rem 0;border-top:1px solid var(--line)}
        ol.list li:first-child{border-top:0}
        a{color:inherit;text-decoration-color:var(--red);text-underline-offset:.2em}
        .sign{text-align:right;margin-top:1rem}
        details{margin-top:.6rem}summary{cursor:pointer;color:var(--soft)}
        footer{color:var(--soft);font-size:.86rem;margin-top:1.4rem}
        @media print{body{background:#fff}section{break-inside:avoid}}
        """);

    /// <summary>The policy of a page with one of them: nothing but this very style sheet.</summary>
    public static string Policy(Markup sheet) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet.ToString())))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static Markup Sheet(string css) => Markup.Own(css.ReplaceLineEndings("\n"));
}
