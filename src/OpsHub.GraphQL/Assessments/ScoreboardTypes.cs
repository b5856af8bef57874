using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>An agency's year on a scoreboard, as one actor sees it. From the index alone.</summary>
internal sealed record ScoreboardLine(AgencyYearRow Row, YearSight Sight)
{
    private readonly Lazy<YearForecast?> _forecast = new(() => Sight.Of(Row.Forecast));

    public YearForecast? Forecast => _forecast.Value;

    public CaseEvidence? Evidence => Sight.Of(Row.EvidenceOf);
}

/// <summary>An agency's year on a scoreboard.</summary>
internal sealed class ScoreboardLineType : Described<ScoreboardLine>
{
    public ScoreboardLineType(IHubDirectory directory, HubClock clock, AgencyYearLoader loader)
        : base("ScoreboardLine", "An agency's year on a scoreboard (计分榜一行); what the actor may not read is null, `reading` says how much that is.")
    {
        One<IdGraphType>("id", "Global id of the agency's year.", l => GlobalId.OfAgencyYear(l.Row.Key));
        One<OrganType>("agency", "The agency (派驻机构).", l => l.Row.Agency);
        One<IntGraphType>("year", "The calendar year (年度).", l => l.Row.Year);
        One<OrganType>("department", "Dispatching department (派出部门).", l => l.Row.Department);
        One<UnitType>("host", "Host township (驻地乡镇、街道).", l => directory.Node(l.Row.Host));
        Many<ServedTownshipType>("served", "Townships served with their weights (服务乡镇权重).", l => l.Row.Weights.Select(w => new ServedTownship(w.Key, w.Value, w.Key == l.Row.Host))).WithAssumedSize(3);
        One<YearReadingType>("reading", "How much of it the actor reads (可读范围).", l => l.Sight.Reading);
        One<AgencyYearStageType>("stage", "Where it stands (环节).", l => l.Row.Stage);
        One<StringGraphType>("stageLabel", "The same in Chinese (环节名称).", l => AssessmentWording.Of(l.Row.Stage));
        One<BooleanGraphType>("hasLetter", "The letter is signed by both (责任书已生效).", l => l.Row.HasLetter);
        One<IntGraphType>("targets", "Targets of the letter (目标数).", l => l.Row.Targets);
        One<IntGraphType>("targetsDone", "Of those, confirmed (已完成).", l => l.Row.TargetsDone);
        Maybe<DecimalType>("duty", "L as it stands, 0 to 100; null while evidence is missing.", l => l.Forecast?.Duty);
        Maybe<DecimalType>("satisfaction", "S as it stands, 0 to 100; null while a survey is missing.", l => l.Forecast?.Satisfaction);
        Maybe<DecimalType>("statutory", "D, 0 to 100; null while it is missing.", l => l.Forecast?.Statutory);
        Maybe<DecimalType>("total", "T, once it is final (总分).", l => l.Sight.Totals ? l.Row.Total : null);
        Maybe<DecimalType>("townshipRate", "R, 0 to 1, once it is final (乡镇部分得分率). A033.", l => l.Sight.Rate ? l.Row.TownshipRate : null);
        Maybe<DecimalType>("forecastTotal", "T as it stands, once L, S and D are there (预测总分).", l => l.Forecast?.Total);
        Maybe<DecimalType>("forecastRate", "R as it stands, once L and S are there (预测得分率).", l => l.Forecast?.TownshipRate);
        Maybe<DecimalType>("satisfactionForExcellent", "S that it takes with the present L for the bar of A033; null as in the forecast.", l => l.Forecast?.SatisfactionForExcellent);
        Maybe<AssessmentGradeType>("grade", "The agency's grade (机构等次).", l => l.Sight.Totals ? l.Row.Grade : null);
        Maybe<AssessmentGradeType>("headGrade", "The head's grade (负责人等次).", l => l.Sight.Totals ? l.Row.HeadGrade : null);
        Maybe<CaseEvidenceType>("evidence", "Evidence summed over the townships whose evidence the actor reads (佐证合计); null where none was counted yet.", l => l.Evidence);
        Maybe<YearForecastType>("forecast", "Where it stands and what would change it (年终预测); null for those who read evidence only.", l => l.Forecast);
        Many<OwedInputType>("owed", "What is missing, by name of unit (所欠事项).", l => l.Row.Forecast.Owed).WithAssumedSize(3);
        Maybe<InstantType>("dueAt", "Nearest due of an open term (到期); null when none is open.", l => l.Row.DueAt);
        Maybe<StringGraphType>("dueTerm", "Stem of that term, e.g. `letter`.", l => l.Row.DueTerm);
        One<BooleanGraphType>("overdue", "True when that due has passed (逾期).", l => l.Row.DueAt <= clock.Now);
        Maybe<IntGraphType>("openAppeals", "Appeals not yet answered (待答复申诉); null for those who read evidence only.", l => l.Sight.Trace ? l.Row.OpenAppeals : null);
        Many<SharedAtType>("sharedAt", "Where the result went (结果共享). A032.", l => l.Row.SharedAt.Where(_ => l.Sight.Totals)).WithAssumedSize(2);
        Maybe<InstantType>("publishedAt", "When the result was published (公布时间).", l => l.Sight.Totals ? l.Row.PublishedAt : null);
        One<InstantType>("changedAt", "When its newest step took effect (最近变更).", l => l.Row.ChangedAt);
        AskMaybe<AgencyYearType>("agencyYear", "The year itself (年度考核).", (context, l) => new(loader.Find(context, Viewer.Of(context), l.Row.Key)));
    }
}

