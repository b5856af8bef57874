using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Establishments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Establishments;

/// <summary>A township's set.</summary>
internal sealed class TownshipEstablishmentType : Described<TownshipEstablishmentNode>
{
    public TownshipEstablishmentType(IHubDirectory directory, EstablishmentReader reader)
        : base("TownshipEstablishment", "Organs, nameplates and posts of a township or street (乡镇街道机构编制). Counts, never persons. R020-R027, T030-T037.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", t => GlobalId.OfTownshipEstablishment(t.Township));
        One<UnitType>("township", "The township or street (乡镇街道).", t => directory.Node(t.Township));
        One<BooleanGraphType>("hardLimits", "True for a 乡镇, whose numeric limits refuse; false for a street or special unit, where they warn. R023, resolution 59.", t => t.Fact?.IsTown ?? false);
        Maybe<TownshipClassType>("class", "Class (类别); null before it was recorded. R003.", t => t.State.Class);
        Maybe<BasisKindType>("classBasis", "TEXT where a document classifies it, ASSUMED otherwise: the cut-offs are not in the policy's text (依据); null without a class.",
            t => t.State.Class is null ? null : Basis(t.State.ClassSource));
        AskMaybe<StringGraphType>("classSource", "That document (依据文件); null where the class is assumed, and for keys and gateways.", (context, t) => new(reader.Shown(Viewer.Of(context).Actor, t, t.State.ClassSource)));
        Maybe<IntGraphType>("leaderQuota", "Leaders of its class (领导职数): 11, 11, 9; null without a class. R004, R005, R008.", t => reader.Book(t.Of.County).Establishments.LeadersOf(t.State.Class));
        AskMany<TownshipOrganType>("organs", "Organs, in order of adding (内设机构); for keys and gateways none: they read the counts. T030-T033.",
            (context, t) => new(EstablishmentAccess.ReadsNames(Viewer.Of(context).Actor) ? t.State.Organs : [])).WithAssumedSize(9);
        One<IntGraphType>("offices", "Party-government organs (党政机构数). T030.", t => t.State.Counted(TownshipOrganKind.Office, reader.Book(t.Of.County).Establishments));
        One<IntGraphType>("countedStations", "Stations that count, co-managed ones on county posts aside unless CountCoManagedStations is set (计入限额的事业站所数). T031, T035.", t => t.State.Counted(TownshipOrganKind.Station, reader.Book(t.Of.County).Establishments));
        One<IntGraphType>("brigades", "Enforcement brigades (执法大队数). T032.", t => t.State.Counted(TownshipOrganKind.Brigade, reader.Book(t.Of.County).Establishments));
        AskMany<NameplateType>("nameplates", "Additional nameplates, in order of adding (加挂牌子); for keys and gateways none: they read the count. T034, R021.",
            (context, t) => new(EstablishmentAccess.ReadsNames(Viewer.Of(context).Actor) ? t.State.Nameplates.ConvertAll(n => reader.Shown(Viewer.Of(context).Actor, t, n)) : [])).WithAssumedSize(3);
        One<IntGraphType>("nameplateCount", "Additional nameplates (加挂牌子数). T034.", t => t.State.Nameplates.Count);
        Maybe<UnityType>("unity", "Seals, teams, platforms (三个一); null before they were recorded. R024.", t => t.State.Unity);
        One<IntGraphType>("posts", "Posts allotted (编制数), 0 or more. R025.", t => t.State.Posts);
        Maybe<IntGraphType>("staffQuota", "Quota of staff outside the establishment (编外聘用人员定额); null before it was set. R027.", t => t.State.StaffQuota);
        Maybe<BasisKindType>("quotaBasis", "TEXT where a document sets it, ASSUMED otherwise (依据); null without a quota.", t => t.State.StaffQuota is null ? null : Basis(t.State.QuotaSource));
        AskMaybe<StringGraphType>("quotaSource", "That document (依据文件); null where the quota is assumed, and for keys and gateways.", (context, t) => new(reader.Shown(Viewer.Of(context).Actor, t, t.State.QuotaSource)));
        One<IntGraphType>("staff", "Staff outside the establishment (编外聘用人员数), 0 or more. R027.", t => t.State.Staff);
        Many<EstablishmentFlagType>("flags", "What is flagged, until it is cured (提示): above a limit, a small township at the full number, not one seal, team or platform, above the quota. R021-R024, R027.", reader.Flags).WithAssumedSize(2);
        AskMany<ProposedOrganType>("proposedOrgans", "Usual organs that it lacks and has room for (建议机构): for a new township 5 organs, 3 stations, 1 brigade. A proposal; other names are noted, none is refused. For keys and gateways none. T033.",
            (context, t) => new(t.Fact is null || !EstablishmentAccess.ReadsNames(Viewer.Of(context).Actor) ? [] : OrganTemplate.Proposed(t.State, reader.Book(t.Of.County).Establishments))).WithAssumedSize(9);
        AskMany<EstablishmentMoveType>("moves", "Steps that this actor may take now (可办步骤). T037.",
            (context, t) => new(EstablishmentMoves.OfTownship(t.Of.State, t.Township, reader.Facts(Viewer.Of(context).Actor, t.Of.County)))).WithAssumedSize(10);
    }

    private static BasisKind Basis(string? source) => source is null ? BasisKind.Assumed : BasisKind.Text;
}

