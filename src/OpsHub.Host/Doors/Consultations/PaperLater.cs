using System.Collections.Immutable;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>A remark about what came after a document.</summary>
/// <param name="Text">What.</param>
/// <param name="Address">Where more is said, or null.</param>
internal sealed record LaterNote(string Text, string? Address);

/// <summary>What has become of a published document since (后续情况): it stays as it was, and whoever scans the paper must not be misled by it.</summary>
/// <param name="Paper">The document.</param>
/// <param name="Papers">All documents.</param>
internal sealed record PaperLater(Paper Paper, PublishedPapers Papers)
{
    /// <summary>Where the consultation stands now.</summary>
    public ConsultationStage Stage => Papers.Now.Stage;

    /// <summary>The remarks.</summary>
    public ImmutableList<LaterNote> Notes(bool english)
    {
        var (notes, now) = (ImmutableList.CreateBuilder<LaterNote>(), Papers.Now);
        if (Paper.Kind == PaperKind.Notice && now.Stage == ConsultationStage.Withdrawn)
            notes.Add(new(english ? "This consultation was withdrawn; the session is not held." : "本协商已撤回，不再召开协商会议。", null));
        if (Paper.Kind == PaperKind.Notice)
            notes.AddRange(Notices(english));
        if (Paper.Kind == PaperKind.Notice && now.Round == Paper.Id && now.Session is { IsAdjourned: true, Pauses: [.., var pause] })
            notes.Add(new(Adjourned(pause, english), null));
        if (Paper.Kind == PaperKind.Notice && now.Round > Paper.Id)
            notes.Add(new(english ? $"Round {now.Round} has been opened since." : $"本事项已进入第{now.Round}轮协商。", Papers.Find(PaperKind.Notice, now.Round) is { } next ? PaperAddresses.Public(next) : null));
        if (Paper.Announcement is { Kind: not AnnouncementKind.Correction } && now.Corrections.FindLast(c => c.At >= Paper.At) is { } correction)
        {
            var told = Papers.All.Find(p => p.Announcement is { Kind: AnnouncementKind.Correction } a && a.At >= correction.At);
            notes.Add(new(
                english ? "This result was corrected according to law." : $"本结果已于{PaperDates.Day(correction.At)}依法纠正。", told is null ? null : PaperAddresses.Public(told)));
        }

        if (Paper.Kind == PaperKind.Notice && Papers.All.FindLast(p => p.Announcement is { Kind: AnnouncementKind.Session } && p.State.Round == Paper.Id) is { } result)
            notes.Add(new(english ? "What the session came to has been announced." : "协商情况已公告。", PaperAddresses.Public(result)));
        if (WorksDoor.Shows(now) && Paper.At <= now.Adoption!.At)
            notes.Add(new(english ? "What was agreed was adopted; how it is carried out is published." : "协商意见已采纳，落实进度已公开。", PaperAddresses.Works(now.Number)));
        return notes.ToImmutable();
    }

    // Whoever comes again must know when.
    private static string Adjourned(SessionPause pause, bool english) => pause.ResumesAt is { } at
        ? english ? $"The session is adjourned; it goes on at {PaperDates.Second(at)} (+08:00)." : $"协商会议已休会，定于{PaperDates.Instant(at)}复会。"
        : english ? "The session is adjourned; when it goes on is not set yet." : "协商会议已休会，复会时间另行通知。";

    // A plan made again tells people anew: then the paper that still hangs names a time and a place that no longer hold.
    private IEnumerable<LaterNote> Notices(bool english)
    {
        var (now, newest) = (Papers.Now, Papers.Find(PaperKind.Notice, Paper.Id)!);
        if (newest.Entry.Sequence != Paper.Entry.Sequence)
        {
            yield return new(
                english ? $"This notice of {PaperDates.Second(Paper.At)} was replaced by the one published on {PaperDates.Second(newest.At)} (+08:00)."
                    : $"本公告发布于{PaperDates.Instant(Paper.At)}，已由{PaperDates.Instant(newest.At)}重新发布的公告取代，以新公告为准。",
                PaperAddresses.Public(newest));
            yield break;
        }

        foreach (var former in Papers.Replaced.Where(p => p.Id == Paper.Id))
        {
            yield return new(
                english ? $"This notice of {PaperDates.Second(Paper.At)} replaces the one published on {PaperDates.Second(former.At)} (+08:00)."
                    : $"本公告发布于{PaperDates.Instant(Paper.At)}，取代{PaperDates.Instant(former.At)}发布的公告。",
                PaperAddresses.Public(former));
        }

        if (now.Round == Paper.Id && now.Plan is { } plan && Paper.State.Plan is var told && plan with { Kinds = told?.Kinds ?? [] } != told)
        {
            yield return new(
                english ? $"The plan was made again on {PaperDates.Second(plan.MadeAt)} (+08:00): time and place of this notice no longer hold; a new notice follows."
                    : $"协商方案已于{PaperDates.Instant(plan.MadeAt)}重新制定，本公告所列时间、地点等不再有效，以重新发布的公告为准。",
                null);
        }
    }
}
