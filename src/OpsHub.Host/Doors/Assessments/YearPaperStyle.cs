using OpsHub.Host.Doors.Consultations;

namespace OpsHub.Host.Doors.Assessments;

/// <summary>How the papers of a year look: the documents' own style, with tables and places to sign.</summary>
internal static class YearPaperStyle
{
    /// <summary>The style sheet, carried in the page and named by its hash in the page's policy.</summary>
    public static readonly Markup Sheet = Markup.Own(PaperStyle.Paper + """

        h1{margin:2mm 2mm 3mm}
        .sub{text-align:center;text-indent:0;margin-bottom:5mm}
        h2{font-family:SimHei,"黑体",STHeiti,"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;font-weight:500;font-size:15pt;line-height:24pt;margin:3mm 0 1mm;break-after:avoid}
        ol{margin:0;padding-left:3em}
        li{overflow-wrap:anywhere;text-align:justify}
        table{width:100%;border-collapse:collapse;font-size:11.5pt;line-height:16pt;margin:1mm 0 2mm}
        thead{display:table-header-group}
        tr{break-inside:avoid}
        th,td{border:.3mm solid #000;padding:1mm 1.6mm;vertical-align:middle;text-align:left;overflow-wrap:anywhere}
        th{font-family:SimHei,"黑体","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;font-weight:500;text-align:center}
        td.c{text-align:center}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        tr.sum td{font-weight:700}
        .small{font-size:10pt;line-height:15pt;text-indent:0;color:#333}
        .signs{display:grid;grid-template-columns:1fr 1fr;border:.3mm solid #000;margin-top:6mm;break-inside:avoid}
        .signs div{padding:3mm 4mm;min-height:44mm;font-size:13pt;line-height:21pt}
        .signs div+div{border-left:.3mm solid #000}
        .signs .wide{grid-column:1/-1;min-height:0;border-left:0;border-top:.3mm solid #000}
        .signs p{text-indent:0;text-align:left}
        .signed{color:#1b6b3a;font-family:SimHei,"黑体","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;font-size:11pt}
        .draft{color:#c8102e;text-align:center;text-indent:0;margin-bottom:2mm}
        """.ReplaceLineEndings("\n"));
}
