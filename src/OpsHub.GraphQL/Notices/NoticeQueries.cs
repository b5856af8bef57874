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
    public void AddTo(HubQuery query)
    {
        query.AskOne<ListGraphType<NonNullGraphType<ChannelType>>>("noticeChannels",
                "Channels of an organ (推送渠道), by id: for the organ's own head, administrators and auditors. NOT_FOUND for others.",
                async (context, viewer) => OrganCode.TryParse(context.GetArgument<string>("organ"), out var organ) && NoticeAccess.Channels(viewer.Actor, organ)
                    ? await channels.Of([organ], context.CancellationToken).ConfigureAwait(false)
                    : throw RequestError.NotFound("channels"))
            .Argument<NonNullGraphType<StringGraphType>>("organ", "Code of the unit, agency or department (单位).")
            .WithAssumedSize(ChannelDecisions.MostOfOrgan).WithCost(FieldMarks.OneQuestion);
        query.AskOne<NoticeRulesType>("noticeRules", "How people are told (提醒参数).",
            (_, viewer) => viewer.Actor.Role is Role.Resident or Role.WallKey ? throw RequestError.NotFound("parameters") : new(rules));
    }
}
