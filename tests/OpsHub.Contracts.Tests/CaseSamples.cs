using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event of a case, every field set.</summary>
internal static class CaseSamples
{
    public static readonly DateTimeOffset At = new(2026, 7, 13, 1, 2, 3, 456, TimeSpan.Zero);
    public static readonly UnitCode Grid = UnitCode.Parse("430203001001001");
    public static readonly OrganCode Community = OrganCode.Parse("430203001001");
    public static readonly OrganCode Township = OrganCode.Parse("430203001");
    public static readonly OrganCode Agency = OrganCode.Parse("430203001-D12");
    public static readonly OrganCode Bureau = OrganCode.Parse("430203:D07");

    private static readonly Placement Place = new(Grid, Grid.At(UnitLevel.Community), Grid.At(UnitLevel.Township), Grid.At(UnitLevel.County), Grid.At(UnitLevel.City));
    private static readonly ImmutableList<DispatchParty> Parties = [new(Agency, DispatchPart.Lead), new(Bureau, DispatchPart.Assist)];
    private static readonly SourceTicket Ticket = new("12345", "ZZ-2026-0713-00017");

    public static readonly ImmutableList<CaseCommand> Commands =
    [
        new ReportCase(Grid, CaseKind.Component, "Q01-02", "路灯不亮", "三栋门口", CasePriority.Urgent, CaseChannel.Hotline12345, Ticket),
        new AcceptCase(),
        new DeclineCase("省管道路", "省公路局", DeclineGround.OutsideCounty),
        new TriageCase(TriageClass.ClearOwner, true),
        new DispatchCase(Parties, "请三日内办结"),
        new AcceptDispatch(),
        new ReturnCase(ReturnReason.NotMine, "不属于城管职责"),
        new RedispatchCase(Parties, "裁定 2026-7 号", "会议纪要 12", true, "再派"),
        new FeedBackCase("已更换灯泡", ["photo-1", "photo-2"]),
        new VerifyCase(true, "已到现场"),
        new FailVerification("仍不亮"),
        new CloseCase(),
        new MergeCase("case-00112233445566778899aabbccddeeff", "同一盏路灯"),
        new JoinCase("case-00112233445566778899aabbccddeeff", "4302-2026-000018", Community, Ticket, "resident-1"),
        new RequestExtension("等待配件", At.AddDays(7)),
        new GrantExtension(At.AddDays(6), "同意"),
        new RefuseExtension("可先临时照明"),
        new RelocateCase(UnitCode.Parse("430203001001002"), "地址写错"),
        new SuspendCase("等待鉴定", At.AddDays(3)),
        new ResumeCase("鉴定已出"),
        new TransferToCoordination("须供电部门配合"),
        new RecordMeeting(At, [Agency, Bureau], "供电负责线路", "会议纪要 12"),
        new AssignParts(Parties, "按纪要办理"),
        new FeedBackPart("线路已修", ["photo-3"]),
        new EvaluateCase(4, "较快"),
        new ReopenCase("又不亮"),
        new WithdrawCase("误报"),
        new UrgeCase(2, "今日办结", Agency),
        new AnswerUrge("今日完成"),
        new EscalateCase("有群众聚集", RiskKind.Mass),
        new ReadContact("核实位置"),
        new EraseContact("本人要求"),
    ];

