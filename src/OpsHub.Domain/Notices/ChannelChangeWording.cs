using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Notices;

/// <summary>Says what was changed of a channel (变更内容). The audit line is kept in English, part by part; Chinese is made of it when it is read, so that lines of old read alike.
/// What it doesn't know stays as it was written.</summary>
public static class ChannelChangeWording
{
    // What lines say whole.
    internal const string SentAgain = "sent again what was given up";
    internal const string Unchanged = "nothing changed";
    internal const string SwitchedOn = "enabled";
    internal const string SwitchedOff = "disabled";
    internal const string AnotherSecret = "new secret";
    internal const string NoNotices = "no notices";

    private const string Between = "; ";

    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        [SentAgain] = "重发被放弃的消息",
        [Unchanged] = "无变化",
        [SwitchedOn] = "启用",
        [SwitchedOff] = "停用",
        [AnotherSecret] = "更换密钥",
    };

    /// <summary>An audit line in a language.</summary>
    /// <param name="change">The line as it was kept.</param>
    /// <param name="language">Chinese or English.</param>
    public static string Of(string change, Language language)
    {
        ArgumentNullException.ThrowIfNull(change);
        return language == Language.Zh ? string.Join("；", change.Split(Between).Select(Zh)) : change;
    }

    private static string Zh(string part) => Whole.TryGetValue(part, out var whole) ? whole : part.Split(' ', 2) switch
    {
        ["created", var rest] when rest.Split(' ', 3) is [var kind, var target, var told] => $"新增{Kind(kind)} {target}，{Told(told)}",
        ["target", var rest] when rest.Split(" -> ") is [var from, var to] => $"地址由 {from} 改为 {to}",
        ["kinds", var kinds] => $"提醒改为{Kinds(kinds)}",
        ["subjects", var subjects] => $"事项改为{Subjects(subjects)}",
        ["language", nameof(Language.Zh)] => "消息语言改为中文",
        ["language", nameof(Language.En)] => "消息语言改为英文",
        _ => part,
    };

    // "for KINDS of SUBJECTS", the last only where it is narrowed.
    private static string Told(string told) => told["for ".Length..].Split(" of ") is [var kinds, var subjects] ? $"{Sent(kinds)}，限于{Subjects(subjects)}" : Sent(told["for ".Length..]);

    private static string Sent(string kinds) => kinds == NoNotices ? "不推送提醒" : $"推送{Kinds(kinds)}";

    private static string Kinds(string kinds) => kinds == NoNotices ? "不推送提醒" : Joined<NoticeKind>(kinds.Split(' '), Of);

    private static string Subjects(string subjects) => subjects == nameof(NoticeSubjects.All) ? "全部事项" : Joined<NoticeSubjects>(subjects.Split(", "), Of);

    private static string Joined<T>(IEnumerable<string> names, Func<T, string> of)
        where T : struct, Enum => string.Join("、", names.Select(n => Enum.TryParse<T>(n, out var value) ? of(value) : n));

    private static string Kind(string kind) => kind switch
    {
        nameof(ChannelKind.Webhook) => "签名回调",
        nameof(ChannelKind.Email) => "电子邮件",
        nameof(ChannelKind.WeCom) => "企业微信群机器人",
        _ => kind,
    };

    private static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.NewWork => "待办",
        NoticeKind.DueSoon => "临期",
        NoticeKind.Due => "到期",
        NoticeKind.Overdue => "超期",
        NoticeKind.Emergency => "紧急",
        NoticeKind.Ended => "办结",
        NoticeKind.Urged => "催办督办",
        NoticeKind.Escalated => "升级",
        NoticeKind.Decided => "审批结果",
        NoticeKind.Digest => "晨报",
        _ => throw new InvalidOperationException($"No words for {kind}."),
    };

    private static string Of(NoticeSubjects subject) => subject switch
    {
        NoticeSubjects.Others => "案件等",
        NoticeSubjects.Consultations => "协商",
        NoticeSubjects.Assessments => "派驻机构考核",
        NoticeSubjects.Posts => "人事事项",
        NoticeSubjects.Surveys => "满意度测评",
        NoticeSubjects.Mandates => "乡镇权责",
        NoticeSubjects.Filings => "制度备案",
        _ => throw new InvalidOperationException($"No words for {subject}."),
    };
}
