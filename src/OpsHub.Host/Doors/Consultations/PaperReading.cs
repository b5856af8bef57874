using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A consultation's documents with the key of its chain, and where it belongs by parents in force.</summary>
internal sealed record FoundPapers(string Key, PublishedPapers Papers, ConsultationPlace Place);

/// <summary>Finds the documents of a consultation by the number that people read.</summary>
internal sealed class PaperReading(IConsultationIndex index, IGrainFactory grains)
{
    private const int AtOnce = 200;
    private const int LongestNumber = 40;

    /// <summary>All documents, or null where there is no such consultation. Who may see which is asked afterwards.</summary>
    public async Task<FoundPapers?> Find(string number, CancellationToken cancel)
    {
        if (number.Length is 0 or > LongestNumber || await index.ByNumber(number, cancel) is not { } row)
            return null;
        var (consultation, entries) = (grains.Consultation(row.Key), new List<TraceEntry>());
        IReadOnlyList<TraceEntry> next;
        do
        {
            next = await consultation.Trace(entries.Count == 0 ? 0 : entries[^1].Sequence, AtOnce);
            entries.AddRange(next);
        }
        while (next.Count == AtOnce);
        return PublishedPapers.Of(entries) is { } papers ? new(row.Key, papers, row.Place) : null;
    }
}
