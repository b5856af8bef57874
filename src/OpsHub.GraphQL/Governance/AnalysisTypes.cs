using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Governance;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Governance;

/// <summary>A report.</summary>
internal sealed class AnalysisReportType : Described<AnalysisReport>
{
    public AnalysisReportType(IGrainFactory grains, IHubDirectory directory, GovernanceReader reader, TracePages traces)
        : base("AnalysisReport", "A township's analysis and judgement report of a cycle (分析研判报告), drafted by the hub from the figures. T023.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", r => GlobalId.OfAnalysis(Key(r)));
        One<UnitType>("township", "The township (乡镇、街道).", r => directory.Node(r.Township));
        One<DayType>("from", "First day of the cycle (周期起).", r => r.From);
        One<DayType>("until", "Last day of the cycle (周期止).", r => r.Until.AddDays(-1));
        One<AnalysisStageType>("stage", "Where it stands (状态).", r => r.Stage);
        One<IntGraphType>("reported", "Cases reported in the cycle (受理上报).", r => (int)r.Counts.Reported);
        One<IntGraphType>("closed", "Cases closed in it (办结).", r => (int)r.Counts.Closed);
        One<ShareType>("onTime", "On time, of those that fell due in it (按期率).", r => new Share(r.Counts.OnTime, r.Counts.Due));
        One<IntGraphType>("open", "Cases open when it was drafted (在办).", r => (int)r.Counts.Open);
        One<IntGraphType>("overdue", "Of these, overdue then (超期).", r => (int)r.Counts.Overdue);
        One<StringGraphType>("text", "What it says (内容); no names of persons.", r => r.Text);
        One<InstantType>("draftedAt", "When it was drafted (起草时间); later than the cycle's end where the hub was down.", r => r.DraftedAt);
        Maybe<InstantType>("adoptedAt", "When it was adopted (采用时间); null while it is a draft.", r => r.AdoptedAt);
        One<StringGraphType>("basis", "What the cycle rests on: `assumed` unless it was set with a source. Parameter AnalysisCycle.", r => reader.BasisOf(r.Township, "AnalysisCycle"));
        AskOne<Cases.TraceConnectionType>("trace", "Its trace (留痕).", (context, r) => traces.Page(context, Key(r), grains.Analysis(Key(r)).Trace)).Paged().WithCost(FieldMarks.OneQuestion);
    }

    private static string Key(AnalysisReport r) => GrainKeys.Analysis(r.Township, r.From);
}

/// <summary>One of a list of reports.</summary>
internal sealed class AnalysisReportEdgeType() : EdgeType<AnalysisReport, AnalysisReportType>("AnalysisReport", "analysis reports (分析研判报告)");

/// <summary>A page of a list of reports.</summary>
internal sealed class AnalysisReportConnectionType() : ConnectionType<AnalysisReport, AnalysisReportType, AnalysisReportEdgeType>("AnalysisReport", "analysis reports (分析研判报告)");
