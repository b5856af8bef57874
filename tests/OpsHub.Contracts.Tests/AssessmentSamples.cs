using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Schemes;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event of an agency's year and of a scheme, every field set.</summary>
internal static class AssessmentSamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode Host = UnitCode.Parse("430203001");
    private static readonly UnitCode Second = UnitCode.Parse("430203002");
    private static readonly OrganCode Department = OrganCode.Parse("430203:D12");
    private static readonly ImmutableSortedDictionary<UnitCode, decimal> Weights = ImmutableSortedDictionary<UnitCode, decimal>.Empty.Add(Host, 0.6m).Add(Second, 0.4m);
    private static readonly ImmutableList<YearTarget> Targets = [new(1, "占道经营清零", "按月核查", new(2026, 12, 20), 40, false, "已完成四成"), new(2, "垃圾分类覆盖", "覆盖率", new(2026, 6, 30))];
    private static readonly CaseEvidence Totals = new(50, 48, 2, 100, 92, 3, 1, 2, 5, 4, At);
    private static readonly ImmutableSortedDictionary<UnitCode, CaseEvidence> Evidence = ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty.Add(Host, Totals).Add(Second, Totals);
    private static readonly ImmutableList<Term> Terms = [Term("letter")];
    private static readonly AppealLine Line = new(AppealLine.Duty, Host, DutyComponent.MattersHandled);

    private static readonly AssessmentRules Rules = new()
    {
        Version = 3, Sources = new AssessmentRules().Sources.Add("AppealWithin", "县考核细则").Add("LetterSignBy", null), Base = TownshipPartBase.Sixty, Area = AreaMethod.Weighted,
    };

    private static readonly Adjustment Adjusted = new(Host, DutyComponent.AnnualTargets, 90m, 85.5m, "第十项只算一半", At, "township-1", "责任书未签");

    private static readonly DutySubmission Duty = new(
        All(c => 85.5m), All(c => c == DutyComponent.KeyWork ? null : (decimal?)92m), At, "责任书未签", ImmutableSortedDictionary<DutyComponent, DutyFigures>.Empty.Add(DutyComponent.MattersHandled, new(92, 100, 2)));

    private static readonly GroupTally Tally = GroupTally.None(RaterGroup.ServiceUsers).With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, d => 80 + (int)d));
    private static readonly SatisfactionResult Survey = new(81.5m, [Tally], [RaterGroup.CommunityWorkers, RaterGroup.Representatives], At);
    private static readonly StatutoryScore Statutory = new(88m, "按法定职责清单", At);
    private static readonly AgencyScore Score = new(90m, 85m, 88m, 36m, 17m, 35.2m, 88.2m, 0.88333333333333333333m, false);

    private static readonly Revision Former = new(
        At, "performance-1", "录入有误", new(90m, 85m), Score, AssessmentGrade.Good, AssessmentGrade.Competent, [Line, new(AppealLine.Statutory)],
        ImmutableSortedDictionary<UnitCode, DutySubmission>.Empty.Add(Host, Duty), ImmutableSortedDictionary<UnitCode, SatisfactionResult>.Empty.Add(Host, Survey), Statutory);

    private static readonly Appeal Contested = new(1, Line, "漏计两件", ["case-1"], At, OrganCode.Of(Host));
    private static readonly ImmutableList<SchemeComponent> Components = [new("部门评价", SchemeSource.FromAbove, 0.5m, true, 3), new("满意度", SchemeSource.Satisfaction, 0.5m)];
    private static readonly ImmutableList<VetoItem> Vetoes = [new("重大安全责任事故", "安全生产法")];

    public static readonly ImmutableList<AgencyYearCommand> Commands =
    [
        new OpenYear(CaseSamples.Agency, 2026), new SetWeights(Weights), new ListDuties(["日常巡查"]), new NegotiatePlan(), new DeterminePlan("协商不成"), new DraftPlan(Targets), new SubmitPlan(),
        new ConsentToPlan(), new ObjectToPlan("不够具体"), new SignLetter(), new ReportProgress(1, 40, "已完成四成"), new ConfirmTarget(1, true, "已核"), new RecordKeyWork("防汛值守", true, "会议纪要 3"),
        new RecordEvidence(Evidence), new OpenAssessment(), new AdjustComponent(DutyComponent.AnnualTargets, 85.5m, "第十项只算一半", "责任书未签"), new WithdrawAdjustment(DutyComponent.KeyWork, "重复扣分"), new SubmitDuty("责任书未签"),
        new SubmitSatisfaction(Host, [Tally]), new SubmitStatutory(88m, "按清单"), new AggregateTownshipPart(), new FinaliseScore(), new SetAgencyGrade(AssessmentGrade.Good),
        new SetHeadGrade(AssessmentGrade.Competent), new ShareResult(ShareTarget.Township), new PublishResult("县政府网站"), new ReviseResult("录入有误", [Line]), new AppealAgainst(Line, "漏计两件", ["case-1"]), new AnswerAppeal(1, true, "确有漏计"),
        new RecordHostResult(AssessmentGrade.Good, 1.1m, "复核更正"), new RecordStaffResult(AssessmentGrade.Good, Department, 1000m, 80m, "基数更正"), new RecordDailyWork(6, 90m, "复核更正"),
    ];

    public static readonly ImmutableList<AgencyYearEvent> Events =
    [
        new YearOpened(At, CaseSamples.Agency, 2026, Department, Host, Weights, Rules, Terms), new WeightsSet(At, Weights), new DutiesListed(At, ["日常巡查"]), new PlanDrafted(At, Targets),
        new PlanNegotiated(At, Second), new PlanDetermined(At, "协商不成"), new PlanSubmitted(At, [Term("consent")]), new PlanObjected(At, "不够具体", [Domain.Calendars.Terms.Complete(Term("consent"), At)]),
        new PlanSubmitted(At, [Term("consent-2")]), new PlanConsented(At, [Domain.Calendars.Terms.Complete(Term("consent-2"), At)]), new LetterSigned(At, true, []), new LetterSigned(At, false, [Term("target-1")]),
        new ProgressReported(At, 1, 40, "已完成四成"), new TargetConfirmed(At, 1, true, "已核", [Domain.Calendars.Terms.Complete(Term("target-1"), At)]),
        new KeyWorkRecorded(At, new(At, Host, "防汛值守", true, "会议纪要 3")), new EvidenceRecorded(At, Evidence), new AssessmentOpened(At, Rules, [Term("duty"), Term("survey"), Term("statutory")]),
        new ComponentAdjusted(At, Adjusted), new ComponentAdjusted(At, Adjusted with { Component = DutyComponent.KeyWork }),
        new AdjustmentWithdrawn(At, Host, DutyComponent.KeyWork, 85.5m, new(At, "township-1", "重复扣分")), new DutySubmitted(At, Host, Duty, []), new SatisfactionSubmitted(At, Host, Survey, []), new StatutorySubmitted(At, Statutory, []),
        new PartAggregated(At, new(90m, 85m), [Term("score")]), new ScoreFinalised(At, Score, [Term("grade")]), new AppealFiled(At, Contested, [Term("appeal")]),
        new AppealAnswered(At, 1, true, "确有漏计", Former, [Domain.Calendars.Terms.Complete(Term("appeal"), At)]), new DutySubmitted(At, Host, Duty, []), new SatisfactionSubmitted(At, Host, Survey, []),
        new StatutorySubmitted(At, Statutory, []), new PartAggregated(At, new(90m, 85m), []), new ScoreFinalised(At, Score, []), new ResultRevised(At, Former, [Term("duty-2")]),
        new DutySubmitted(At, Host, Duty, []), new SatisfactionSubmitted(At, Host, Survey, []), new StatutorySubmitted(At, Statutory, []), new PartAggregated(At, new(90m, 85m), []), new ScoreFinalised(At, Score, []),
        new AgencyGradeSet(At, AssessmentGrade.Good, []), new HeadGradeSet(At, AssessmentGrade.Competent) { Terms = [Domain.Calendars.Terms.Complete(Term("head"), At)] }, new ResultShared(At, ShareTarget.Township, 88.2m, [Term("publication")]), new ResultPublished(At, "县政府网站", []),
        new HostResultRecorded(At, new(AssessmentGrade.Good, 1.1m, At), "复核更正"), new StaffResultRecorded(At, new(AssessmentGrade.Good, 1000m, 80m, At)), new DailyWorkRecorded(At, new(6, 90m, At)),
        new AgencyYearRungsFired(At, [new("letter", RungKind.Due, At)]), new AgencyYearTermsReprojected(At, 3, [Term("letter")]),
    ];

    public static readonly ImmutableList<SchemeCommand> SchemeCommands = [new CreateScheme(UnitCode.Parse("430203"), 2026, SchemeTarget.Townships, Components, Vetoes)];

    public static readonly ImmutableList<SchemeEvent> SchemeEvents = [new SchemeCreated(At, UnitCode.Parse("430203"), 2026, SchemeTarget.Townships, Components, Vetoes)];

    private static ImmutableSortedDictionary<DutyComponent, T> All<T>(Func<DutyComponent, T> of) => Enum.GetValues<DutyComponent>().ToImmutableSortedDictionary(c => c, of);

    private static Term Term(string id) => Domain.Calendars.Terms.Open(
        id, "签订年度目标责任书", CaseSamples.Agency.Value, At, 1, new(10, BudgetUnit.WorkingDays), new("A040", "二(五)", BasisKind.Assumed, "LetterSignBy"), OfficialCalendar.Empty, WorkingHours.Default);
}
