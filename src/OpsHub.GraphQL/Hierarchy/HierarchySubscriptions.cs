using System.Globalization;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A message of unitSummary.</summary>
internal sealed class UnitSummaryChangeType : Described<UnitSummaryChange>
{
    public UnitSummaryChangeType() : base("UnitSummaryChange", "A unit's figures and its children's at a moment (汇总推送). Drop a message whose pair is not greater, unless it is a heartbeat.")
    {
        One<UnitSummaryType>("summary", "The unit's figures (实时汇总).", c => c.Summary);
        Many<UnitSummaryType>("children", "Its children's, all that are in force and that the actor may see, by code; they belong to the unit's own pair (epoch, version) as a whole.", c => c.Children);
        One<BooleanGraphType>("heartbeat", "True when nothing changed: the same pair as before, its due figures read anew.", c => c.Heartbeat);
        One<InstantType>("serverTime", "The hub's clock when the message was made.", c => c.ServerTime);
    }
}

/// <summary>Subscriptions to units.</summary>
internal sealed class HierarchySubscriptions(IHubDirectory directory, Access access, SummaryStream summaries, UnitEvents events) : IRootFields<HubSubscription>
{
    private const string NotFound = " NOT_FOUND when there is no such unit within what the actor may see.";

    public void AddTo(HubSubscription subscription)
    {
        subscription.Stream<UnitSummaryChangeType, UnitSummaryChange>("unitSummary",
                "The unit's figures and its children's (实时汇总): the present state first, then changes, coalesced to about four a second, the newest winning; "
                + "repeated as a heartbeat at least every 5 s." + NotFound,
                (context, viewer) =>
                {
                    var (unit, seen) = (Find(context, viewer), Seen(context));
                    return new(cancel => summaries.Read(viewer, unit, seen, cancel));
                })
            .Argument<NonNullGraphType<StringGraphType>>("code", "Official code of the unit.")
            .Argument<StringGraphType>("epoch", "Epoch of the last message received: with the same version still in force, no first message is sent again.")
            .Argument<StringGraphType>("version", "Version of the last message received; goes with epoch.");
        subscription.Stream<CaseEventType, PlacedEvent>("unitCaseEvents",
                "Events of the unit's cases after a position (案件动态): all of them, in the order in which they became known. "
                + "Within three seconds of losing a connection, an event may come twice; (caseId, position) tells." + NotFound,
                (context, viewer) =>
                {
                    var (unit, after) = (Find(context, viewer), Number(context, "after"));
                    return new(cancel => events.Read(viewer, unit, after, cancel));
                })
            .Argument<NonNullGraphType<StringGraphType>>("code", "Official code of the unit.")
            .Argument<StringGraphType>("after", "Position of the last event received; left out: events from now on.");
    }

    private UnitCode Find(IResolveFieldContext context, Viewer viewer)
    {
        var code = context.GetArgument<string>("code");
        return UnitCode.TryParse(code, out var unit) && directory.Unit(unit) is not null && access.Status(viewer.Actor, unit)
            ? unit
            : throw RequestError.NotFound("such unit");
    }

    private static (long Epoch, long Version)? Seen(IResolveFieldContext context) =>
        Number(context, "epoch") is { } epoch && Number(context, "version") is { } version ? (epoch, version) : null;

    private static long? Number(IResolveFieldContext context, string name) => context.GetArgument<string?>(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw RequestError.Input(name, $"{name} is what a message said, a decimal number.");
}
