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
    ];

    public static readonly ImmutableList<CaseEvent> Events =
    [
        new CaseReported(
            At, "4302-2026-000017", Place, CaseKind.Component, "Q01-02", "Q01", "路灯不亮", "三栋门口", CasePriority.Urgent, true, CaseChannel.Hotline12345,
            Ticket, Community, Term("acceptance", Community, 1, BudgetUnit.Hours), Rules: 2),
        new CaseAccepted(At, Community, Township, Term("triage", Township, 2, BudgetUnit.WorkingHours)),
        new CaseTriaged(At, Township, TriageClass.ClearOwner, true, Township),
        new CaseDispatched(At, Township, Agency, [Bureau], "请三日内办结", Term("accept", Agency, 8, BudgetUnit.WorkingHours), Term("handling", Agency, 3, BudgetUnit.WorkingDays)),
        new CaseReturned(At, Agency, ReturnReason.NotMine, "不属于城管职责", Township),
        new CaseRedispatched(
            At, Township, Bureau, [Agency], "裁定 2026-7 号", "会议纪要 12", "再派", Term("accept-2", Bureau, 8, BudgetUnit.WorkingHours), Term("handling-2", Bureau, 3, BudgetUnit.CalendarDays)),
        new DispatchAccepted(At, Bureau),
        new CaseTermsReprojected(At, 3, "2027 年放假安排", [Term("handling-2", Bureau, 4, BudgetUnit.CalendarDays)]),
        new CaseRungsFired(At, [new("handling-2", RungKind.DueSoon, At), new("handling-2", RungKind.OverdueCounty, At.AddHours(1))]),
        new CaseFedBack(At, Bureau, "bureau-1", "已更换灯泡", ["photo-1"], true, Township, Term("verification", Township, 1, BudgetUnit.SameOrNextDay)),
        new VerificationFailed(At, Township, "仍不亮"),
        new CaseFedBack(At, Bureau, "bureau-1", "又换一只", ["photo-2"], false, Township, Term("verification-2", Township, 1, BudgetUnit.SameOrNextDay)),
        new CaseVerified(At, Township, "已到现场"),
        new CaseClosed(At, Township),
    ];

    /// <summary>The event that ends a case before the others could come.</summary>
    public static readonly CaseEvent Declined = new CaseDeclined(At, Community, DeclineGround.OutsideCategories, "不属于网格事项", "市水务局");

    public static Case Case => Events.Aggregate((Case?)null, Case.Apply)!;

    private static Term Term(string id, OrganCode holder, int amount, BudgetUnit unit) => Terms.Open(
        id, "环节", holder.Value, At, 1, new(amount, unit), new("G022", "三(五)", BasisKind.Assumed, "CaseSLA/Urgent"), OfficialCalendar.Empty, WorkingHours.Default);
}