/// <summary>An organ.</summary>
internal sealed class TownshipOrganType : Described<TownshipOrgan>
{
    public TownshipOrganType() : base("TownshipOrgan", "An organ of a township (内设机构).")
    {
        One<IntGraphType>("number", "1 for the township's first (序号); never given twice.", o => o.Id);
        One<TownshipOrganKindType>("kind", "Kind (性质).", o => o.Kind);
        One<StringGraphType>("name", "Name (名称).", o => o.Name);
        One<BooleanGraphType>("onCountyPosts", "True for a co-managed station on county posts, which is not counted (使用县级编制). T035.", o => o.OnCountyPosts);
        One<BooleanGraphType>("usual", "True where it goes by a usual name (规范名称); another is only noted. T033.", o => OrganTemplate.IsUsual(o));
    }
}

/// <summary>A nameplate.</summary>
internal sealed class NameplateType : Described<Nameplate>
{
    public NameplateType() : base("Nameplate", "An additional nameplate of a township (加挂牌子). T034.")
    {
        One<IntGraphType>("number", "1 for the township's first (序号); never given twice.", n => n.Id);
        One<StringGraphType>("name", "Name (名称).", n => n.Name);
        Maybe<StringGraphType>("reason", "Why one more than the limit (理由); null within it.", n => n.Reason);
        Maybe<StringGraphType>("approval", "Number of the county's approval (批准文号); null within the limit.", n => n.Approval);
    }
}

/// <summary>Seals, teams, platforms.</summary>
internal sealed class UnityType : Described<UnityCounts>
{
    public UnityType() : base("Unity", "How many a township has of seals, teams and platforms (三个一): one each. R024.")
    {
        One<IntGraphType>("approvalSeals", "Seals for approval (审批印章数).", u => u.ApprovalSeals);
        One<IntGraphType>("enforcementTeams", "Teams for enforcement (执法队伍数).", u => u.EnforcementTeams);
        One<IntGraphType>("governancePlatforms", "Platforms for governance (治理平台数).", u => u.GovernancePlatforms);
        Many<UnityItemType>("notMet", "Of which there is not exactly one (未落实项).", u => u.NotMet).WithAssumedSize(1);
    }
}

/// <summary>A proposed organ.</summary>
internal sealed class ProposedOrganType : Described<NewOrgan>
{
    public ProposedOrganType() : base("ProposedOrgan", "A usual organ of townships (建议机构). T033. The text quotes the first two names; the spelling of the others is assumed.")
    {
        One<TownshipOrganKindType>("kind", "Kind (性质).", o => o.Kind);
        One<StringGraphType>("name", "Name (名称).", o => o.Name);
    }
}

/// <summary>A flag.</summary>
internal sealed class EstablishmentFlagType : Described<EstablishmentFlag>
{
    public EstablishmentFlagType() : base("EstablishmentFlag", "Something to look at in a township's set (提示); it blocks nothing.")
    {
        One<StringGraphType>("rule", "Rule id (规则).", f => f.Rule);
        One<StringGraphType>("clause", "Clause of the policy (条款).", f => f.Clause);
        One<StringGraphType>("message", "What it is, in Chinese (说明).", f => f.Zh);
        One<StringGraphType>("messageEn", "The same in English.", f => f.En);
    }
}

/// <summary>A step.</summary>
internal sealed class EstablishmentMoveType : Described<EstablishmentMove>
{
    public EstablishmentMoveType() : base("EstablishmentMove", "A step that this actor may take now (可办步骤). One that is offered may still be refused for what it says.")
    {
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `addTownshipOrgans`.", m => EstablishmentMutations.NameOf(m.Command));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 设置机构.", m => m.Zh);
        One<StringGraphType>("labelEn", "The same in English.", m => m.En);
        One<StringGraphType>("rule", "Rule that it rests on, e.g. `T030`.", m => m.Rule);
    }
}

/// <summary>One of a list of townships' sets.</summary>
internal sealed class TownshipEstablishmentEdgeType() : EdgeType<TownshipEstablishmentNode, TownshipEstablishmentType>("TownshipEstablishment", "townships' organs and posts (乡镇街道机构编制)");

/// <summary>A page of a list of townships' sets.</summary>
internal sealed class TownshipEstablishmentConnectionType()
    : ConnectionType<TownshipEstablishmentNode, TownshipEstablishmentType, TownshipEstablishmentEdgeType>("TownshipEstablishment", "townships' organs and posts (乡镇街道机构编制)");
