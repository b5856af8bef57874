using System.Security.Cryptography;
using System.Text;
using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Surveys;

/// <summary>How the page of a token looks: for any telephone, large, strong in contrast, dark where the reader wants it; no script and nothing fetched.</summary>
internal static class RateStyle
{
    public static readonly Markup Sheet = Markup.Own("""
        :root{--ink:#1a1a18;--soft:#55554f;--bg:#f4f2ee;--card:#fff;--line:#8d897f;--red:#b3122a;--on:#fff;--warn:#8a3b00}
        @media (prefers-color-scheme:dark){:root{--ink:#f0efea;--soft:#b9b7ae;--bg:#161614;--card:#22221f;--line:#85827a;--red:#ff8b94;--on:#1a0508;--warn:#ffc27a}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--ink);font:1.125rem/1.6 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
        main{max-width:34rem;margin:0 auto;padding:1rem .75rem 2.5rem}
        header{border-top:.35rem solid var(--red);padding:.8rem 0 0}
        header.done{border-color:#1b6b3a}
        h1{font-size:1.5rem;line-height:1.35;margin:.1rem 0 .3rem;overflow-wrap:anywhere}
        .kind{color:var(--red);font-weight:600;margin:0}
        .meta{color:var(--soft);margin:0}
        .lead{margin:.7rem 0}
        .warn{border:2px solid var(--warn);color:var(--warn);border-radius:.5rem;padding:.5rem .7rem;margin:.7rem 0;font-weight:600}
        fieldset{border:0;background:var(--card);border-radius:.7rem;margin:0 0 .75rem;padding:.1rem .6rem .7rem;min-width:0}
        fieldset.missing{outline:3px solid var(--warn)}
        legend{float:left;width:100%;font-weight:700;font-size:1.2rem;padding:.5rem 0 .35rem}
        legend em{color:var(--warn);font-style:normal;font-size:1rem;margin-left:.6em}
        .answers{clear:both;display:grid;grid-template-columns:repeat(auto-fit,minmax(2.95em,1fr));gap:.4rem}
        label{position:relative;display:block}
        input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
        label span{display:flex;align-items:center;justify-content:center;text-align:center;height:100%;min-height:3.6rem;padding:.25rem .1em;border:2px solid var(--line);border-radius:.5rem;font-size:1rem;line-height:1.3;overflow-wrap:anywhere}
        input:checked+span{background:var(--red);border-color:var(--red);color:var(--on);font-weight:700}
        input:focus-visible+span{outline:3px solid var(--ink);outline-offset:2px}
        button{display:block;width:100%;min-height:3.6rem;border:0;border-radius:.7rem;background:var(--red);color:var(--on);font:inherit;font-size:1.35rem;font-weight:700;cursor:pointer}
        button:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
        footer{color:var(--soft);font-size:1rem;margin-top:1rem}
        """.ReplaceLineEndings("\n"));

    /// <summary>Nothing but this very style sheet, and a form that goes to ourselves.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet.ToString())))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
}
