using System.Collections.Immutable;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What the announcement of a vote says (表决结果公告): a tally, small counts hidden. C050-C052.</summary>
internal static class VoteText
{
    public static (string Opening, ImmutableList<PaperItem> Items) Of(Consultation state, Announcement announcement, PaperNames names)
    {
        var matter = PaperText.Matter(state, names);
        if (Vote(state, announcement) is not { } vote)
            return ($"现将“{matter}”的表决结果公告如下：", [new("情况说明", names.Masked(announcement.Text)), .. SessionText.Ending(state, announcement, names)]);
        // Across communities each one's meeting votes for itself: whose it was stands first. C007.
        var whose = vote.Community is { } community ? names.Community(community) : "";
        return ($"{PaperDates.Instant(vote.At)}，{whose}{ConsultationWording.Of(vote.Body).Zh}就“{matter}”进行了表决。现将表决结果公告如下：",
        [
            new("表决方式", vote.Secret ? "无记名投票，一人一票。" : "公开表决，一人一票。"),
            new("表决情况", PublicCounts.Tally(vote) + "。"),
            new("表决结果", PublicCounts.Outcome(vote) + "。"),
            new("情况说明", names.Masked(announcement.Text)),
            .. SessionText.Ending(state, announcement, names),
        ]);
    }

    /// <summary>The vote that an announcement tells of, or null.</summary>
    public static ConsultationVote? Vote(Consultation state, Announcement announcement) => AnnouncementSubject.Of(state, announcement).VoteOf(state);
}
