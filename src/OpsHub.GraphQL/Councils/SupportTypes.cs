using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Councils;

/// <summary>A kind of support.</summary>
internal sealed class SupportKindInfoType : Described<SupportRule>
{
    public SupportKindInfoType(CouncilReader reader) : base("SupportKindInfo", "A kind of support record (协商保障事项): rule, levels, cycle.")
    {
        One<SupportKindType>("kind", "The kind (事项).", r => r.Kind);
        One<StringGraphType>("rule", "Rule id (规则).", r => r.Rule);
        One<StringGraphType>("clause", "Clause (条款).", r => r.Clause);
        One<StringGraphType>("name", "Chinese name (名称).", r => r.Zh);
        One<StringGraphType>("nameEn", "English name.", r => r.En);
        Many<UnitLevelType>("levels", "Levels of the units that keep it (层级).", r => r.Levels).WithAssumedSize(2);
        One<BooleanGraphType>("recordable", "True when it is recorded with recordSupport; false where ledger or council tells it.", r => !r.Recorders.IsEmpty);
        One<BooleanGraphType>("public", "True when everyone signed in may read its records (公开).", r => r.Public);
        Maybe<IntGraphType>("cycleMonths", "Months of its cycle (周期); null where it has none.", r => reader.Parameters.MonthsOf(r.Kind));
        Maybe<StringGraphType>("parameter", "Name of the cycle's parameter (参数); null where it has none.", r => r.Parameter);
        One<StringGraphType>("basis", "What the cycle rests on (依据): `assumed` unless it was set with a source; `text` where there is none.", r => reader.BasisOf(r.Parameter));
    }
}

/// <summary>A support record. Its text is masked for those who don't keep it.</summary>
internal sealed class SupportRecordType : Described<SupportRecordRow>
{
    public SupportRecordType(IHubDirectory directory, FreeText text) : base("SupportRecord", "A support record (协商保障记录). No names of persons.")
    {
        One<IdGraphType>("id", "Opaque id, for endSupportRecord.", r => GlobalId.OfSupport(r.Unit, r.Record.Id));
        One<SupportKindType>("kind", "Kind (事项).", r => r.Record.Kind);
        One<UnitType>("unit", "Unit whose it is (单位).", r => directory.Node(r.Unit));
        One<DayType>("on", "Day on which it was done, or from which it holds (日期).", r => r.Record.On);
        AskOne<StringGraphType>("text", "What it is (内容); personal numbers masked but for the unit itself.", (context, r) => new(Shown(context, text, r, r.Record.Text)));
        One<InstantType>("recordedAt", "When it was recorded (登记时间).", r => r.Record.At);
        Maybe<IntGraphType>("quantity", "A number: mediations closed, deputies linked, day of the month (数量).", r => r.Record.Quantity);
        Maybe<StringGraphType>("post", "Number of a post, for awards (岗位编号). C064.", r => r.Record.Post);
        Maybe<OrganType>("about", "Demonstration community, or the department whose publicity it is (对象).", r => r.Record.About);
        Maybe<IdGraphType>("consultationId", "Consultation on which a decision rests (依据的协商).", r => r.Record.Consultation is { } key ? GlobalId.OfConsultation(key) : null);
        Maybe<RiskKindType>("risk", "Kind of risk (风险类别). C065.", r => r.Record.Risk);
        One<BooleanGraphType>("unconsulted", "True for a major decision without a finished consultation (未经协商): warned. C006.", r => r.Record.Unconsulted);
        Maybe<InstantType>("endedAt", "When it was ended or dealt with (注销时间); null while it stands.", r => r.EndedAt);
        AskMaybe<StringGraphType>("reason", "Why it was ended, or what was done (注销原因、处理情况).", (context, r) => new(r.Reason is { } reason ? Shown(context, text, r, reason) : null));
        AskMany<CommunityMoveType>("nextMoves", "What the actor may do with it now (可办步骤): ending it, for those who may. C072.", (context, r) => new(
            SupportMoves.OfRecord(Viewer.Of(context).Actor, r.Unit, r.Record.Kind, r.EndedAt is not null, directory.IsWithin))).WithAssumedSize(1);
    }

    private static string Shown(IResolveFieldContext context, FreeText text, SupportRecordRow r, string said) =>
        Viewer.Of(context).Actor is { Organ.Kind: OrganKind.Unit } actor && actor.Organ.Unit == r.Unit && SupportAccess.Reads(actor, r.Unit, (a, b) => a == b) ? said : text.Masked(said);
}

/// <summary>One of a list of records.</summary>
internal sealed class SupportRecordEdgeType() : EdgeType<SupportRecordRow, SupportRecordType>("SupportRecord", "support records (协商保障记录)");

/// <summary>A page of a list of records.</summary>
internal sealed class SupportRecordConnectionType : ConnectionType<SupportRecordRow, SupportRecordType, SupportRecordEdgeType>
{
    public SupportRecordConnectionType() : base("SupportRecord", "support records (协商保障记录)") =>
        AskOne<IntGraphType>("totalCount", "How many match in all; of standing suggestions: what waits in the township's inbox. C072.",
            async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false)).WithCost(FieldMarks.OneQuestion);
}

/// <summary>A gap.</summary>
internal sealed class SupportGapType : Described<SupportGap>
{
    public SupportGapType(IHubDirectory directory, CouncilReader reader) : base("SupportGap", "Something missing at the present instant (缺项).")
    {
        One<UnitType>("unit", "Where (单位).", g => directory.Node(g.Unit));
        One<SupportKindType>("kind", "What (事项).", g => g.Kind);
        One<StringGraphType>("rule", "Rule id (规则).", g => SupportRule.Of(g.Kind).Rule);
        Maybe<OrganType>("organ", "The department whose it is (责任部门); null where the unit's own.", g => g.Organ);
        One<SupportGapStatusType>("status", "How it is missing (状态).", g => g.Status);
        Maybe<DayType>("period", "First day of the cycle, or last day of the term (周期起日、届满日); null for coverage.", g => g.Period);
        One<StringGraphType>("basis", "What the cycle rests on (依据): `assumed` unless it was set with a source; `text` for coverage.",
            g => reader.BasisOf(g.Kind == SupportKind.CouncilTerm ? "CouncilTermWarning" : SupportRule.Of(g.Kind).Parameter));
    }
}

/// <summary>One of a list of gaps.</summary>
internal sealed class SupportGapEdgeType() : EdgeType<SupportGap, SupportGapType>("SupportGap", "gaps of support (缺项)");

/// <summary>A page of a list of gaps.</summary>
internal sealed class SupportGapConnectionType : ConnectionType<SupportGap, SupportGapType, SupportGapEdgeType>
{
    public SupportGapConnectionType() : base("SupportGap", "gaps of support (缺项)") =>
        AskOne<IntGraphType>("totalCount", "How many there are in all.", async (context, c) => await c.Count!(context.CancellationToken).ConfigureAwait(false));
}

/// <summary>An award.</summary>
internal sealed class MediationAwardType : Described<MediationAward>
{
    public MediationAwardType(IHubDirectory directory) : base("MediationAward", "Mediations closed and payable, of one post (以奖代补待兑现). C064: a post's number, never a mediator's name.")
    {
        One<UnitType>("unit", "Unit that recorded them (单位).", a => directory.Node(a.Unit));
        One<StringGraphType>("post", "Number of the post (岗位编号).", a => a.Post);
        One<IntGraphType>("cases", "Cases payable (待兑现件数).", a => a.Cases);
    }
}
