using Microsoft.Extensions.Caching.Memory;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A consultation's documents with the key of its chain, and where it belongs by parents in force.</summary>
internal sealed record FoundPapers(string Key, PublishedPapers Papers, ConsultationPlace Place);

/// <summary>Finds the documents of a consultation by the number that people read. What was folded is kept for a while and goes on from there: anyone may ask for a public
/// page as often as they like, and entries never change.</summary>
internal sealed class PaperReading(IConsultationIndex index, IGrainFactory grains) : IDisposable
{
    /// <summary>Most consultations kept at once.</summary>
    public const int MostKept = 256;

    private const int AtOnce = 200;
    private const int LongestNumber = 40;
    private static readonly MemoryCacheEntryOptions Kept = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) };

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>All documents, or null where there is no such consultation. Who may see which is asked afterwards.</summary>
    public async Task<FoundPapers?> Find(string number, CancellationToken cancel)
    {
        if (number.Length is 0 or > LongestNumber || await index.ByNumber(number, cancel) is not { } row)
            return null;
        var (consultation, entries, before) = (grains.Consultation(row.Key), new List<TraceEntry>(), _kept.Get<PublishedPapers>(row.Key));
        IReadOnlyList<TraceEntry> next;
        do
        {
            next = await consultation.Trace(entries.Count == 0 ? before?.Sequence ?? 0 : entries[^1].Sequence, AtOnce);
            entries.AddRange(next);
        }
        while (next.Count == AtOnce);
        if (entries.Count == 0 && before is not null)
            return new(row.Key, before, row.Place);
        if (PublishedPapers.Of(entries, before) is not { } papers)
            return null;
        _kept.Set(row.Key, papers, Kept);
        return new(row.Key, papers, row.Place);
    }

    public void Dispose() => _kept.Dispose();
}
