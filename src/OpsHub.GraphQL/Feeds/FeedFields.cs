using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Feeds;

/// <summary>Calendar feeds: the actor's own, made and revoked.</summary>
internal sealed class FeedFields(ICalendarFeeds feeds) : IRootFields<HubQuery>, IRootFields<HubMutation>
{
    private const int MostListed = 100;

    public void AddTo(HubQuery query) => query
        .AskOne<ListGraphType<NonNullGraphType<CalendarFeedType>>>("calendarFeeds", "The actor's own calendar feeds that hold (日历订阅), newest first. Their keys are not told again.",
            async (context, viewer) => await feeds.Of(viewer.Actor, context.CancellationToken).ConfigureAwait(false))
        .WithAssumedSize(MostListed).WithCost(FieldMarks.OneQuestion);

    public void AddTo(HubMutation mutation)
    {
        mutation.Do<CreateCalendarFeedInput, CalendarFeedPayloadType>("createCalendarFeed",
            "Make a calendar feed of a unit (新增日历订阅), with what the actor's role reads; a former one of the same actor and unit is revoked. Errors as in CommandError.",
            (context, fields) => Do(context, fields, (input, actor, token) => feeds.Create(actor, token, input.Unit("unit"), input.CommandId(), context.CancellationToken)));
        mutation.Do<RevokeCalendarFeedInput, CalendarFeedPayloadType>("revokeCalendarFeed", "Revoke one of the actor's own calendar feeds (停用日历订阅). Errors as in CommandError.",
            (context, fields) => Do(context, fields, (input, actor, _) =>
            {
                _ = input.CommandId(); // refused where it is malformed; what is revoked twice is revoked once
                return feeds.Revoke(actor, input.Text("feedId"), context.CancellationToken);
            }));
    }

    private static async ValueTask<object?> Do(
        IResolveFieldContext context, IDictionary<string, object?> fields, Func<CommandInput, Actor, string?, Task<CalendarFeedAnswer>> act)
    {
        try
        {
            return await act(new CommandInput(fields), Viewer.Of(context).Actor, context.User?.FindFirst("jti")?.Value).ConfigureAwait(false);
        }
        catch (InputRefusedException refused)
        {
            return new CalendarFeedAnswer(null, null, refused.Refusal);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return new CalendarFeedAnswer(null, null, HubRefusals.RetryLater);
        }
    }
}