    public static readonly ImmutableList<CaseEvent> Events =
    [
        new CaseReported(
            At, "4302-2026-000017", Place, CaseKind.Component, "Q01-02", "Q01", "路灯不亮", "三栋门口", CasePriority.Urgent, true, CaseChannel.Hotline12345,
            Ticket, Community, Term("acceptance", Township, 1, BudgetUnit.Hours), 2, "hotline-1", Township, 41),
        new CaseAccepted(At, Community, Township, Term("triage", Township, 2, BudgetUnit.WorkingHours)),
        new CaseTriaged(At, Township, TriageClass.ClearOwner, true, Township, Term("dispatch", Township, 8, BudgetUnit.WorkingHours)),
        new CaseDispatched(At, Township, Agency, [Bureau], "请三日内办结", Term("accept", Agency, 8, BudgetUnit.WorkingHours), Term("handling", Agency, 3, BudgetUnit.WorkingDays),
            [new(Bureau, "part")], [Part("part", Bureau)]),
        new CaseReturned(At, Agency, ReturnReason.NotMine, "不属于城管职责", Township, [Terms.Lift(Part("part", Bureau), At, 5, "退单"), Term("redispatch", Township, 8, BudgetUnit.WorkingHours)]),
        new CaseRedispatched(
            At, Township, Bureau, [Agency], "裁定 2026-7 号", "会议纪要 12", "再派", Term("accept-2", Bureau, 8, BudgetUnit.WorkingHours), Term("handling-2", Bureau, 3, BudgetUnit.CalendarDays),
            [new(Agency, "part-2")], [Part("part-2", Agency)], [Community]),
        new DispatchAccepted(At, Bureau),
        new ExtensionRequested(At, Bureau, "等待配件", At.AddDays(7), Township, Term("extension", Township, 8, BudgetUnit.WorkingHours)),
        new ExtensionGranted(At, Township, At.AddDays(7), "同意", [Terms.Grant(Term("handling-2", Bureau, 3, BudgetUnit.CalendarDays), At, 9, "等待配件", At.AddDays(7), OfficialCalendar.Empty)]),
        new CaseSuspended(At, Township, "等待鉴定", At.AddDays(3), [Terms.Suspend(Part("part-2", Agency), At, 10, "等待鉴定", OfficialCalendar.Empty)]),
        new CaseResumed(At, Township, "鉴定已出", [Part("part-2", Agency)]),
        new CoordinationBegun(At, Bureau, "须供电部门配合", Township, [Term("coordination", Township, 2, BudgetUnit.WorkingDays)]),
        new MeetingRecorded(At, Township, new(At, [Agency, Bureau], "供电负责线路", "会议纪要 12", Township, At, [Agency, Bureau, Community])),
        new PartsAssigned(At, Township, Bureau, [Agency], "按纪要办理", [new(Agency, "part-2")], [], [Community]),
        new CaseUrged(At, Township, 2, "今日办结", Agency, Term("reply", Agency, 1, BudgetUnit.WorkingDays)),
        new UrgeAnswered(At, Agency, "今日完成"),
        new PartFedBack(At, Agency, "线路已修", ["photo-3"]),
        new CaseEscalated(At, Township, "有群众聚集", RiskKind.Mass),
        new CaseJoined(At, "case-00112233445566778899aabbccddeeff", "4302-2026-000018", Community, Ticket, "resident-1"),
        new CaseTermsReprojected(At, 3, "2027 年放假安排", [Term("handling-2", Bureau, 4, BudgetUnit.CalendarDays)]),
        new CaseRungsFired(At, [new("handling-2", RungKind.DueSoon, At), new("handling-2", RungKind.OverdueCounty, At.AddHours(1))]),
        new CaseFedBack(At, Bureau, "bureau-1", "已更换灯泡", ["photo-1"], true, Township, Term("verification", Township, 1, BudgetUnit.SameOrNextDay), []),
        new VerificationFailed(At, Township, "仍不亮"),
        new CaseFedBack(At, Bureau, "bureau-1", "又换一只", ["photo-2"], false, Township, Term("verification-2", Township, 1, BudgetUnit.SameOrNextDay), []),
        new CaseVerified(At, Township, "已到现场", Term("closing", Township, 1, BudgetUnit.WorkingDays)),
        new CaseClosed(At, Township),
        new CaseEvaluated(At, Community, new(Community.Value, 4, At, false, 1), "较快"),
    ];

    /// <summary>Events that end a case otherwise, or that the others leave no room for.</summary>
    public static readonly ImmutableList<CaseEvent> Others =
    [
        new CaseRelocated(At, Township, Grid, Place with { Grid = UnitCode.Parse("430203001001002") }, Township, "地址写错", [Term("triage", Township, 2, BudgetUnit.WorkingHours)], 42),
        new CaseAreaChanged(
            At, OrganCode.Of(Place.City), Place, Place with { Township = UnitCode.Parse("430203002") }, OrganCode.Parse("430203002"), "区划调整：本案原属贺家土街道，现属建设街道",
            [Term("triage", OrganCode.Parse("430203002"), 2, BudgetUnit.WorkingHours)], 43),
        new CaseDeclined(At, Community, DeclineGround.OutsideCategories, "不属于网格事项", "市水务局"),
        new ExtensionRefused(At, Township, "可先临时照明"),
        new CaseMerged(At, Community, "case-00112233445566778899aabbccddeeff", "4302-2026-000018", "同一盏路灯", []),
        new CaseReopened(At, Township, "又不亮", Township, Term("triage-2", Township, 8, BudgetUnit.WorkingHours)),
        new CaseWithdrawn(At, Township, "误报", []),
    ];

    /// <summary>What happens to a reporter's contact, at any time.</summary>
    public static readonly ImmutableList<CaseEvent> Contacts = [new ContactRead(At, Agency, "核实位置"), new ContactErased(At, Community, "本人要求")];

    public static Case Case => Events.Aggregate((Case?)null, Case.Apply)!;

    private static Term Part(string id, OrganCode holder) => Term(id, holder, 3, BudgetUnit.WorkingDays);

    private static Term Term(string id, OrganCode holder, int amount, BudgetUnit unit) => Terms.Open(
        id, "环节", holder.Value, At, 1, new(amount, unit), new("G022", "三(五)", BasisKind.Assumed, "CaseSLA/Urgent"), OfficialCalendar.Empty, WorkingHours.Default);
}
