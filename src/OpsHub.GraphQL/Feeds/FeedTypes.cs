using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;

namespace OpsHub.GraphQL.Feeds;

/// <summary>A calendar feed.</summary>
internal sealed class CalendarFeedType : Described<CalendarFeedRow>
{
    public CalendarFeedType(IHubDirectory directory)
        : base("CalendarFeed", "A calendar feed (日历订阅): sessions and duties of a unit's consultations, for a phone's calendar. Its key reads that feed and nothing else.")
    {
        One<IdGraphType>("id", "Id, by which it is revoked.", f => f.Id);
        Maybe<UnitType>("unit", "The unit whose consultations it shows (单位), with all below it; null when unknown to the hub.", f => directory.Unit(f.Unit));
        One<InstantType>("createdAt", "When it was made.", f => f.CreatedAt);
        Maybe<InstantType>("expiresAt", "When it lapses with the token that made it; null where it is an account's, with which it ends.", f => f.ExpiresAt);
        Maybe<InstantType>("revokedAt", "When it was revoked (已停用); null while it holds.", f => f.RevokedAt);
    }
}

/// <summary>A new feed.</summary>
internal sealed class CreateCalendarFeedInput : InputType
{
    public CreateCalendarFeedInput() : base("CreateCalendarFeedInput", "A new calendar feed (新增日历订阅).")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("unit", "Code of the unit (单位), within what the actor reads of consultations.");
    }
}

/// <summary>The end of a feed.</summary>
internal sealed class RevokeCalendarFeedInput : InputType
{
    public RevokeCalendarFeedInput() : base("RevokeCalendarFeedInput", "The end of a calendar feed (停用日历订阅).")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("feedId", "Id of the feed; one of the actor's own.");
    }
}

/// <summary>What a command about a feed brought.</summary>
internal sealed class CalendarFeedPayloadType : Described<CalendarFeedAnswer>
{
    public CalendarFeedPayloadType() : base("CalendarFeedPayload", "What a command about a calendar feed brought (处理结果).")
    {
        Maybe<CalendarFeedType>("feed", "The feed as it stands; null when refused.", a => a.Feed);
        Maybe<StringGraphType>("address",
            "Address to subscribe to (订阅地址), secret in it: given once, not again when the command is repeated. Begins with a slash where the hub's own address is not set (OpsHub:PublicAddress).",
            a => a.Address);
        Many<CommandErrorInterface>("errors", "Why it was refused; empty when it succeeded.", a => a.Refusal is { } refusal ? new[] { refusal } : []);
    }
}
