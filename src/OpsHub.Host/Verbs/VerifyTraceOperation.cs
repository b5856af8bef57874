using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Trace;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;
using OpsHub.Host.Trace;

namespace OpsHub.Host.Verbs;

/// <summary>Chains are to be verified.</summary>
/// <param name="Subject">Grain key, or number of a case or consultation; null for all.</param>
/// <param name="Day">Only subjects with an entry on this day; null for all.</param>
internal sealed record VerifyTraceRequest(string? Subject, DateOnly? Day);

/// <summary>Recomputes every hash of a chain, of a day's chains or of all, and names the first entry of each that does not fit; then folds the events again
/// and names where the stored state differs. What was sealed must still stand in the chains, and the seals must fit each other and their heads. G021.</summary>
internal sealed class VerifyTraceOperation(IStoredStates states, SealedDocuments documents, ITraceSeals seals, ISegmentStore segments, IHubIndex index, IConsultationIndex consultations)
    : IOperation<VerifyTraceRequest>
{
    private const int MostTold = 100;

    public async Task<int> Run(VerifyTraceRequest request, IOperationOutput output, CancellationToken cancel)
    {
        var all = await seals.All(cancel);
        var (roots, upTo) = (new SealRoots(all), all is [.., var newest] ? newest.Run : 0);
        var key = request.Subject is { } asked ? await KeyOf(asked, cancel) : null;
        var of = key is null ? await states.Count(cancel) : 1;
        var faults = new Faults();
        int chains = 0, read = 0;
        long entries = 0;
        await Parallel.ForEachAsync(key is null ? documents.InOrder(upTo, cancel) : One(key, upTo, cancel), cancel, async (document, _) =>
        {
            output.Progress(Math.Min(Interlocked.Increment(ref read), of), of);
            if (await Check(document, roots, request.Day, cancel) is not { } result)
                return;
            Interlocked.Increment(ref chains);
            Interlocked.Add(ref entries, result.Entries);
            faults.Add(result.Fault);
        });
        if (request.Subject is not null && read == 0)
            throw Unknown(request.Subject);
        foreach (var fault in roots.Links())
            faults.Add(fault);
        if (key is null)
            await Roots(roots, upTo, faults, cancel);
        foreach (var fault in faults.First)
            output.Line($"{fault.Subject} #{fault.Sequence}: {fault.Zh} / {fault.En}");
        output.Line($"{chains} 条链、{entries} 条留痕、{all.Count} 次封存，{faults.Count} 处有误 / {chains} chains, {entries} entries, {all.Count} seals, {faults.Count} broken");
        return faults.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    // Apart from the chains, which are checked side by side: a tree is built in order.
    private async Task Roots(SealRoots roots, long upTo, Faults faults, CancellationToken cancel)
    {
        await foreach (var heads in SealedDocuments.BySubject(seals.Heads(upTo, cancel), cancel))
            roots.Add(heads);
        foreach (var fault in roots.Faults())
            faults.Add(fault);
    }

    private async IAsyncEnumerable<SealedDocument> One(string key, long upTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        var heads = await seals.HeadsOf(key, upTo, cancel);
        var stored = (await states.ByKey([key], cancel)).FirstOrDefault();
        if (stored is not null || heads.Count > 0)
            yield return new(key, stored, heads);
    }

    private async Task<string> KeyOf(string subject, CancellationToken cancel) =>
        subject.Length > 0 && char.IsAsciiLetterLower(subject[0]) && subject.Contains('-')
            ? subject
            : (await index.CaseByNumber(subject, cancel))?.Key ?? (await consultations.ByNumber(subject, cancel))?.Key ?? throw Unknown(subject);

    private async Task<(long Entries, TraceFault? Fault)?> Check(SealedDocument document, SealRoots roots, DateOnly? day, CancellationToken cancel)
    {
        try
        {
            if (document.Stored is { } stored && StoredSubject.Of(stored) is { } subject)
                return await Check(document.Key, subject, roots.Marks(document.Heads), day, cancel);
            return document.Heads.Count == 0
                ? null // no subject: a shard or a helper without a chain
                : (0, new TraceFault(document.Key, 1, "封存过的链已不存在", "the chain was sealed and is gone"));
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return (0, new TraceFault(document.Key, 0, "存储的文档无法读取", $"the stored document can't be read: {error.Message}"));
        }
    }

    private async Task<(long Entries, TraceFault? Fault)?> Check(string key, StoredSubject subject, IReadOnlyList<SealMark> marks, DateOnly? day, CancellationToken cancel)
    {
        var chain = subject.Trace!;
        var all = await subject.Entries(key, segments, cancel);
        if (day is { } wanted && !all.Any(e => LocalDay.Of(e.At) == wanted))
            return null;
        var walk = new TraceWalk(key, marks);
        var fault = all.Select(walk.Next).FirstOrDefault(f => f is not null) ?? walk.End(chain.Head, chain.Length);
        return (all.Count, fault ?? TraceReplay.Compare(key, subject.State, all));
    }

    private static UsageException Unknown(string subject) => new(
        $"没有“{subject}”。请使用案件或协商编号，或 case-、township- 等开头的键。", $"There is no '{subject}'. Use the number of a case or consultation, or a key such as case-… or township-….");

    /// <summary>Counts all and keeps the first, so that a folder in which everything is broken fits in memory.</summary>
    private sealed class Faults
    {
        private readonly ConcurrentQueue<TraceFault> _kept = new();
        private int _count;

        public int Count => _count;

        public IEnumerable<TraceFault> First => _kept.OrderBy(f => f.Subject, StringComparer.Ordinal).ThenBy(f => f.Sequence).Take(MostTold);

        public void Add(TraceFault? fault)
        {
            if (fault is not null && Interlocked.Increment(ref _count) <= 10 * MostTold)
                _kept.Enqueue(fault);
        }
    }
}
