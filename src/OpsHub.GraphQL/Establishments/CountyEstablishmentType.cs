using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Rules;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Rules;

namespace OpsHub.GraphQL.Establishments;

/// <summary>A county's establishment.</summary>
internal sealed class CountyEstablishmentType : Described<CountyEstablishmentNode>
{
    public CountyEstablishmentType(IGrainFactory grains, IHubDirectory directory, EstablishmentReader reader, Workloads workloads, TracePages traces)
        : base("CountyEstablishment", "Organs, nameplates and posts of a county's townships, which share one total of posts (机构编制). Counts, never persons. R020-R027, T030-T037.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", c => GlobalId.OfCountyEstablishment(c.County));
        One<UnitType>("county", "The county (县市区).", c => directory.Node(c.County));
        Maybe<IntGraphType>("total", "Posts of all its townships (编制总量); null before they were recorded. R025.", c => c.State.Total);
        One<IntGraphType>("allotted", "Posts that townships have (已分配编制). R025: never above the total.", c => c.State.Allotted);
        Maybe<IntGraphType>("unallotted", "Posts that no township has (未分配编制); null before the total was recorded.", c => c.State.Unallotted);
        Maybe<InstantType>("changedAt", "When its newest step took effect; null before the first.", c => c.Row is null ? null : c.State.ChangedAt);
        AskOne<TownshipEstablishmentConnectionType>("townships", "Its townships and streets by code, those in force, and those of which something is still recorded (乡镇街道).",
            (context, c) => new(ListPages.Of("establishments", reader.Townships(c), t => t.Township.Value, Paging.Read(context), c.Now))).Paged();
        One<UnityCoverageType>("unity", "How many of its townships have one seal, one team, one platform (三个一覆盖情况). R024.", reader.Coverage);
        AskOne<PostWorkloadConnectionType>("workloads", "Its townships in force by cases per post, the most first (工作量排序). R026.", workloads.Page)
            .Argument<PeriodInput>("period", "Days counted (统计期); without it the last whole months, `WorkloadMonths` of them (assumed). INVALID_INPUT otherwise.")
            .Paged().WithCost(IndicatorTurns.Cost);
        Many<ParameterType>("limits", "Limits and parameters that it goes by, by name (限额): those of the text, and what is assumed.",
            c => EstablishmentParameters.All.Keys.Select(name => new ParameterRow(RuleParameters.All[name], reader.Book(c.County)))).WithAssumedSize(6);
        AskMany<EstablishmentMoveType>("moves", "Steps that this actor may take now for the county as a whole (可办步骤). R025.",
            (context, c) => new(EstablishmentMoves.OfCounty(c.State, reader.Facts(Viewer.Of(context).Actor, c.County)))).WithAssumedSize(2);
        AskOne<TraceConnectionType>("trace", "Its trace (留痕). NOT_FOUND for those who read no trace of it: part 4, and the establishment office its own.", (context, c) =>
        {
            if (!reader.ReadsTrace(Viewer.Of(context).Actor, c.County))
                throw RequestError.NotFound($"trace of the establishment of {c.County}");
            return traces.Page(context, GrainKeys.Establishment(c.County), grains.Establishment(c.County).Trace);
        }).Paged().WithCost(FieldMarks.OneQuestion);
    }
}

/// <summary>Coverage of one seal, one team, one platform.</summary>
internal sealed class UnityCoverageType : Described<UnityCoverage>
{
    public UnityCoverageType() : base("UnityCoverage", "How far a county has come with one seal, one team, one platform (三个一覆盖情况). What is not recorded is not met. R024.")
    {
        One<IntGraphType>("townships", "Townships and streets in force (乡镇街道数).", u => u.Townships);
        One<IntGraphType>("recorded", "Of these, recorded (已登记数).", u => u.Recorded);
        One<IntGraphType>("met", "Of these, with exactly one of each (落实数).", u => u.Met);
        One<IntGraphType>("approvalSeal", "With exactly one seal for approval (一枚印章).", u => u.ApprovalSeal);
        One<IntGraphType>("enforcementTeam", "With exactly one team for enforcement (一支队伍).", u => u.EnforcementTeam);
        One<IntGraphType>("governancePlatform", "With exactly one platform for governance (一个平台).", u => u.GovernancePlatform);
        Maybe<DecimalType>("rate", "Rate of townships with exactly one of each, 0 to 1 (覆盖率); null without townships.", u => u.Rate);
    }
}

/// <summary>One of a list of counties' establishments.</summary>
internal sealed class CountyEstablishmentEdgeType() : EdgeType<CountyEstablishmentNode, CountyEstablishmentType>("CountyEstablishment", "counties' organs and posts (机构编制)");

/// <summary>A page of a list of counties' establishments.</summary>
internal sealed class CountyEstablishmentConnectionType()
    : ConnectionType<CountyEstablishmentNode, CountyEstablishmentType, CountyEstablishmentEdgeType>("CountyEstablishment", "counties' organs and posts (机构编制)");
