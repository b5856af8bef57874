using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>The part of a public page that proves when a document was published, and says how to check it.</summary>
internal static class ProofCard
{
    public static Markup Of(PaperProof proof, bool english)
    {
        string In(string zh, string en) => english ? en : zh;
        return Markup.Of($"""
            <section><h2>{In("公布证明", "Proof of publication")}</h2>
            {(proof.Due is null ? null : Markup.Of($"<p><span class=\"state {(proof.Late ? "bad" : "ok")}\">{(proof.Late ? In("逾期公布", "published late") : In("按时公布", "published on time"))}</span></p>"))}
            <dl><dt>{In("公布时间", "published")}</dt><dd>{PaperDates.Instant(proof.PublishedAt)}</dd>
            {Due(proof, In)}<dt>{In("系统记录时间", "recorded")}</dt><dd>{PaperDates.Second(proof.RecordedAt)}{In("（北京时间）", " (+08:00)")}{(proof.Backdated ? In("（补录）", " (entered afterwards)") : "")}</dd>
            <dt>{In("留痕序号", "entry of the trace")}</dt><dd>{In("第", "no. ")}{proof.Entry.Sequence}{In("条", "")}</dd>
            <dt>{In("校验值", "hash")} {TraceHash.AlgorithmOf(proof.Entry)}</dt><dd><code>{proof.Entry.Hash}</code></dd></dl>
            <details><summary>{In("如何核对", "How to check")}</summary>
            <p>{In(
                "每一步都写入留痕链：校验值由前一条的校验值和本条的时间、内容等计算得出，任何改动都会使之后的校验值不符。可向公布单位申请核对：",
                "Every step is an entry of a chain: its hash is computed from the hash before it and from its own instant and content, so that any change breaks all that follow. Ask the body that published it to run:")}</p>
            <p>1. <code>opshub verify-trace {proof.Subject}</code>{In("：校验整条留痕链；", ": verifies the whole chain;")}</p>
            <p>2. <code>opshub export-trace --day {proof.Day} --out trace.ndjson</code>{In("：导出当日留痕及其封存根，任何人可用独立的校验程序（deploy/verifier）重新计算，并与本页的校验值比对。", ": exports that day's entries with their seal; anyone may recompute them with the independent verifier (deploy/verifier) and compare with the hash on this page.")}</p>
            </details></section>
            """);
    }

    private static Markup Due(PaperProof proof, Func<string, string, string> words) => proof.Due is not { } due || proof.Basis is not { } basis
        ? Markup.None
        : Markup.Of($"<dt>{words("应公布时限", "due")}</dt><dd>{PaperDates.Bound(due)}{words("前", "")}（{PaperProof.Clause(basis)}）</dd>\n");
}
