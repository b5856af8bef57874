using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event about townships' rights and duties, every field set.</summary>
internal static class MandateSamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly UnitCode First = UnitCode.Parse("430203001");
    private static readonly UnitCode Second = UnitCode.Parse("430203002");
    private static readonly OrganCode Bureau = OrganCode.Parse("430203:D12");
    private static readonly DateOnly Until = new(2026, 9, 30);

    private static readonly ImmutableSortedDictionary<DutyTransfer, string> Transfers =
        ImmutableSortedDictionary<DutyTransfer, string>.Empty.Add(DutyTransfer.Power, "巡查权").Add(DutyTransfer.Staff, "编制 1 名").Add(DutyTransfer.Funds, "5 万元");

    public static readonly ImmutableList<MandateCommand> Commands =
    [
        new OpenAreaPlan("片区控规", "调整用地布局", [First, Second]), new GiveAreaOpinion(2, "同意"), new CloseAreaPlan(2), new MakeSuggestion(SuggestionSubject.Project, "绕城公路", "线位避开安置区", Bureau),
        new AnswerSuggestion(5, SuggestionAnswer.PartlyAdopted, "部分调整"), new ProposeDuty("河道巡查", "每周一次", [First], true, "巡查权", "编制 1 名", "5 万元"),
        new ApproveDuty(7, "县政函 8 号", "巡查权", "编制 1 名", "5 万元"), new RefuseDuty(7, "职责重复"), new ActivateDuty(7), new EndDuty(7, "机构调整"),
        new AssignTask(First, "汛前巡查", "巡查河堤", "县政函 8 号", Until), new FinishTask(10, "已办"), new WithdrawTask(10, "任务重复"), new AdmitItem("M-7", "居住证明", "指导清单"), new WithdrawItem("M-7", "清单调整"),
        new CreateActivity("示范创建", [First], "市评比办 3 号"), new RecordTownshipResult(First, 2025, 55.5m, 70.25m, "复核"), new TakeMeasure(15, MeasureKind.Rectification, "靠后", Until),
        new ConfirmRectified(16, "已整改"), new RemindOfScheme(2026), new NoteScheme(2026, At),
        new OpenAssessments(2026, [new(AssessedKind.Communities, OrganCode.Parse("430203001001"), OrganCode.Of(First), "community"), new(AssessedKind.Departments, Bureau, OrganCode.Of(County))]),
        new RecordAssessment(Bureau, 2026, 88.5m, 70.25m, "复核"), new ExcludeFromAssessment(Bureau, 2026, "未设该部门"),
    ];

    public static readonly ImmutableList<MandateEvent> Events =
    [
        new MandatesOpened(At, County), new AreaPlanOpened(At, new(2, Bureau, "片区控规", "调整用地布局", [First, Second], At, [], null, []), [Term("opinion-2-430203001"), Term("opinion-2-430203002")]),
        new AreaOpinionGiven(At, 2, new(First, "同意", At, true), [Terms.Complete(Term("opinion-2-430203001"), At)]), new AreaPlanClosed(At, 2, [Second], [Terms.Lift(Term("opinion-2-430203002"), At, 4, "规划已定稿")]),
        new SuggestionMade(At, new(5, First, SuggestionSubject.Project, "绕城公路", "线位避开安置区", Bureau, At), [Term("reply-5")]),
        new SuggestionAnswered(At, 5, SuggestionAnswer.PartlyAdopted, "部分调整", true, [Terms.Complete(Term("reply-5"), At)]),
        new DutyProposed(At, new(7, Bureau, "河道巡查", "每周一次", [First], false, Transfers, At, DutyStage.Proposed), [Term("review-7")]), new DutyApproved(At, 7, "县政函 8 号", Transfers, true, [Terms.Complete(Term("review-7"), At)]),
        new DutyActivated(At, 7), new TaskAssigned(At, new(10, Bureau, First, "汛前巡查", "巡查河堤", "县政函 8 号", Until, At), [Term("task-10")]), new TaskFinished(At, 10, "已办", true, [Terms.Complete(Term("task-10"), At)]),
        new TaskWithdrawn(At, 10, "任务重复", [Terms.Lift(Term("task-10"), At, 11, "任务已撤回")]),
        new DutyEnded(At, 7, "机构调整", []), new DutyRefused(At, 7, "职责重复", true, []), new ItemAdmitted(At, new("M-7", "居住证明", "指导清单", At)), new ItemWithdrawn(At, "M-7", "清单调整"),
        new ActivityCreated(At, new(14, Bureau, "示范创建", [First], "市评比办 3 号", At)), new TownshipResultRecorded(At, new(15, First, 2025, 55.5m, 70.25m, 60m, 60m, true, At, "复核"), [Term("measure-15")]),
        new MeasureTaken(At, new(16, 15, First, MeasureKind.Rectification, "靠后", Until, At, true), [Terms.Complete(Term("measure-15"), At), Term("rectify-16")]),
        new MandateRungsFired(At, [new("rectify-16", RungKind.Due, At)]), new MandateTermsReprojected(At, [Term("rectify-16")], 2), new MeasureRectified(At, 16, "已整改", true, [Terms.Complete(Term("rectify-16"), At)]),
        new SchemeReminded(At, 2026, [Term("scheme-2026")]), new SchemeNoted(At, 2026, At, true, []),
        new AssessmentsOpened(At, 2026, [new(2026, AssessedKind.Departments, OrganCode.Of(County), [new(Bureau, null, At), new(OrganCode.Parse("430203:D20"), null, At)])], [], [Term("assess-2026-Departments-430203")]),
        new AssessmentRecorded(At, 2026, Bureau, 88.5m, 70.25m, true, "复核", []), new AssessmentExcluded(At, 2026, OrganCode.Parse("430203:D20"), "未设该部门", true, [Terms.Complete(Term("assess-2026-Departments-430203"), At)]),
    ];

    private static Term Term(string id) => Terms.Open(
        id, "答复乡镇建议", Bureau.Value, At, 1, new(15, BudgetUnit.WorkingDays), new("T013", "二(二)", BasisKind.Assumed, "SuggestionReplyLimit"), OfficialCalendar.Empty, WorkingHours.Default);
}
