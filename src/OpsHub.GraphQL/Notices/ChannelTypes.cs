using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Notices;

/// <summary>A channel. Reached only by those who may see it.</summary>
internal sealed class ChannelType : Described<ChannelRow>
{
    private const int MostChanges = 50;
    private const int MostGivenUp = 50;

    public ChannelType(IChannelTable channels) : base("NoticeChannel", "A channel through which an organ is told (推送渠道), and how it goes. Its target's path and its secret are never given.")
    {
        One<IdGraphType>("id", "Id of the channel.", c => c.Channel.Id);
        One<StringGraphType>("version", "Changes so far, for the next command's expectedVersion (版本).", c => c.Channel.Version.ToString(CultureInfo.InvariantCulture));
        One<OrganType>("organ", "Whose it is (所属单位).", c => c.Channel.Organ);
        One<ChannelKindType>("kind", "How it is reached (渠道类型).", c => c.Channel.Kind);
        One<StringGraphType>("target", "The mailbox, or the host of the URL without its path (地址).", c => c.Channel.Shown);
        Many<NoticeKindType>("kinds", "Which notices go through it (提醒类型); empty for a channel of another system's messages.", c => c.Channel.Kinds).WithAssumedSize(6);
        Many<NoticeSubjectType>("subjects", "What its notices may tell of (提醒事项); all unless it was narrowed.", c => NoticeChannel.Each(c.Channel.Subjects)).WithAssumedSize(7);
        One<LanguageType>("language", "Language of its texts (语言).", c => c.Channel.Language);
        One<ChannelStateType>("state", "How it goes (渠道状态).", Condition);
        Maybe<InstantType>("failingSince", "Since when nothing gets through (故障开始); null while it works.", c => c.State.FailingSince);
        One<IntGraphType>("failures", "Failed attempts since then.", c => c.State.Failures);
        Maybe<StringGraphType>("lastError", "What went wrong last (最近错误); null while it works.", c => c.State.LastError);
        Maybe<InstantType>("nextTry", "When it is tried again (下次重试); null while it works.", c => c.State.FailingSince is null ? null : c.State.NextTry);
        Maybe<InstantType>("lastSentAt", "When something last got through (最近成功); null if never.", c => c.State.LastSentAt);
        AskOne<IntGraphType>("givenUp", "How many messages were given up and not sent again (放弃发送数).",
            async (context, c) => await channels.CountGivenUp(c.Channel.Id, context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
        AskMany<GivenUpMessageType>("givenUpMessages", $"Messages that were given up (放弃发送的消息), newest first, at most {MostGivenUp}; resendMessages sends all of them again.",
            async (context, c) => await channels.GivenUp(c.Channel.Id, MostGivenUp, context.CancellationToken).ConfigureAwait(false))
            .WithAssumedSize(10).WithCost(FieldMarks.OneQuestion);
        One<InstantType>("changedAt", "When it was last changed.", c => c.Channel.ChangedAt);
        AskOne<BooleanGraphType>("mayChange", "True when this actor may change, disable or enable it (可修改).",
            (context, c) => new(NoticeAccess.Manage(Viewer.Of(context).Actor, c.Channel.Organ, c.Channel.Kind) is null));
        AskOne<BooleanGraphType>("mayResend", "True when this actor may have its given-up messages sent again (可重发); a disabled channel sends nothing.",
            (context, c) => new(c.Channel.Enabled && NoticeAccess.Resend(Viewer.Of(context).Actor, c.Channel.Organ) is null));
        AskMany<ChannelCommandType>("changes", $"Who changed it, newest first (变更记录), at most {MostChanges}.",
            async (context, c) => await channels.Commands(c.Channel.Id, MostChanges, context.CancellationToken).ConfigureAwait(false))
            .WithAssumedSize(10).WithCost(FieldMarks.OneQuestion);
    }

    private static object Condition(ChannelRow c) => !c.Channel.Enabled ? ChannelCondition.Off
        : c.State.FailingSince is not null ? ChannelCondition.Failing
        : c.State.LastSentAt is null ? ChannelCondition.Unused : ChannelCondition.Working;
}

/// <summary>Where an organ's channels are set. Reached only by those who may see them.</summary>
/// <param name="Organ">The organ.</param>
/// <param name="MayAdd">Kinds that the actor may add.</param>
internal sealed record ChannelSetting(OrganCode Organ, IReadOnlyList<ChannelKind> MayAdd);

/// <summary>Where an organ's channels are set.</summary>
internal sealed class ChannelSettingType : Described<ChannelSetting>
{
    public ChannelSettingType() : base("NoticeChannelSetting", "What this actor may set of an organ's channels (渠道设置).")
    {
        One<OrganType>("organ", "Whose channels (所属单位).", s => s.Organ);
        Many<ChannelKindType>("mayAdd", "Kinds of channels that this actor may add (可新增渠道类型); empty for those who only see them.", s => s.MayAdd).WithAssumedSize(3);
        One<IntGraphType>("most", "Most channels that an organ may have (渠道上限); assumed.", _ => ChannelDecisions.MostOfOrgan);
        One<IntGraphType>("longestTarget", "Most characters of an address (地址长度上限).", _ => ChannelTargets.Longest);
    }
}

/// <summary>A message that was given up. Reached only through its channel; whose notice it is the channel's organ is told anyway.</summary>
internal sealed class GivenUpMessageType : Described<GivenUpRow>
{
    public GivenUpMessageType() : base("GivenUpMessage", "A message that did not get through however often it was tried (放弃发送的消息).")
    {
        One<StringGraphType>("key", "What the receiver knows it by (消息编号): `webhook-id`, or the message id of an e-mail.", m => m.Key);
        One<StringGraphType>("kind", "What it is: the kind of a notice (Due, Overdue, …), or of another message, e.g. `ticket.status` (类型).", m => m.Kind);
        One<IntGraphType>("attempts", "Failed attempts.", m => m.Attempts);
        One<InstantType>("at", "When it was given up (放弃时间).", m => m.At);
        Maybe<StringGraphType>("number", "Number of the notice's case (案件编号); null for another message, or once the notice is removed.", m => m.Notice?.Notice.Number);
    }
}

/// <summary>A change of a channel.</summary>
internal sealed class ChannelCommandType : Described<NoticeCommandRow>
{
    public ChannelCommandType() : base("NoticeChannelChange", "A change of a channel (变更记录): who, when, what; never its secrets.")
    {
        One<StringGraphType>("version", "The channel's version afterwards.", c => c.Version.ToString(CultureInfo.InvariantCulture));
        One<InstantType>("at", "When.", c => c.At);
        One<StringGraphType>("principal", "Stable id of the account or token; never a person's name.", c => c.Principal);
        One<StringGraphType>("role", "The role it acted in (角色), as in the trace.", c => c.Role);
        One<OrganType>("organ", "The organ it acted for (所属单位).", c => c.Organ);
        AskOne<StringGraphType>("change", "What was done (变更内容).", (context, c) => new(ChannelChangeWording.Of(c.Change, context.GetArgument<Language?>("language") ?? Viewer.Of(context).Language)))
            .Argument<LanguageType>("language", "Language of the text; the viewer's own when left out.");
    }
}

/// <summary>What a command about a channel brought.</summary>
internal sealed class ChannelPayloadType : Described<ChannelAnswer>
{
    public ChannelPayloadType() : base("NoticeChannelPayload", "What a command about a channel brought (渠道办理结果), or errors.")
    {
        Maybe<ChannelType>("channel", "The channel as it stands; null when it was refused.", p => p.Channel);
        Maybe<StringGraphType>("secret", "A webhook's new secret, `whsec_…` (签名密钥): in this answer only, not again when the command is repeated; null when there is none.", p => p.Secret);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Refusal is { } refusal ? [refusal] : Array.Empty<Refusal>());
    }
}

/// <summary>What marking a notice brought.</summary>
internal sealed record NoticePayload(NoticeRow? Notice, IReadOnlyList<Refusal> Errors);

/// <summary>What marking a notice brought.</summary>
internal sealed class NoticePayloadType : Described<NoticePayload>
{
    public NoticePayloadType() : base("NoticePayload", "What marking a notice read brought (已读结果), or errors.")
    {
        Maybe<NoticeType>("notice", "The notice as it stands; null when it was refused.", p => p.Notice);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it was carried out, now or before.", p => p.Errors);
    }
}
