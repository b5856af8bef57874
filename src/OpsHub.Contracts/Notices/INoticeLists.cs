using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;

namespace OpsHub.Contracts.Notices;

/// <summary>Which notices a list shows.</summary>
/// <param name="OpenOnly">Only those that are not moot.</param>
/// <param name="UnreadOnly">Only those not marked read.</param>
/// <param name="Kind">Only of this kind; null for any.</param>
/// <param name="Subjects">Only those that tell of these.</param>
public sealed record NoticeFilter(bool OpenOnly = false, bool UnreadOnly = false, NoticeKind? Kind = null, NoticeSubjects Subjects = NoticeSubjects.All);

/// <summary>Reads notices for people (站内提醒).</summary>
public interface INoticeLists
{
    /// <summary>A page of an organ's notices, newest first.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<NoticeRow>> Page(OrganCode recipient, NoticeFilter filter, PageRequest page, CancellationToken cancel = default);

    /// <summary>A notice by its key, or null.</summary>
    Task<NoticeRow?> Find(string key, CancellationToken cancel = default);

    /// <summary>Notices of an organ that tell of these subjects, handed out after a place in that order, oldest first; moot ones are left out.</summary>
    Task<IReadOnlyList<NoticeRow>> Told(OrganCode recipient, NoticeSubjects subjects, NoticePlace after, int limit, CancellationToken cancel = default);

    /// <summary>The newest place in the order in which notices are handed out, all recipients together.</summary>
    Task<NoticePlace> Newest(CancellationToken cancel = default);

    /// <summary>Who was told something after a place.</summary>
    Task<IReadOnlyList<OrganCode>> Recipients(NoticePlace after, CancellationToken cancel = default);

    /// <summary>Marks a notice read, once; the audit line is written with it.</summary>
    Task MarkRead(string key, string commandKey, string body, Actor actor, DateTimeOffset now, string stamp, CancellationToken cancel = default);
}

/// <summary>A place in the order in which notices are handed out (推送位置).</summary>
/// <param name="ToldAt">When, UTC ticks.</param>
/// <param name="Position">Position among those of the same instant.</param>
public readonly record struct NoticePlace(long ToldAt, long Position);
