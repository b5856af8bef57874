namespace OpsHub.Domain.Trace;

/// <summary>Walks one chain from its first entry, entry by entry, and recomputes every hash; on its way it meets what was sealed of the chain. G021.</summary>
/// <param name="subject">Grain key.</param>
/// <param name="marks">What seals say of the chain, shortest first.</param>
public sealed class TraceWalk(string subject, IReadOnlyList<SealMark>? marks = null)
{
    private readonly IReadOnlyList<SealMark> _marks = marks ?? [];
    private int _passed;

    /// <summary>Entries walked so far.</summary>
    public long Length { get; private set; }

    /// <summary>Hash of the newest entry walked.</summary>
    public string Head { get; private set; } = TraceHash.Genesis;

    /// <summary>Takes the next entry; the fault when it does not fit.</summary>
    public TraceFault? Next(TraceEntry entry)
    {
        Length++;
        if (entry.Sequence != Length)
            return Fault(Length, $"应为第 {Length} 条，实为第 {entry.Sequence} 条", $"expected entry {Length}, found {entry.Sequence}");
        if (TraceHash.AlgorithmOf(entry) != TraceHash.Algorithm)
            return Fault(Length, $"未知的哈希算法 {entry.HashAlgorithm}", $"the hash algorithm {entry.HashAlgorithm} is not known");
        if (entry.PreviousHash != Head)
            return Fault(Length, "与上一条的哈希不相接", "does not continue the hash of the entry before");
        if (TraceHash.Of(subject, entry) != entry.Hash)
            return Fault(Length, "内容与哈希不符", "content does not match its hash");
        Head = entry.Hash;
        for (; _passed < _marks.Count && _marks[_passed].Length <= Length; _passed++)
        {
            if (_marks[_passed] is { } mark && (mark.Length != Length || mark.Head != Head))
                return Fault(Length, $"与第 {mark.Seal} 号封存（{mark.Day:yyyy-MM-dd}）的链头不符", $"is not what seal {mark.Seal} of {mark.Day:yyyy-MM-dd} has as the chain's head");
        }

        return null;
    }

    /// <summary>The fault when the chain does not end as its document says, or is shorter than it was when it was sealed.</summary>
    /// <param name="head">Head that the document states.</param>
    /// <param name="length">Length that the document states.</param>
    public TraceFault? End(string head, long length)
    {
        if (Length != length)
            return Fault(Length + 1, $"应有 {length} 条，实有 {Length} 条", $"{length} entries are stated, {Length} found");
        if (head != Head)
            return Fault(Length, "链头与末条不符", "the head is not the last entry's hash");
        return _passed == _marks.Count ? null : Missing(_marks[_passed]);
    }

    private TraceFault Missing(SealMark mark) => Fault(
        Length + 1,
        $"第 {mark.Seal} 号封存（{mark.Day:yyyy-MM-dd}）时有 {mark.Length} 条，现只有 {Length} 条", $"had {mark.Length} entries at seal {mark.Seal} of {mark.Day:yyyy-MM-dd}, now {Length}");

    private TraceFault Fault(long sequence, string zh, string en) => new(subject, sequence, zh, en);
}
