using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>Which document of a consultation (文书).</summary>
internal enum PaperKind
{
    /// <summary>Plan (协商方案), by round; never public.</summary>
    Plan,

    /// <summary>Notice (协商公告), by round.</summary>
    Notice,

    /// <summary>Announcement (协商情况公告、表决结果公告、纠正公告), by its id.</summary>
    Announcement,
}

/// <summary>A document as it was when it came into being: later steps do not change what hangs on the wall.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Round of a plan or notice, id of an announcement.</param>
/// <param name="State">The consultation up to its entry.</param>
/// <param name="Entry">The entry that proves when it was made.</param>
internal sealed record Paper(PaperKind Kind, int Id, Consultation State, TraceEntry Entry)
{
    /// <summary>The announcement, where it is one.</summary>
    public Announcement? Announcement => Kind == PaperKind.Announcement ? State.Announcements.Find(a => a.Id == Id) : null;

    /// <summary>When it took effect: what people read as its date.</summary>
    public DateTimeOffset At => Kind switch
    {
        PaperKind.Plan => State.Plan!.MadeAt,
        PaperKind.Notice => State.Notice!.At,
        _ => Announcement!.At,
    };
}

/// <summary>The documents of a consultation, told by its trace alone.</summary>
/// <param name="Now">The consultation as it stands.</param>
/// <param name="All">Its documents, oldest first; of a round's plan or notice only the newest.</param>
/// <param name="Replaced">Notices that another one of the same round replaced, oldest first: their papers may still hang.</param>
/// <param name="Works">How what was agreed is carried out.</param>
/// <param name="Sequence">Sequence of the last entry read.</param>
internal sealed record PublishedPapers(Consultation Now, ImmutableList<Paper> All, ImmutableList<Paper> Replaced, PublishedWorks Works, long Sequence)
{
    /// <summary>Reads them.</summary>
    /// <param name="entries">The trace, from its first entry or from the one after those read before.</param>
    /// <param name="before">What was read before, or null.</param>
    /// <exception cref="JsonException">An event can't be read: it is of a newer version of the hub.</exception>
    public static PublishedPapers? Of(IEnumerable<TraceEntry> entries, PublishedPapers? before = null)
    {
        var (state, papers, replaced, works, sequence) = (before?.Now, before?.All ?? [], before?.Replaced ?? [], before?.Works ?? PublishedWorks.None, before?.Sequence ?? 0);
        foreach (var entry in entries)
        {
            var happened = JsonSerializer.Deserialize<ConsultationEvent>(entry.Content, DomainSerialization.Options)!;
            (state, works, sequence) = (ConsultationFold.Apply(state, happened), works.After(happened, entry), entry.Sequence);
            (PaperKind Kind, int Id)? made = happened switch
            {
                PlanMade => (PaperKind.Plan, state.Round),
                NoticePublished => (PaperKind.Notice, state.Round),
                ConsultationAnnounced announced => (PaperKind.Announcement, announced.Announcement.Id),
                _ => null,
            };
            if (made is not { } paper)
                continue;
            if (paper.Kind == PaperKind.Notice)
                replaced = replaced.AddRange(papers.FindAll(p => (p.Kind, p.Id) == paper));
            papers = papers.RemoveAll(p => (p.Kind, p.Id) == paper).Add(new(paper.Kind, paper.Id, state, entry));
        }

        return state is null ? null : new(state, papers, replaced, works, sequence);
    }

    /// <summary>One document, or null.</summary>
    public Paper? Find(PaperKind kind, int id) => All.Find(p => p.Kind == kind && p.Id == id);

    /// <summary>A round's notice by its entry, whether or not another replaced it, or null.</summary>
    public Paper? Notice(int round, long entry) => All.Concat(Replaced).FirstOrDefault(p => p.Kind == PaperKind.Notice && p.Id == round && p.Entry.Sequence == entry);

    /// <summary>The newest plan or notice.</summary>
    public Paper? Newest(PaperKind kind) => All.FindLast(p => p.Kind == kind);
}
