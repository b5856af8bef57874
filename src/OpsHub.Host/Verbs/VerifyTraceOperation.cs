using System.Collections.Concurrent;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Trace;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>Chains are to be verified.</summary>
/// <param name="Subject">Grain key or case number; null for all.</param>
/// <param name="Day">Only subjects with an entry on this day; null for all.</param>
internal sealed record VerifyTraceRequest(string? Subject, DateOnly? Day);

/// <summary>Recomputes every hash of a chain, of a day's chains or of all, and names the first entry of each that does not fit; then folds the events again
/// and names where the stored state differs. G021.</summary>
internal sealed class VerifyTraceOperation(IStoredStates states, ISegmentStore segments, IHubIndex index) : IOperation<VerifyTraceRequest>
{
    private const int MostTold = 100;
    private static readonly JsonElement None = JsonSerializer.SerializeToElement<object?>(null);

    public async Task<int> Run(VerifyTraceRequest request, IOperationOutput output, CancellationToken cancel)
    {
        var key = request.Subject is { } asked ? await KeyOf(asked, cancel) : "";
        var faults = new ConcurrentQueue<TraceFault>();
        int chains = 0, entries = 0, read = 0;
        await Parallel.ForEachAsync(Documents(key, cancel), cancel, async (stored, _) =>
        {
            output.Progress(Interlocked.Increment(ref read), 0);
            if (await Check(stored, request.Day, cancel) is not { } result)
                return;
            Interlocked.Increment(ref chains);
            Interlocked.Add(ref entries, result.Entries);
            if (result.Fault is { } fault)
                faults.Enqueue(fault);
        });
        if (request.Subject is not null && read == 0)
            throw Unknown(request.Subject);
        foreach (var fault in faults.OrderBy(f => f.Subject, StringComparer.Ordinal).Take(MostTold))
            output.Line($"{fault.Subject} #{fault.Sequence}: {fault.Zh} / {fault.En}");
        output.Line($"{chains} 条链、{entries} 条留痕，{faults.Count} 条链有误 / {chains} chains, {entries} entries, {faults.Count} broken");
        return faults.IsEmpty ? ExitCodes.Done : ExitCodes.Failed;
    }

    // A key reads one document, never those that begin with it.
    private IAsyncEnumerable<StoredState> Documents(string key, CancellationToken cancel) =>
        states.ReadStates(key, cancel).Where(s => key.Length == 0 || s.Key == key);

    private async Task<string> KeyOf(string subject, CancellationToken cancel) =>
        subject.Length > 0 && char.IsAsciiLetterLower(subject[0]) && subject.Contains('-')
            ? subject
            : (await index.CaseByNumber(subject, cancel))?.Key ?? throw Unknown(subject);

    private async Task<(int Entries, TraceFault? Fault)?> Check(StoredState stored, DateOnly? day, CancellationToken cancel)
    {
        if (stored.Payload.IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(stored.Payload);
            return document.RootElement.TryGetProperty("trace", out var trace)
                ? await Check(stored.Key, document.RootElement.TryGetProperty("state", out var state) ? state : None, trace.Deserialize<TraceChain>(DomainSerialization.Options)!, day, cancel)
                : null; // no subject: a shard or a helper without a chain
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return (0, new TraceFault(stored.Key, 0, "存储的文档无法读取", $"the stored document can't be read: {error.Message}"));
        }
    }

    private async Task<(int Entries, TraceFault? Fault)?> Check(string key, JsonElement state, TraceChain chain, DateOnly? day, CancellationToken cancel)
    {
        // A segment is written before the document that counts it: after a death in between its entries still stand in the document too.
        var older = chain.Segments == 0 ? [] : (await segments.Read(key, cancel)).Take(chain.Segments).SelectMany(s => s.Entries);
        var all = older.Concat(chain.Recent).ToArray();
        if (day is { } wanted && !all.Any(e => LocalDay.Of(e.At) == wanted))
            return null;
        return (all.Length, TraceVerifier.Verify(key, all, chain.Head, chain.Length) ?? TraceReplay.Compare(key, state, all));
    }

    private static UsageException Unknown(string subject) => new(
        $"没有“{subject}”。请使用案件编号，或 case-、township- 等开头的键。", $"There is no '{subject}'. Use a case's number, or a key such as case-… or township-….");
}
