using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Councils;

/// <summary>Root query for opinion ledgers.</summary>
internal sealed class LedgerQueries(CouncilReader reader) : IRootFields<HubQuery>, INodes
{
    public string Type => "OpinionLedger";

    public void AddTo(HubQuery query) =>
        query.Ask<OpinionLedgerType>("opinionLedger", "Opinion ledger of a community (群众意见台账); null when there is no such community, or none whose ledger the actor may read. C032.",
                async (context, viewer) => await reader.Ledger(viewer, CouncilReader.Unit("community", context.GetArgument<string>("community"))).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("community", "Code of the community or village (社区、村), 12 digits.").WithCost(FieldMarks.OneQuestion);

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        UnitCode.TryParse(key, out var community) ? await reader.Ledger(viewer, community).ConfigureAwait(false) : null;
}

/// <summary>Root queries for councils and their coverage.</summary>
internal sealed class CouncilQueries(CouncilReader reader) : IRootFields<HubQuery>, INodes
{
    public string Type => "Council";

    public void AddTo(HubQuery query)
    {
        query.Ask<CouncilType>("council", "Council of a community (村(居)民议事会); null before it is established, and where the actor may not read it. C008.",
                async (context, viewer) => await reader.Council(viewer, CouncilReader.Unit("community", context.GetArgument<string>("community"))).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("community", "Code of the community or village (社区、村), 12 digits.").WithCost(FieldMarks.OneQuestion);
        query.Ask<CouncilDeskType>("councilDesk", "What a community's council is to the actor (议事会可办事项): whether it is theirs to read, and what they may do; null when there is no such community in force. C008.",
                async (context, viewer) => await reader.Desk(viewer, CouncilReader.Unit("community", context.GetArgument<string>("community"))).ConfigureAwait(false))
            .Argument<NonNullGraphType<StringGraphType>>("community", "Code of the community or village (社区、村), 12 digits.").WithCost(FieldMarks.OneQuestion);
        query.AskOne<CoverageType>("councilCoverage", "Communities of a unit with a council, and those without (议事会覆盖率). C008. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => await reader.Coverage(Unit(context, viewer), SupportKind.Council, context.CancellationToken).ConfigureAwait(false))
            .OfUnit();
        query.AskOne<CoverageType>("consultationCoverage", "Communities of a unit with a council and at least one consultation (协商覆盖率). C003. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => await reader.Consulted(Unit(context, viewer), context.CancellationToken).ConfigureAwait(false))
            .OfUnit();
    }

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        UnitCode.TryParse(key, out var community) ? await reader.Council(viewer, community).ConfigureAwait(false) : null;

    private UnitCode Unit(IResolveFieldContext context, Viewer viewer) => reader.Figures(viewer, "unit", context.GetArgument<string>("unit"));
}

/// <summary>Root queries for support records.</summary>
internal sealed class SupportQueries(CouncilReader reader, ICouncilIndex index, IHubDirectory directory, HubClock clock) : IRootFields<HubQuery>
{
    private static readonly SupportKind[] Covered = [SupportKind.DeputyLink, SupportKind.OnlineChannel, SupportKind.ServicePlace];

    public void AddTo(HubQuery query)
    {
        query.AskOne<ListGraphType<NonNullGraphType<SupportKindInfoType>>>("supportKinds", "Kinds of support records with rule, levels and cycle (协商保障事项).",
            (_, _) => new(SupportRule.All.Values.OrderBy(r => r.Kind))).WithAssumedSize(20);
        query.AskOne<ListGraphType<NonNullGraphType<CommunityMoveType>>>("supportMoves",
                "What the actor may record for a unit now (可登记事项), one step for each kind with the inputs that it takes; empty for those who record nothing there.",
                (context, viewer) => new(reader.SupportOffers(viewer, CouncilReader.Unit("unit", context.GetArgument<string>("unit")))))
            .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the unit for which it is recorded (单位); for a department's publicity its county.").WithAssumedSize(10);
        query.AskOne<SupportRecordConnectionType>("supportRecords", "Support records of a unit and below, newest first (协商保障记录); notices on party affairs for everyone signed in, and for all at /public/party-affairs. C061. NOT_FOUND for others.",
                Records)
            .OfUnit()
            .Argument<SupportKindType>("kind", "Only of this kind (事项).")
            .Argument<NonNullGraphType<BooleanGraphType>>("standingOnly", "Only those not ended (未注销).", a => a.DefaultValue = true)
            .Paged();
        query.AskOne<SupportGapConnectionType>("supportGaps", "What is missing of a unit and below at this instant (缺项): cycles missed, years open, units not covered, terms that end. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) =>
                {
                    var gaps = await reader.Gaps(viewer, reader.Figures(viewer, "unit", context.GetArgument<string>("unit")), context.GetArgument<SupportKind?>("kind"),
                        context.GetArgument<SupportGapStatus?>("status"), context.CancellationToken).ConfigureAwait(false);
                    return ListPages.Of("gaps", gaps, g => g.Key, Paging.Read(context), clock.Now) with { Count = _ => Task.FromResult(gaps.Count) };
                })
            .OfUnit()
            .Argument<SupportKindType>("kind", "Only of this kind (事项).")
            .Argument<SupportGapStatusType>("status", "Only missing in this way (状态).")
            .Paged();
        query.AskOne<ListGraphType<NonNullGraphType<CoverageType>>>("supportCoverage",
                "Communities of a unit with deputies linked, an online channel, a service place (覆盖率). C062, C066, C086. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => await reader.Coverages(reader.Figures(viewer, "unit", context.GetArgument<string>("unit")), Covered, context.CancellationToken).ConfigureAwait(false))
            .OfUnit().WithAssumedSize(3);
        query.AskOne<ListGraphType<NonNullGraphType<MediationAwardType>>>("mediationAwards", "Mediations payable within a unit, by post (以奖代补待兑现). C064. NOT_FOUND outside of what the actor may see.",
                async (context, viewer) => CouncilReader.Unit("unit", context.GetArgument<string>("unit")) is var unit && SupportAccess.Reads(viewer.Actor, unit, directory.IsWithin)
                    && viewer.Actor.Role != Domain.Accounts.Role.Department
                    ? await index.Awards(reader.Keepers(unit, SupportKind.MediationAward), context.CancellationToken).ConfigureAwait(false)
                    : throw RequestError.NotFound($"unit {unit}"))
            .OfUnit().WithAssumedSize(20);
    }

    private async ValueTask<object?> Records(IResolveFieldContext context, Viewer viewer)
    {
        var unit = CouncilReader.Unit("unit", context.GetArgument<string>("unit"));
        var request = Paging.Read(context);
        if (directory.Unit(unit) is null || reader.Records(viewer, unit, context.GetArgument<SupportKind?>("kind"), context.GetArgument<bool>("standingOnly")) is not { } filter)
            throw RequestError.NotFound($"support records of {unit}");
        try
        {
            return Connection<SupportRecordRow>.Of(
                await index.Records(filter, request, context.CancellationToken).ConfigureAwait(false), r => r, cancel => index.CountRecords(filter, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }
}

/// <summary>The argument of every query of a unit's subtree.</summary>
internal static class CouncilArguments
{
    public static global::GraphQL.Builders.FieldBuilder<TSource, object> OfUnit<TSource>(this global::GraphQL.Builders.FieldBuilder<TSource, object> field) => field
        .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the unit, with all below it (单位).").WithCost(FieldMarks.OneQuestion);
}
