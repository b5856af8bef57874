using System.Globalization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>When a document was published, and how anyone may check that (公布证明).</summary>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="RecordedAt">When the hub recorded that; the chained hash covers this instant.</param>
/// <param name="Backdated">Entered afterwards (补录).</param>
/// <param name="Due">Until when it was due, exclusive; null where the rules set none.</param>
/// <param name="Late">Published at or after its due.</param>
/// <param name="Basis">Clause of the due.</param>
/// <param name="Hard">Whether lateness is a violation of the text.</param>
/// <param name="Subject">Key of the chain.</param>
/// <param name="Entry">The entry.</param>
internal sealed record PaperProof(
    DateTimeOffset PublishedAt, DateTimeOffset RecordedAt, bool Backdated, DateTimeOffset? Due, bool Late, TermBasis? Basis, bool Hard, string Subject, TraceEntry Entry)
{
    /// <summary>The clause where no duty tells it.</summary>
    private static readonly TermBasis Announced = new("C040", "二(四)2", BasisKind.Text);

    public static PaperProof Of(string subject, Paper paper)
    {
        var announcement = paper.Announcement;
        var duty = announcement is null ? null : DutyOf(paper.State, announcement);
        return new(
            paper.At, paper.Entry.At, paper.Entry.OccurredAt is not null, announcement?.Due, announcement is { Late: true },
            announcement?.Due is null ? null : duty?.Term.Basis ?? Announced, duty?.Hard == true, subject, paper.Entry);
    }

    /// <summary>The local day whose export holds the entry.</summary>
    public string Day => LocalDay.Of(RecordedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A basis in words: the text's own figure, or our default, never shown as the law.</summary>
    public static string Clause(TermBasis basis) => basis.Kind == BasisKind.Text
        ? $"《关于完善城乡社区协商机制的意见》{basis.Clause}，规则{basis.RuleId}"
        : $"本系统默认期限，文件未规定；相关条款{basis.Clause}，规则{basis.RuleId}";

    private static Duty? DutyOf(Consultation state, Announcement announcement) => state.Duties.FindLast(d =>
        d.Stem == DutyStems.Announce && d.Term.Due == announcement.Due && (announcement.Session is null || d.Session is null || d.Session == announcement.Session));
}
