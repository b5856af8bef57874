using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A line that can be contested.</summary>
internal sealed class AppealLineType : Described<AppealLine>
{
    public AppealLineType(IHubDirectory directory) : base("AppealLine", "A line of the score that was contested or taken back (评分项).")
    {
        One<AppealLineKindType>("line", "Which line.", l => l.Line switch
        {
            AppealLine.Duty => AppealLineKind.Duty,
            AppealLine.Satisfaction => AppealLineKind.Satisfaction,
            AppealLine.Statutory => AppealLineKind.Statutory,
            _ => AppealLineKind.Grade,
        });
        Maybe<UnitType>("township", "The township whose line it is; null for D and the grade.", l => l.Township is { } township ? directory.Node(township) : null);
        Maybe<DutyComponentType>("component", "One component of L; null for the whole line.", l => l.Component);
        One<StringGraphType>("label", "What it is called, in Chinese.", l => l.Component is { } component ? AssessmentWording.Of(component) : l.Line switch
        {
            AppealLine.Duty => "属地职责",
            AppealLine.Satisfaction => "满意度",
            AppealLine.Statutory => "法定职责",
            _ => "机构等次",
        });
    }
}

/// <summary>An appeal with its term.</summary>
internal sealed record ShownAppeal(Appeal Appeal, Term? Term);

/// <summary>An appeal with its term.</summary>
internal sealed class YearAppealType : Described<ShownAppeal>
{
    public YearAppealType(FreeText text) : base("YearAppeal", "An appeal of the agency against a line (申诉). A028.")
    {
        One<IntGraphType>("number", "1 for the first (序号).", a => a.Appeal.Id);
        One<AppealLineType>("line", "The line (申诉项目).", a => a.Appeal.Line);
        One<StringGraphType>("text", "Why (内容).", a => text.Masked(a.Appeal.Text));
        Many<StringGraphType>("evidence", "References (佐证).", a => a.Appeal.Evidence.Select(text.Masked)).WithAssumedSize(3);
        One<InstantType>("at", "When it was filed (申诉时间).", a => a.Appeal.At);
        One<OrganType>("answers", "Who answers: whoever gave the line, or the performance organ for a township that serves no more (答复单位).", a => a.Appeal.Answers);
        Maybe<BooleanGraphType>("upheld", "Whether it was upheld; null before the answer (申诉成立).", a => a.Appeal.Upheld);
        Maybe<StringGraphType>("answer", "The answer (答复).", a => a.Appeal.Answer is { } answer ? text.Masked(answer) : null);
        Maybe<InstantType>("answeredAt", "When it was answered (答复时间).", a => a.Appeal.AnsweredAt);
        Maybe<TermType>("term", "The term to answer (答复期限).", a => a.Term);
    }
}

/// <summary>A revision as an actor sees it.</summary>
internal sealed record ShownRevision(Revision Revision, YearSight Sight);

/// <summary>A revision as an actor sees it.</summary>
internal sealed class YearRevisionType : Described<ShownRevision>
{
    public YearRevisionType(FreeText text) : base("YearRevision", "A result that was revised (修订前结果): what stood before, who and why; what the actor may not read is null or left out.")
    {
        One<InstantType>("at", "When (修订时间).", r => r.Revision.At);
        Maybe<StringGraphType>("reason", "Why (理由); null where it is about lines that the actor does not read.",
            r => r.Revision.Lines.TrueForAll(r.Sight.Of) ? text.Masked(r.Revision.Reason) : null);
        Many<AppealLineType>("lines", "Lines taken back (重新评分的项目).", r => r.Revision.Lines.FindAll(r.Sight.Of)).WithAssumedSize(2);
        Maybe<TownshipPartType>("part", "The townships' part that stood (原乡镇部分).", r => r.Sight is { Part: true, Own: null } ? r.Revision.Part : null);
        Maybe<AgencyScoreType>("score", "The score that stood (原得分).", r => r.Revision.Score is { } score ? new ShownScore(score, r.Sight) : null);
        Maybe<AssessmentGradeType>("grade", "The grade that stood (原等次).", r => r.Revision.Grade);
        Maybe<AssessmentGradeType>("headGrade", "The head's grade that stood (原负责人等次).", r => r.Revision.HeadGrade);
    }
}

/// <summary>A snapshot as an actor sees it.</summary>
internal sealed record ShownSnapshot(YearSnapshot Snapshot, YearSight Sight);

/// <summary>A snapshot as an actor sees it.</summary>
internal sealed class YearSnapshotType : Described<ShownSnapshot>
{
    public YearSnapshotType() : base("YearSnapshot", "A year as it stood at the end of a month or quarter (月度、季度快照).")
    {
        One<StringGraphType>("period", "`2026-03` for a month, `2026-Q1` for a quarter (时段).", s => s.Snapshot.Period);
        One<InstantType>("at", "The bound that ends it: 24:00 of its last day.", s => s.Snapshot.At);
        One<AgencyYearStageType>("stage", "Where the year stood (环节).", s => s.Snapshot.Stage);
        One<IntGraphType>("targets", "Targets (目标数).", s => s.Snapshot.Targets);
        One<IntGraphType>("targetsDone", "Of those, confirmed (已完成).", s => s.Snapshot.TargetsDone);
        Maybe<DecimalType>("duty", "L as it stood, 0 to 100; null while evidence was missing, and for those who don't read L.", s => s.Sight.Part ? s.Snapshot.Duty : null);
        Maybe<DecimalType>("total", "T, where it was final.", s => s.Sight.Totals ? s.Snapshot.Total : null);
        Many<SnapshotEvidenceType>("evidence", "Totals of the trace by township, as counted then (佐证).", s => s.Snapshot.Evidence).WithAssumedSize(3);
        Many<OwedInputType>("owed", "What was missing, by unit (所欠事项).", s => s.Snapshot.Owed).WithAssumedSize(3);
    }
}

/// <summary>Where a result went.</summary>
internal sealed class SharedAtType : Described<KeyValuePair<ShareTarget, DateTimeOffset>>
{
    public SharedAtType() : base("SharedAt", "Where a result went, and when (结果共享). A032.")
    {
        One<ShareTargetType>("target", "Where.", s => s.Key);
        One<InstantType>("at", "When.", s => s.Value);
    }
}
