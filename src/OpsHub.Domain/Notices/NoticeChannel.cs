using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>Kind of a channel (渠道类型).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelKind>))]
public enum ChannelKind
{
    /// <summary>Signed webhook (签名回调), Standard Webhooks.</summary>
    Webhook,

    /// <summary>E-mail (电子邮件) to a duty mailbox.</summary>
    Email,

    /// <summary>WeCom group robot (企业微信群机器人).</summary>
    WeCom,
}

/// <summary>A channel through which an organ is told (推送渠道), without its secrets.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Version">Changes so far.</param>
/// <param name="Organ">Whose it is.</param>
/// <param name="Kind">How it is reached.</param>
/// <param name="Shown">The target without what is secret in it.</param>
/// <param name="Kinds">Which notices go through it; none for a channel that carries only messages of another part of the hub.</param>
/// <param name="Language">Language of its texts.</param>
/// <param name="Enabled">False when it was disabled.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record NoticeChannel(
    string Id, long Version, OrganCode Organ, ChannelKind Kind, string Shown, ImmutableList<NoticeKind> Kinds, Language Language, bool Enabled, DateTimeOffset ChangedAt)
{
    /// <summary>What its notices may tell of (提醒事项); all unless it was narrowed.</summary>
    public NoticeSubjects Subjects { get; init; } = NoticeSubjects.All;

    /// <summary>Subjects one by one, in their order.</summary>
    public static ImmutableList<NoticeSubjects> Each(NoticeSubjects subjects) =>
        [.. Enum.GetValues<NoticeSubjects>().Where(s => s is not (NoticeSubjects.None or NoticeSubjects.All) && subjects.HasFlag(s))];
}
