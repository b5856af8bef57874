using System.Collections.Immutable;
using OpsHub.Domain.Consultations;

namespace OpsHub.Host.Doors.Consultations;

/// <summary>What the announcement of a session says (协商情况公告), whatever the session came to. C040. Of dissents only that there were some: their words are not public.</summary>
internal static class SessionText
{
    public static (string Opening, ImmutableList<PaperItem> Items) Of(Consultation state, Announcement announcement, PaperNames names)
    {
        var matter = PaperText.Matter(state, names);
        var session = state.Sessions.Find(s => s.Number == announcement.Session) ?? state.LastSession;
        if (session is not { EndedAt: { } ended, Outcome: { } outcome })
            return ($"现将“{matter}”的协商情况公告如下：", [new("情况说明", names.Masked(announcement.Text)), .. Ending(state, announcement, names)]);
        return ($"{PaperDates.Span(session.StartedAt, ended)}，就“{matter}”召开了协商会议{(session.Round > 1 ? $"（第{session.Round}轮）" : "")}。现将协商情况公告如下：",
        [
            new("参会情况", Attendance(session)),
            new("协商结果", ConsultationWording.Of(outcome).Zh + "。"),
            new("协商意见", session.Opinion is { } opinion ? names.Masked(opinion) : ""),
            new("情况说明", names.Masked(announcement.Text)),
            new("不同意见", state.Dissents.Exists(d => d.Session == session.Number) ? "会上的不同意见已如实记录，由协商组织者做好解释说明工作。" : ""),
            new("后续安排", Next(outcome)),
            .. Ending(state, announcement, names),
        ]);
    }

    /// <summary>What stands at the end of every announcement.</summary>
    public static IEnumerable<PaperItem> Ending(Consultation state, Announcement announcement, PaperNames names) =>
    [
        new("涉及范围", PaperText.Communities(state, names)),
        new("张贴地点", PaperText.Posted(announcement.Place, announcement.Channels, names)),
        new("意见反映", PaperText.Contact(state, names)),
    ];

    private static string Attendance(ConsultationSession session) =>
        $"到会{PublicCounts.People(session.Attendance)}" + (session.Heard is { Count: > 0 } heard ? $"；{PaperText.Kinds(heard)}发表了意见建议。" : "。");

    // Rows 12-15: what may follow; the policy's own words where it has them.
    private static string Next(SessionOutcome outcome) => outcome switch
    {
        SessionOutcome.Consensus => "协商意见依规定采纳后组织实施，公开进度，并反馈落实情况；依法须经表决的，表决通过后实施。",
        _ => "可另行组织协商；仍无法达成一致意见的，依照规定提交会议表决。",
    };
}
