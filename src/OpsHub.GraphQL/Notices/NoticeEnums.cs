using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Notices;

/// <summary>What notices are about.</summary>
internal sealed class NoticeKindType() : EnumType<NoticeKind>("NoticeKind", "What a notice is about (提醒类型).",
    ("NEW_WORK", NoticeKind.NewWork, "It is your move now (待办): reported to you, handed on, dispatched, returned or sent back."),
    ("DUE_SOON", NoticeKind.DueSoon, "A term of yours is due soon (临期). G022."),
    ("DUE", NoticeKind.Due, "A term of yours is due (到期): from now on it is late."),
    ("OVERDUE", NoticeKind.Overdue, "A term is overdue (超期): told to its holder and to the community, township or county whose rung it is."),
    ("EMERGENCY", NoticeKind.Emergency, "An emergency was reported (紧急): told to township and county at once. T024, C065."),
    ("ENDED", NoticeKind.Ended, "A case was closed or declined (办结): told to the first-asked owner, who tells the reporter. T019."),
    ("URGED", NoticeKind.Urged, "You are urged and an answer is due (催办、督办). SM1.U."),
    ("ESCALATED", NoticeKind.Escalated, "A case was escalated to the county's board (升级). SM1.E, C065."),
    ("DECIDED", NoticeKind.Decided, "An extension that you asked for was decided (已批). SM1.11."),
    ("DIGEST", NoticeKind.Digest, "How the unit stands in the morning of a working day (晨报): due today, overdue, waiting for it, and what came and went yesterday. Told to units from township to city, once a day; names no case."));

/// <summary>How channels are reached.</summary>
internal sealed class ChannelKindType() : EnumType<ChannelKind>("NoticeChannelKind", "How a channel is reached (渠道类型).",
    ("WEBHOOK", ChannelKind.Webhook, "Signed webhook by the Standard Webhooks specification (签名回调); set by the administrator only."),
    ("EMAIL", ChannelKind.Email, "E-mail to a duty mailbox (电子邮件)."),
    ("WECOM", ChannelKind.WeCom, "WeCom group robot (企业微信群机器人)."));

/// <summary>How a channel goes.</summary>
internal enum ChannelCondition
{
    Off,
    Unused,
    Working,
    Failing,
}

/// <summary>How a channel goes.</summary>
internal sealed class ChannelStateType() : EnumType<ChannelCondition>("NoticeChannelState", "How a channel goes (渠道状态).",
    ("SWITCHED_OFF", ChannelCondition.Off, "Switched off (已停用): nothing is put into it."),
    ("UNUSED", ChannelCondition.Unused, "Nothing was sent yet (未使用)."),
    ("WORKING", ChannelCondition.Working, "The last message got through (正常)."),
    ("FAILING", ChannelCondition.Failing, "Nothing gets through since failingSince (故障); it is tried again at nextTry."));
