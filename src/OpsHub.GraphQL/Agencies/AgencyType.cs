using GraphQL.Types;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Notices;
using OpsHub.GraphQL.Posts;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Agencies;

/// <summary>A stationed agency. A node of this type exists only where the actor may see the agency.</summary>
internal sealed class AgencyType : Described<AgencyRow>
{
    public AgencyType(
        IHubDirectory directory, CaseLists cases, AgencySummaries summaries, IGrainFactory grains, Access access, TracePages traces, NoticePages notices, IndicatorReports indicators, Scoreboards boards,
        PostsReader posts, AgencyDeadlines deadlines, AgencyCounts counts)
        : base("Agency", "A stationed agency (派驻机构): answers to its dispatching department and to its host township. A001, A002.")
    {
        Interface<NodeInterface>();
        One<IdGraphType>("id", "Opaque global id.", a => GlobalId.OfAgency(a.Code));
        One<StringGraphType>("code", "Host township, dash, department, e.g. `430203001-D12`.", a => a.Code.Value);
        One<StringGraphType>("name", "Chinese name (名称).", a => a.Name);
        One<OrganType>("department", "Dispatching department (派出部门). A001.", a => a.Department);
        One<UnitType>("host", "Host township (驻地乡镇、街道).", a => directory.Node(a.Host));
        Many<UnitType>("served", "Townships served (服务乡镇), the host among them, by code.", a => a.Served.Select(directory.Node)).WithAssumedSize(4);
        One<BooleanGraphType>("generated", "True for an agency generated for demonstration (演示生成).", a => a.Generated);
        AskMaybe<UnitSummaryType>("summary", "Live figures of the cases that it leads or assists (实时汇总).", (context, a) => new(summaries.Of(context, a.Code)));
        AskOne<CaseConnectionType>("cases", "Cases that it leads or assists and that the actor may read (案件).",
            (context, a) => cases.Page(context, Viewer.Of(context), new CaseFilter { Party = a.Code })).Filtered();
        AskOne<DeadlineConnectionType>("deadlines", "The nearest open term of each of those cases, nearest first (期限); what else is open of a case its terms tell.",
            (context, a) => cases.Deadlines(context, Viewer.Of(context), new CaseFilter { Party = a.Code })).OfHolder().DeprecationReason("Cases only; terms has those of its years and people decisions too.");
        AskOne<AgencyDeadlineConnectionType>("terms", "Open terms of those cases, the nearest of each, and of its years and people decisions as far as the actor reads them, nearest first (期限); what else is open of a case its terms tell.",
            (context, a) => deadlines.Page(context, Viewer.Of(context), a)).OfHolder();
        AskMaybe<CaseEvidenceType>("counts", "What its cases of a year count for as they stand now (办件计数), urges and meetings among them; of the townships whose evidence the actor reads, null for those who read none. A004, A022, A023.",
            (context, a) => counts.Of(context, Viewer.Of(context), a)).Argument<IntGraphType>("year", "The year, 2018 or later; the present one when left out (年度).").WithCost(FieldMarks.OneQuestion);
        AskOne<IndicatorReportType>("indicators", "Indicators of the cases that it leads, and of dispatches to it, over a period (指标). A022, A023.",
            (context, a) => new(indicators.Of(context, null, a.Code))).OverPeriod();
        AskOne<TraceConnectionType>("trace", "Its record's trace (留痕): establishment, townships served, powers; oldest first by sequence. G019, G021. NOT_FOUND for those who read no trace of it.",
            (context, a) =>
            {
                access.RequireTrace(Viewer.Of(context).Actor, a);
                return traces.Page(context, GrainKeys.Agency(a.Code), grains.Agency(a.Code).Trace);
            }).Paged().WithCost(FieldMarks.OneQuestion);
        AskMaybe<AgencyPostsType>("posts", "Its people decisions (人事事项): posts and counts, consultations, inquiries, secondments; null for those who read nothing of them. A005-A016.",
            (context, a) => new(posts.Find(context, a.Code))).WithCost(FieldMarks.OneQuestion);
        AskOne<NoticeConnectionType>("notices", "What the agency is told (提醒), newest first. NOT_FOUND for those who read no notices of it.",
            (context, a) => notices.Page(context, a.Code)).OfNotices();
        AskMany<ScoreboardLineType>("years", "Its years that the actor reads, the newest first (历年考核).", (context, a) => boards.OfAgency(context, Viewer.Of(context), a.Code))
            .WithAssumedSize(5).WithCost(FieldMarks.OneQuestion);
    }
}

/// <summary>One of a list of agencies.</summary>
internal sealed class AgencyEdgeType() : EdgeType<AgencyRow, AgencyType>("Agency", "stationed agencies (派驻机构)");

/// <summary>A page of a list of agencies.</summary>
internal sealed class AgencyConnectionType() : ConnectionType<AgencyRow, AgencyType, AgencyEdgeType>("Agency", "stationed agencies (派驻机构)");
