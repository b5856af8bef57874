using OpsHub.Contracts.Trace;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Trace;

/// <summary>Computes from the stored heads, subject by subject in order, what every seal says: the root of what changed with each, and the newest one's root over all.</summary>
internal sealed class SealRoots(IReadOnlyList<TraceSeal> seals)
{
    private readonly Dictionary<long, (TraceSeal Seal, MerkleRoot Changed)> _byRun = seals.ToDictionary(s => s.Run, s => (s, new MerkleRoot()));
    private readonly MerkleRoot _all = new();

    /// <summary>Takes all heads of one subject, by run.</summary>
    public void Add(IReadOnlyList<StoredHead> heads)
    {
        foreach (var head in heads)
            _byRun[head.Run].Changed.Add(head.Head);
        _all.Add(heads[^1].Head);
    }

    /// <summary>What heads of one subject mark in its chain, shortest first.</summary>
    public IReadOnlyList<SealMark> Marks(IReadOnlyList<StoredHead> heads) =>
        [.. heads.Select(h => (Of: _byRun[h.Run].Seal, h.Head)).Select(h => new SealMark(h.Of.Number, h.Of.Day, h.Head.Length, h.Head.Head)).OrderBy(m => m.Length)];

    /// <summary>Seals whose root is not what the heads stored with them give.</summary>
    public IEnumerable<TraceFault> Faults()
    {
        foreach (var (seal, changed) in _byRun.Values)
        {
            if (changed.Count != seal.Changed || changed.Value() != seal.ChangedRoot)
                yield return Fault(seal, $"其封存的 {seal.Changed} 个链头与存储的不符", $"its root over {seal.Changed} changed heads is not that of the stored ones");
        }

        if (seals is [.., var newest] && (_all.Count != newest.Chains || _all.Value() != newest.Root))
            yield return Fault(newest, $"其总根与存储的 {newest.Chains} 个链头不符", $"its root over all {newest.Chains} heads is not that of the stored ones");
    }

    /// <summary>Seals that don't follow the one before; only the first is told, since all after it rest on it.</summary>
    public IEnumerable<TraceFault> Links()
    {
        for (var i = 0; i < seals.Count; i++)
        {
            if (TraceSeal.Fault(i == 0 ? null : seals[i - 1], seals[i]) is not var (zh, en))
                continue;
            yield return Fault(seals[i], zh, en);
            yield break;
        }
    }

    private static TraceFault Fault(TraceSeal seal, string zh, string en) => new("seal", seal.Number, $"第 {seal.Number} 号封存（{seal.Day:yyyy-MM-dd}）：{zh}", $"seal {seal.Number} of {seal.Day:yyyy-MM-dd}: {en}");
}
