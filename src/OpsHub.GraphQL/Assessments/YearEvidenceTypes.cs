using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A piece of key work.</summary>
internal sealed class KeyWorkType : Described<KeyWork>
{
    public KeyWorkType(IHubDirectory directory, FreeText text) : base("KeyWork", "A piece of a township's key work that asked for the agency (重点工作). A021.")
    {
        One<InstantType>("at", "When it was recorded (登记时间).", w => w.At);
        One<UnitType>("township", "The township (乡镇、街道).", w => directory.Node(w.Township));
        One<StringGraphType>("text", "What (内容).", w => text.Masked(w.Text));
        One<BooleanGraphType>("tookPart", "Whether the agency took part (已参与).", w => w.TookPart);
        Maybe<StringGraphType>("reference", "Reference of its record (记录编号).", w => w.Reference is null ? null : text.Masked(w.Reference));
    }
}

/// <summary>Totals of cases.</summary>
internal sealed class CaseEvidenceType : Described<CaseEvidence>
{
    public CaseEvidenceType() : base("CaseEvidence", "Totals of the agency's cases (办件佐证), from the trace: counts of cases and terms, never persons.")
    {
        One<IntGraphType>("dispatched", "Dispatches to it as lead (派单). A023.", e => e.Dispatched);
        One<IntGraphType>("accepted", "Of those, accepted in time (按时接单).", e => e.Accepted);
        One<IntGraphType>("refused", "Of those, returned as not its own (退单).", e => e.Refused);
        One<IntGraphType>("due", "Handling terms that fell due, without suspended ones (应办). A022.", e => e.Due);
        One<IntGraphType>("onTime", "Of those, kept (按时办结).", e => e.OnTime);
        One<IntGraphType>("returned", "Cases returned at least once (退回件).", e => e.Returned);
        One<IntGraphType>("reworked", "Cases that failed a verification (返工).", e => e.Reworked);
        One<IntGraphType>("urged", "Urges to it (被催办督办). A004.", e => e.Urged);
        One<IntGraphType>("meetingsCalled", "Coordination meetings it was called to (应参加协调会).", e => e.MeetingsCalled);
        One<IntGraphType>("meetingsAttended", "Of those, attended (已参加).", e => e.MeetingsAttended);
        One<InstantType>("through", "The instant up to which the trace was counted (统计截至).", e => e.Through);
    }
}

/// <summary>Evidence in one township, with whose year it is.</summary>
internal sealed record TownshipEvidence(AgencyYear Year, UnitCode Township, CaseEvidence Totals);

/// <summary>Evidence in one township.</summary>
internal sealed class TownshipEvidenceType : Described<TownshipEvidence>
{
    public TownshipEvidenceType(IHubDirectory directory, EvidenceCases cases, EvidenceRecounts recounts) : base("TownshipEvidence", "Totals of the agency's cases in one township (分乡镇佐证).")
    {
        One<UnitType>("township", "The township (乡镇、街道).", e => directory.Node(e.Township));
        One<CaseEvidenceType>("totals", "The totals (合计).", e => e.Totals);
        One<BooleanGraphType>("submitted", "True once the township has submitted its score: from then on the totals stand as they were scored (已报送，数据锁定).", e => e.Year.Submitted.ContainsKey(e.Township));
        AskMaybe<CaseEvidenceType>("recounted", "The same counted from the cases as they are now, up to the same instant (按现有案件重新统计); null before the score is submitted.",
            (context, e) => new(recounts.Of(context, e))).WithCost(FieldMarks.OneQuestion);
        AskMaybe<ListGraphType<NonNullGraphType<EvidenceKindType>>>("differs", "Figures in which the cases as they are now give another count than was scored (与报送时不一致); null before the score is submitted.",
            (context, e) => new(recounts.Of(context, e).Then(now => now is null ? null : EvidenceRecounts.Differing(e.Totals, now)))).WithAssumedSize(1).WithCost(FieldMarks.OneQuestion);
        AskOne<EvidenceCaseConnectionType>("cases", "The cases behind them (逐案佐证), by key, as they count now up to the same instant.", (context, e) => cases.Page(context, e)).OfEvidence();
    }
}

/// <summary>Evidence in one township, of a snapshot.</summary>
internal sealed class SnapshotEvidenceType : Described<KeyValuePair<UnitCode, CaseEvidence>>
{
    public SnapshotEvidenceType(IHubDirectory directory) : base("SnapshotEvidence", "Totals of one township as they were at a snapshot (快照佐证).")
    {
        One<UnitType>("township", "The township (乡镇、街道).", e => directory.Node(e.Key));
        One<CaseEvidenceType>("totals", "The totals (合计).", e => e.Value);
    }
}

/// <summary>A case behind evidence.</summary>
internal sealed class EvidenceCaseType : Described<EvidenceOfCase>
{
    public EvidenceCaseType(CaseLoader loader) : base("EvidenceCase", "A case behind the evidence, with what it counts for (逐案佐证).")
    {
        One<IdGraphType>("caseId", "Global id of the case.", c => GlobalId.OfCase(c.Case));
        AskMaybe<CaseType>("case", "The case (案件); null where the actor may not read it.", (context, c) => new(loader.Listed(context, c.Case)));
        One<CaseEvidenceType>("counts", "What it counts for (计入数).", c => c.Counts);
    }
}

/// <summary>One of a list of such cases.</summary>
internal sealed class EvidenceCaseEdgeType() : EdgeType<EvidenceOfCase, EvidenceCaseType>("EvidenceCase", "cases behind the evidence (逐案佐证)");

/// <summary>A page of such cases.</summary>
internal sealed class EvidenceCaseConnectionType() : ConnectionType<EvidenceOfCase, EvidenceCaseType, EvidenceCaseEdgeType>("EvidenceCase", "cases behind the evidence (逐案佐证)");
