using System.Collections.Immutable;

namespace OpsHub.Domain.Consultations;

/// <summary>What an announcement tells, or has to tell (公告对象): which session, which vote, which correction. C007, C040, C054, C069.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Session">Number of the session; null otherwise.</param>
/// <param name="Vote">Number of the vote, 1 for the first; null otherwise.</param>
/// <param name="Correction">Number of the correction, 1 for the first; null otherwise.</param>
public sealed record AnnouncementSubject(AnnouncementKind Kind, int? Session = null, int? Vote = null, int? Correction = null)
{
    /// <summary>What a duty to announce asks for; null for other duties.</summary>
    public static AnnouncementSubject? Of(Consultation s, Duty duty)
    {
        if (duty.Stem != DutyStems.Announce)
            return null;
        var kind = duty.Announces ?? AnnouncementKind.Session;
        // Each vote and each correction opened one: the n-th of them is the n-th's, also from before the number was kept.
        return Of(kind, duty.Session, duty.Vote, duty.Correction, () => s.Duties.FindAll(d => d.Announces == kind).FindIndex(d => d.Term.Id == duty.Term.Id) + 1);
    }

    /// <summary>What an announcement tells. Those without a number were made oldest first, so the n-th of its kind tells of the n-th.</summary>
    public static AnnouncementSubject Of(Consultation s, Announcement announcement) => Of(
        announcement.Kind, announcement.Session, announcement.Vote, announcement.Correction, () => s.Announcements.FindAll(a => a.Kind == announcement.Kind).FindIndex(a => a.Id == announcement.Id) + 1);

    /// <summary>The consultation with the numbers in its duties and announcements, also in those from before they were kept.</summary>
    public static Consultation Numbered(Consultation s) => s with
    {
        Duties = s.Duties.ConvertAll(d => Of(s, d) is not { Kind: not AnnouncementKind.Session } told ? d
            : d with { Vote = told.Vote, Correction = told.Correction, Community = d.Community ?? told.VoteOf(s)?.Community }),
        Announcements = s.Announcements.ConvertAll(a => Of(s, a) is var told && told.Kind == AnnouncementKind.Session ? a : a with { Vote = told.Vote, Correction = told.Correction }),
    };

    /// <summary>The vote; null where it tells of none.</summary>
    public ConsultationVote? VoteOf(Consultation s) => At(s.Votes, Vote);

    /// <summary>The correction; null where it tells of none.</summary>
    public Correction? CorrectionOf(Consultation s) => At(s.Corrections, Correction);

    private static AnnouncementSubject Of(AnnouncementKind kind, int? session, int? vote, int? correction, Func<int> place) => new(
        kind, kind == AnnouncementKind.Session ? session : null, kind == AnnouncementKind.Vote ? vote ?? place() : null, kind == AnnouncementKind.Correction ? correction ?? place() : null);

    private static T? At<T>(ImmutableList<T> all, int? number) where T : class => number is { } n && n >= 1 && n <= all.Count ? all[n - 1] : null;
}
