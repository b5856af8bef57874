using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Consultations;

/// <summary>What was published of a consultation (公布的文书): a round's notice, or an announcement.</summary>
/// <param name="Announcement">What it tells, or null for a notice.</param>
/// <param name="Id">Id of the announcement, or round of the notice: the last part of its public address.</param>
/// <param name="At">When it was published.</param>
/// <param name="Due">Until when it was due, or null.</param>
/// <param name="Late">Published at or after its due.</param>
public sealed record PublishedPaper(AnnouncementKind? Announcement, int Id, DateTimeOffset At, DateTimeOffset? Due, bool Late)
{
    /// <summary>What is published by now: every announcement, and this round's notice. Notices of former rounds were published before.</summary>
    public static IEnumerable<PublishedPaper> Of(Consultation s) =>
    [
        .. s.Notice is { } notice ? new[] { new PublishedPaper(null, s.Round, notice.At, null, false) } : [],
        .. s.Announcements.Select(a => new PublishedPaper(a.Kind, a.Id, a.At, a.Due, a.Late)),
    ];
}

/// <summary>A published document as public lists see it.</summary>
/// <param name="Paper">Which.</param>
/// <param name="Number">The consultation's number.</param>
/// <param name="Title">Its title, masked.</param>
/// <param name="Home">The unit it belongs to.</param>
public sealed record PublishedPaperRow(PublishedPaper Paper, string Number, string Title, UnitCode Home);

/// <summary>Reads lists of what was published. A port with one implementation. C002.</summary>
public interface IPublishedPapers
{
    /// <summary>A page of what was published in a unit's subtree, or concerns a community of it, newest first.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<PublishedPaperRow>> Published(UnitCode unit, PageRequest page, CancellationToken cancel = default);
}
