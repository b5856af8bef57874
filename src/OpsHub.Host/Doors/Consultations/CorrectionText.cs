using System.Collections.Immutable;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What the announcement of a correction says (纠正公告). C054.</summary>
internal static class CorrectionText
{
    public static (string Opening, ImmutableList<PaperItem> Items) Of(Consultation state, Announcement announcement, PaperNames names)
    {
        var matter = PaperText.Matter(state, names);
        if (AnnouncementSubject.Of(state, announcement).CorrectionOf(state) is not { } correction)
            return ($"现将“{matter}”协商结果的纠正情况公告如下：", [new("情况说明", names.Masked(announcement.Text)), .. SessionText.Ending(state, announcement, names)]);
        return ($"{PaperDates.Instant(correction.At)}，{names.Party(correction.By)}依法对“{matter}”的协商结果进行了纠正。现公告如下：",
        [
            new("纠正依据", names.Masked(correction.Ground)),
            new("处理结果", correction.Annulled ? "原协商结果予以撤销，停止实施。" : "原协商结果停止实施，重新组织协商。"),
            new("情况说明", names.Masked(announcement.Text)),
            .. SessionText.Ending(state, announcement, names),
        ]);
    }
}