/// <summary>One of a scoreboard's lines.</summary>
internal sealed class ScoreboardEdgeType() : EdgeType<ScoreboardLine, ScoreboardLineType>("Scoreboard", "agencies' years (计分榜)");

/// <summary>A page of a scoreboard.</summary>
internal sealed class ScoreboardConnectionType : Described<Scoreboard>
{
    public ScoreboardConnectionType() : base("ScoreboardConnection", "A page of a scoreboard (计分榜), in the order asked.")
    {
        Many<ScoreboardEdgeType>("edges", "The page's items with their cursors, in list order.", b => b.Page.Edges);
        Many<ScoreboardLineType>("nodes", "The page's items without cursors.", b => b.Page.Edges.Select(e => e.Node));
        One<PageInfoType>("pageInfo", "Where the page begins and ends.", b => b.Page.Ends);
        One<IntGraphType>("totalCount", "How many lines match in all (总数).", b => b.All.Count);
        One<ScoreboardSumsType>("sums", "Sums over all lines that match and that the actor reads, not of the page alone (合计).", b => ScoreboardSums.Of(b.All, b.Page.AsOf));
        One<InstantType>("asOf", "When it was read (截至).", b => b.Page.AsOf);
    }
}

/// <summary>Sums of a scoreboard.</summary>
internal sealed class ScoreboardSumsType : Described<ScoreboardSums>
{
    public ScoreboardSumsType() : base("ScoreboardSums", "Sums of a scoreboard (合计): counts of agencies, never persons.")
    {
        One<IntGraphType>("agencies", "Agencies' years (机构数).", s => s.Agencies);
        One<IntGraphType>("lettersInForce", "Letters signed by both (已生效责任书).", s => s.LettersInForce);
        One<IntGraphType>("targets", "Targets (目标数).", s => s.Targets);
        One<IntGraphType>("targetsDone", "Of those, confirmed (已完成).", s => s.TargetsDone);
        Many<YearStageCountType>("byStage", "By stage, in order; stages without any are left out (各环节).", s => s.ByStage).WithAssumedSize(5);
        Field<ListGraphType<NonNullGraphType<GradeCountType>>>("byGrade").Description("By grade; null where no line's totals are read (各等次).").Resolve(new Read<ScoreboardSums>(s => s.ByGrade)).WithAssumedSize(4);
        Maybe<IntGraphType>("scored", "With a final score; null where no line's totals are read (已评分).", s => s.Scored);
        One<IntGraphType>("owing", "With something owed past its due (逾期欠缺).", s => s.Owing);
        Maybe<IntGraphType>("openAppeals", "Appeals not yet answered; null where no line's totals are read (待答复申诉).", s => s.OpenAppeals);
        Maybe<CaseEvidenceType>("evidence", "Evidence summed, of each line as far as the actor reads it (佐证合计); null where none was counted yet.", s => s.Evidence);
    }
}

/// <summary>Years in a stage.</summary>
internal sealed class YearStageCountType : Described<KeyValuePair<AgencyYearStage, int>>
{
    public YearStageCountType() : base("YearStageCount", "Agencies' years in one stage (各环节).")
    {
        One<AgencyYearStageType>("stage", "The stage (环节).", c => c.Key);
        One<IntGraphType>("count", "How many, at least 1.", c => c.Value);
    }
}

/// <summary>Years with a grade.</summary>
internal sealed class GradeCountType : Described<KeyValuePair<AssessmentGrade, int>>
{
    public GradeCountType() : base("GradeCount", "Agencies' years with one grade (各等次).")
    {
        One<AssessmentGradeType>("grade", "The grade (等次).", c => c.Key);
        One<IntGraphType>("count", "How many, at least 1.", c => c.Value);
    }
}

/// <summary>A shared result.</summary>
internal sealed class SharedResultType : Described<SharedResult>
{
    public SharedResultType() : base("SharedResult", "A result that counts in a township's or department's own assessment (共享结果), each agency once. A032.")
    {
        One<OrganType>("agency", "The agency (派驻机构).", r => r.Row.Agency);
        One<IntGraphType>("year", "The calendar year (年度).", r => r.Row.Year);
        One<ShareTargetType>("target", "Where it counts.", r => r.Target);
        One<DecimalType>("total", "T (总分).", r => r.Row.Total!.Value);
        Maybe<DecimalType>("townshipRate", "R, 0 to 1 (乡镇部分得分率); null where it is L itself and the actor doesn't read L. A033.", r => r.Sight.Rate ? r.Row.TownshipRate : null);
        Maybe<AssessmentGradeType>("grade", "The agency's grade (机构等次).", r => r.Row.Grade);
        Maybe<AssessmentGradeType>("headGrade", "The head's grade (负责人等次).", r => r.Row.HeadGrade);
        One<InstantType>("sharedAt", "When it was shared (共享时间).", r => r.Row.SharedAt[r.Target]);
    }
}
