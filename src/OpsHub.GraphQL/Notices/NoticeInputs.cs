using GraphQL.Types;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Notices;

/// <summary>Marking a notice read.</summary>
internal sealed class MarkNoticeReadInput : InputType
{
    public MarkNoticeReadInput() : base("MarkNoticeReadInput", "Marking a notice read (标记已读).")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("noticeId", "Id of the notice.");
    }
}

/// <summary>A new channel.</summary>
internal sealed class CreateNoticeChannelInput : InputType
{
    public CreateNoticeChannelInput() : base("CreateNoticeChannelInput", "A new channel (新增渠道).")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("organ", "Code of the unit, agency or department that is told (单位).");
        Needs<ChannelKindType>("kind", "How it is reached (渠道类型); WEBHOOK by administrators only.");
        Needs<StringGraphType>("target", "URL of the webhook or robot, https, or the duty mailbox (地址), 1 to 500 characters. InvalidInputError otherwise.");
        MayMany<NoticeKindType>("kinds", "Which notices go through it (提醒类型); all when left out, none when empty.");
        MayMany<NoticeSubjectType>("subjects", "What its notices may tell of (提醒事项), at least one; all when left out, those of later versions among them.");
        May<LanguageType>("language", "Language of its texts (语言).", Domain.Calendars.Language.Zh);
    }
}

/// <summary>Sending again what was given up.</summary>
internal sealed class ResendMessagesInput : InputType
{
    public ResendMessagesInput() : base("ResendMessagesInput", "Sending again what a channel had given up (重发).")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("channelId", "Id of the channel.");
        May<StringGraphType>("expectedVersion", "The version that the actor had seen (版本): if others changed it since, StaleVersionError. Left out: no check.");
    }
}

/// <summary>A change of a channel.</summary>
internal sealed class ChangeNoticeChannelInput : InputType
{
    public ChangeNoticeChannelInput() : base("ChangeNoticeChannelInput", "A change of a channel (修改、停用渠道); what is left out stays.")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("channelId", "Id of the channel.");
        May<StringGraphType>("expectedVersion", "The version that the actor had seen (版本): if others changed it since, StaleVersionError. Left out: no check.");
        May<StringGraphType>("target", "Another address, 1 to 500 characters.");
        MayMany<NoticeKindType>("kinds", "Other kinds of notices (提醒类型).");
        MayMany<NoticeSubjectType>("subjects", "Other subjects (提醒事项), at least one.");
        May<LanguageType>("language", "Another language (语言).");
        May<BooleanGraphType>("enabled", "False disables it, true enables it again.");
        May<BooleanGraphType>("newSecret", "True for another secret of a webhook (更换密钥), given in the answer only; for 24 hours messages are signed with the former one too.");
    }
}
