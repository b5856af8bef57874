using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>What can be asked about a channel (渠道命令).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(CreateChannel), "CreateChannel")]
[JsonDerivedType(typeof(ChangeChannel), "ChangeChannel")]
[JsonDerivedType(typeof(ResendMessages), "ResendMessages")]
public abstract record ChannelCommand;

/// <summary>A new channel (新增渠道).</summary>
/// <param name="Organ">Whose it is.</param>
/// <param name="Kind">How it is reached.</param>
/// <param name="Target">Address: a URL, or a mailbox.</param>
/// <param name="Kinds">Which notices go through it.</param>
/// <param name="Language">Language of its texts.</param>
/// <param name="Subjects">What its notices may tell of, at least one; null for all.</param>
public sealed record CreateChannel(
    OrganCode Organ, ChannelKind Kind, string Target, ImmutableList<NoticeKind> Kinds, Language Language,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NoticeSubjects? Subjects = null) : ChannelCommand;

/// <summary>A change of a channel (修改、停用渠道); what is null stays.</summary>
/// <param name="Id">The channel.</param>
/// <param name="Target">Another address.</param>
/// <param name="Kinds">Other kinds of notices.</param>
/// <param name="Language">Another language.</param>
/// <param name="Enabled">False disables it.</param>
/// <param name="NewSecret">True for another secret.</param>
/// <param name="Subjects">Other subjects, at least one.</param>
public sealed record ChangeChannel(
    string Id, string? Target, ImmutableList<NoticeKind>? Kinds, Language? Language, bool? Enabled, bool NewSecret,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NoticeSubjects? Subjects = null) : ChannelCommand;

/// <summary>Sends again what was given up (重发). Each message keeps its key, so that a receiver that has it already can drop it.</summary>
/// <param name="Id">The channel.</param>
public sealed record ResendMessages(string Id) : ChannelCommand;

/// <summary>What was decided about a channel.</summary>
/// <param name="Channel">The channel as it is to be.</param>
/// <param name="Target">Its new address, or null.</param>
/// <param name="NewSecret">True when it takes another secret.</param>
/// <param name="Change">What is done, for the audit line; without secrets. <see cref="ChannelChangeWording"/> says it in Chinese.</param>
/// <param name="Resend">True when what was given up is sent again.</param>
public sealed record ChannelDecided(NoticeChannel Channel, string? Target, bool NewSecret, string Change, bool Resend = false);

/// <summary>Decides about channels. Whoever sets where the hub sends to can make it call any address, so webhooks are the administrator's;
/// the head of an organ sets its own mailboxes and group robots (assumed: the matrix has no row for channels).</summary>
public static class ChannelDecisions
{
    /// <summary>The most channels of one organ; assumed.</summary>
    public const int MostOfOrgan = 20;

    /// <summary>For how long a webhook's former secret signs beside the new one (密钥交替), so that a receiver can change over without losing a message; assumed.</summary>
    public static readonly TimeSpan SecretOverlap = TimeSpan.FromHours(24);

    /// <summary>A new channel.</summary>
    public static Decision<ChannelDecided> Create(CreateChannel command, string id, int held, Actor actor, DateTimeOffset now, ChannelTargets targets)
    {
        if ((NoticeAccess.Manage(actor, command.Organ, command.Kind) ?? targets.Check(command.Kind, command.Target) ?? Some(command.Subjects)) is { } refusal)
            return refusal;
        if (held >= MostOfOrgan)
            return new Refusal("TOO_MANY_CHANNELS", "HUB", "", "organ", $"一个单位最多 {MostOfOrgan} 个渠道", $"An organ has at most {MostOfOrgan} channels");
        var channel = new NoticeChannel(id, 1, command.Organ, command.Kind, ChannelTargets.Shown(command.Kind, command.Target), Distinct(command.Kinds), command.Language, true, now)
        {
            Subjects = command.Subjects ?? NoticeSubjects.All,
        };
        var narrowed = channel.Subjects == NoticeSubjects.All ? "" : $" of {channel.Subjects}";
        return new ChannelDecided(channel, command.Target.Trim(), command.Kind == ChannelKind.Webhook, $"created {channel.Kind} {channel.Shown} for {Named(channel.Kinds)}{narrowed}");
    }

