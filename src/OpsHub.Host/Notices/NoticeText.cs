using System.Text;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Notices;

namespace OpsHub.Host.Notices;

/// <summary>What people read in a mailbox or a group (推送文本).</summary>
internal static class NoticeText
{
    public static string Subject(Parcel parcel, Language language) => (language, parcel) switch
    {
        (_, { Payload: not null }) => parcel.Kind!,
        (Language.Zh, { Notices: [{ Notice.Kind: NoticeKind.Digest }], Count: 1 }) => "晨报",
        (_, { Notices: [{ Notice.Kind: NoticeKind.Digest }], Count: 1 }) => "Morning digest",
        (Language.Zh, { Emergency: true }) => $"【紧急】办理期限提醒（{parcel.Count} 条）",
        (Language.Zh, _) => $"办理期限提醒（{parcel.Count} 条）",
        (_, { Emergency: true }) => $"[Emergency] Deadlines: {parcel.Count} notice(s)",
        _ => $"Deadlines: {parcel.Count} notice(s)",
    };

    /// <summary>The lines, nearest due first; of a bundle its counts before them.</summary>
    public static IEnumerable<string> Lines(Parcel parcel, Language language)
    {
        if (parcel.Payload is { } payload)
            return [payload];
        var lines = parcel.Notices.Select(n => language == Language.Zh ? n.Notice.Zh : n.Notice.En);
        if (parcel.Count <= 1)
            return lines;
        var counts = string.Join(language == Language.Zh ? "，" : ", ", parcel.Counts.OrderBy(c => c.Key).Select(c => Count(c.Key, c.Value, language)));
        var more = parcel.Count - parcel.Notices.Count;
        return [counts + (language == Language.Zh ? "。" : "."), .. lines, .. more <= 0 ? Array.Empty<string>() : [language == Language.Zh ? $"另有 {more} 条，请在系统内查看。" : $"And {more} more; see the hub."]];
    }

    /// <summary>At most so many bytes of UTF-8, cut between lines.</summary>
    public static string Fit(string head, IEnumerable<string> lines, int bytes)
    {
        var text = new StringBuilder(head);
        var used = Encoding.UTF8.GetByteCount(head);
        foreach (var line in lines)
        {
            used += Encoding.UTF8.GetByteCount(line) + 1;
            if (used > bytes)
                break;
            text.Append('\n').Append(line);
        }

        return text.ToString();
    }

    private static string Count(NoticeKind kind, int count, Language language) => (kind, language) switch
    {
        (NoticeKind.NewWork, Language.Zh) => $"待办 {count} 条",
        (NoticeKind.DueSoon, Language.Zh) => $"临期 {count} 条",
        (NoticeKind.Due, Language.Zh) => $"到期 {count} 条",
        (NoticeKind.Overdue, Language.Zh) => $"超期 {count} 条",
        (NoticeKind.Emergency, Language.Zh) => $"紧急 {count} 条",
        (NoticeKind.Ended, Language.Zh) => $"办结 {count} 条",
        (NoticeKind.Urged, Language.Zh) => $"督办 {count} 条",
        (NoticeKind.Escalated, Language.Zh) => $"升级 {count} 条",
        (NoticeKind.Decided, Language.Zh) => $"已批 {count} 条",
        (NoticeKind.Digest, Language.Zh) => $"晨报 {count} 条",
        (NoticeKind.NewWork, _) => $"{count} new",
        (NoticeKind.DueSoon, _) => $"{count} due soon",
        (NoticeKind.Due, _) => $"{count} due",
        (NoticeKind.Overdue, _) => $"{count} overdue",
        (NoticeKind.Emergency, _) => $"{count} emergencies",
        (NoticeKind.Ended, _) => $"{count} ended",
        (NoticeKind.Urged, _) => $"{count} urged",
        (NoticeKind.Escalated, _) => $"{count} escalated",
        (NoticeKind.Decided, _) => $"{count} decided",
        (NoticeKind.Digest, _) => $"{count} digest(s)",
        _ => $"{kind}: {count}",
    };
}
