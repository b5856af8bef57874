using System.Text.Encodings.Web;
using System.Text.Json;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Trace;

/// <summary>What an export came to.</summary>
/// <param name="Chains">Chains written.</param>
/// <param name="Entries">Entries written.</param>
/// <param name="Seal">Seal that covers the day; null when none does yet.</param>
internal sealed record TraceExported(int Chains, long Entries, TraceSeal? Seal);

/// <summary>Writes the chains that have an entry on a day, whole from their first entry, so that whoever reads the file can recompute every hash, and shows that
/// they stand under the day's seal. The form is told in deploy/verifier/README.md; the verifier there shares nothing with this code.</summary>
internal sealed class TraceExport(SealedDocuments documents, ITraceSeals seals, ISegmentStore segments, HubClock clock)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file's lines.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="file">Where to.</param>
    /// <param name="progress">Is told how many documents were read.</param>
    /// <param name="cancel">Ends it early.</param>
    public async Task<TraceExported> Write(DateOnly day, Stream file, Action<int> progress, CancellationToken cancel)
    {
        var all = await seals.All(cancel);
        var seal = all.FirstOrDefault(s => s.Day >= day);
        var known = all.TakeWhile(s => seal is null || s.Number <= seal.Number).ToList();
        await using var lines = new ExportLines(file, Readable);
        await lines.Write(json => Header(json, day, known, seal), cancel);
        var (wanted, entries, read) = (new List<string>(), 0L, 0);
        await foreach (var document in documents.InOrder(known is [.., var newest] ? newest.Run : 0, cancel))
        {
            progress(++read);
            if (document.Stored is not { } stored || StoredSubject.Of(stored) is not { } subject || !MayHold(subject.Trace!, day))
                continue;
            var chain = await subject.Entries(stored.Key, segments, cancel);
            if (!chain.Any(e => LocalDay.Of(e.At) == day))
                continue;
            // Up to where it was sealed; what came later is under another seal.
            var length = seal is not null && document.Heads.Count > 0 ? document.Heads[^1].Head.Length : chain.Count;
            await lines.Write(json => Chain(json, stored.Key, length), cancel);
            foreach (var entry in chain.Take((int)length))
                await lines.Write(json => Entry(json, stored.Key, entry), cancel);
            wanted.Add(stored.Key);
            entries += length;
        }

        if (seal is not null)
            await Proofs(lines, seal, wanted, cancel);
        await lines.Write(json => End(json, wanted.Count, entries), cancel);
        return new(wanted.Count, entries, seal);
    }

    // The seal's tree is built from all heads that it covers, those that earlier seals stored among them.
    private async Task Proofs(ExportLines lines, TraceSeal seal, List<string> wanted, CancellationToken cancel)
    {
        var (tree, found, next) = (new MerkleTree(), new List<(SealedHead Head, int Leaf)>(), 0);
        await foreach (var heads in SealedDocuments.BySubject(seals.Heads(seal.Run, cancel), cancel))
        {
            var head = heads[^1].Head;
            while (next < wanted.Count && string.CompareOrdinal(wanted[next], head.Subject) < 0)
                next++;
            if (next < wanted.Count && wanted[next] == head.Subject)
                found.Add((head, tree.Count));
            tree.Add(head);
        }

        foreach (var (head, leaf) in found)
            await lines.Write(json => Proof(json, head, leaf, tree.Path(leaf)), cancel);
    }

    // Entries are in order of time: a chain whose newest is older has none of that day.
    private static bool MayHold(TraceChain chain, DateOnly day) => !chain.Recent.IsEmpty && LocalDay.Of(chain.Recent[^1].At) >= day;

    private void Header(Utf8JsonWriter json, DateOnly day, List<TraceSeal> known, TraceSeal? seal)
    {
        json.WriteString("format", "opshub-trace-export");
        json.WriteNumber("version", 1);
        json.WriteString("day", LocalDay.Text(day));
        json.WriteString("zone", "+08:00");
        json.WriteString("algorithm", TraceHash.Algorithm);
        json.WriteString("exportedAt", LocalDay.Local(clock.Now));
        if (seal is null)
            json.WriteNull("seal");
        else
            json.WriteNumber("seal", seal.Number);
        json.WriteStartArray("seals");
        foreach (var one in known)
        {
            json.WriteStartObject();
            json.WriteNumber("number", one.Number);
            json.WriteString("algorithm", one.Algorithm);
            Texts(json, "parts", TraceSeal.Parts(one));
            json.WriteString("hash", one.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Chain(Utf8JsonWriter json, string key, long length)
    {
        json.WriteString("chain", key);
        json.WriteNumber("entries", length);
    }

    private static void Entry(Utf8JsonWriter json, string key, TraceEntry entry)
    {
        json.WriteNumber("entry", entry.Sequence);
        json.WriteString("algorithm", TraceHash.AlgorithmOf(entry));
        Texts(json, "parts", TraceHash.Parts(key, entry));
        json.WriteString("hash", entry.Hash);
    }

    private static void Proof(Utf8JsonWriter json, SealedHead head, int leaf, IReadOnlyList<string> path)
    {
        json.WriteString("proof", head.Subject);
        json.WriteNumber("length", head.Length);
        json.WriteString("head", head.Head);
        json.WriteNumber("leaf", leaf);
        Texts(json, "path", path);
    }

    private static void End(Utf8JsonWriter json, int chains, long entries)
    {
        json.WriteBoolean("end", true);
        json.WriteNumber("chains", chains);
        json.WriteNumber("entries", entries);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