    /// <summary>A change.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="held">The channel as it stands, or null.</param>
    /// <param name="expectedVersion">The version that the actor had seen, or null.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="targets">Which addresses are taken.</param>
    public static Decision<ChannelDecided> Change(ChangeChannel command, NoticeChannel? held, long? expectedVersion, Actor actor, DateTimeOffset now, ChannelTargets targets)
    {
        if (Held(held, actor) is { } hidden)
            return hidden;
        if ((NoticeAccess.Manage(actor, held!.Organ, held.Kind) ?? (command.Target is { } target ? targets.Check(held.Kind, target) : null) ?? Some(command.Subjects) ?? Stale(held, expectedVersion)) is { } refusal)
            return refusal;
        var next = held with
        {
            Version = held.Version + 1,
            Shown = command.Target is { } to ? ChannelTargets.Shown(held.Kind, to) : held.Shown,
            Kinds = command.Kinds is { } kinds ? Distinct(kinds) : held.Kinds,
            Subjects = command.Subjects ?? held.Subjects,
            Language = command.Language ?? held.Language,
            Enabled = command.Enabled ?? held.Enabled,
            ChangedAt = now,
        };
        var newSecret = command.NewSecret && held.Kind == ChannelKind.Webhook;
        return new ChannelDecided(next, command.Target?.Trim(), newSecret, Changes(command, held, next, newSecret));
    }

    /// <summary>Sending again what was given up: by whoever may set the channel, or its own organ.</summary>
    public static Decision<ChannelDecided> Resend(NoticeChannel? held, long? expectedVersion, Actor actor, DateTimeOffset now)
    {
        if (Held(held, actor) is { } hidden)
            return hidden;
        if ((NoticeAccess.Resend(actor, held!.Organ) ?? Stale(held, expectedVersion)) is { } refusal)
            return refusal;
        return held.Enabled
            ? new ChannelDecided(held with { Version = held.Version + 1, ChangedAt = now }, null, false, ChannelChangeWording.SentAgain, Resend: true)
            : new Refusal(RefusalCodes.InvalidInput, "HUB", "", "channelId", "渠道已停用，请先启用再重发", "The channel is disabled; enable it first");
    }

    private static Refusal? Held(NoticeChannel? held, Actor actor) => held is not null && NoticeAccess.Channels(actor, held.Organ)
        ? null
        : new(RefusalCodes.NotFound, "R046", "四(五)", "channelId", "没有这个渠道，或不在您的可见范围内", "There is no such channel within what you may see");

    // Nothing at all is said by no kind, so that it is not said twice.
    private static Refusal? Some(NoticeSubjects? subjects) => subjects == NoticeSubjects.None
        ? new(RefusalCodes.InvalidInput, "HUB", "", "subjects", "至少选择一类提醒事项", "Name at least one subject")
        : null;

    private static Refusal? Stale(NoticeChannel held, long? expectedVersion) => expectedVersion is { } seen && seen != held.Version
        ? new(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "渠道已被他人修改，请刷新后重试", "Somebody changed the channel meanwhile; read it again")
        : null;

    private static string Changes(ChangeChannel command, NoticeChannel held, NoticeChannel next, bool newSecret) => string.Join("; ", new[]
    {
        command.Target is null ? null : $"target {held.Shown} -> {next.Shown}",
        command.Kinds is null ? null : $"kinds {Named(next.Kinds)}",
        command.Subjects is null ? null : $"subjects {next.Subjects}",
        next.Language == held.Language ? null : $"language {next.Language}",
        next.Enabled == held.Enabled ? null : next.Enabled ? ChannelChangeWording.SwitchedOn : ChannelChangeWording.SwitchedOff,
        newSecret ? ChannelChangeWording.AnotherSecret : null,
    }.OfType<string>().DefaultIfEmpty(ChannelChangeWording.Unchanged));

    private static ImmutableList<NoticeKind> Distinct(ImmutableList<NoticeKind> kinds) => [.. kinds.Distinct().Order()];

    private static string Named(ImmutableList<NoticeKind> kinds) => kinds.IsEmpty ? ChannelChangeWording.NoNotices : string.Join(" ", kinds);
}
