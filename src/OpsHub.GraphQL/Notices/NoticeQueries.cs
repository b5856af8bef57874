using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Notices;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Notices;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Notices;

/// <summary>Root queries for channels and how people are told.</summary>
internal sealed class NoticeQueries(IChannelTable channels, NoticeRules rules) : IRootFields<HubQuery>
{
    private const int MostFailing = 100;

    public void AddTo(HubQuery query)
    {
        query.AskOne<ListGraphType<NonNullGraphType<ChannelType>>>("noticeChannels",
                $"Channels of an organ (推送渠道), by id: for the organ's own head, administrators and auditors. Without an organ, for administrators and auditors: the channels of the whole hub that nothing gets through or whose messages were given up (故障渠道), the longest failing first, at most {MostFailing}. NOT_FOUND for others.",
                async (context, viewer) => context.GetArgument<string?>("organ") is not { } code
                    ? NoticeAccess.AllChannels(viewer.Actor) ? await channels.Failing(MostFailing, context.CancellationToken).ConfigureAwait(false) : throw RequestError.NotFound("channels")
                    : OrganCode.TryParse(code, out var organ) && NoticeAccess.Channels(viewer.Actor, organ)
                        ? await channels.Of([organ], context.CancellationToken).ConfigureAwait(false)
                        : throw RequestError.NotFound("channels"))
            .Argument<StringGraphType>("organ", "Code of the unit, agency or department (单位); left out for the failing ones of the whole hub.")
            .WithAssumedSize(ChannelDecisions.MostOfOrgan).WithCost(FieldMarks.OneQuestion);
        query.AskOne<ChannelSettingType>("noticeChannelSetting", "What the actor may set of an organ's channels (渠道设置). NOT_FOUND for those who may not see them.",
                (context, viewer) => OrganCode.TryParse(context.GetArgument<string>("organ"), out var organ) && NoticeAccess.Channels(viewer.Actor, organ)
                    ? new(new ChannelSetting(organ, [.. Enum.GetValues<ChannelKind>().Where(kind => NoticeAccess.Manage(viewer.Actor, organ, kind) is null)]))
                    : throw RequestError.NotFound("channels"))
            .Argument<NonNullGraphType<StringGraphType>>("organ", "Code of the unit, agency or department (单位).");
        query.AskOne<NoticeRulesType>("noticeRules", "How people are told (提醒参数).",
            (_, viewer) => viewer.Actor.Role is Role.Resident or Role.WallKey ? throw RequestError.NotFound("parameters") : new(rules));
    }
}
