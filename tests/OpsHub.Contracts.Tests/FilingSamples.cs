using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Tests;

/// <summary>One of each command and event about filings, every field set.</summary>
internal static class FilingSamples
{
    private static readonly DateTimeOffset At = CaseSamples.At;
    private static readonly UnitCode County = UnitCode.Parse("430203");
    private static readonly UnitCode Township = UnitCode.Parse("430203001");
    private static readonly OrganCode Self = OrganCode.Of(County);
    private static readonly OrganCode Department = OrganCode.Parse("430203:D12");
    private static readonly ImmutableList<ScheduleStep> Schedule = [new(new(2026, 12, 31), "全面推行")];
    private static readonly ImmutableList<ListedMatter> Matters = [new("就业登记", MatterClass.PublicService, ProviderLevel.Community), new("环境整治", null, null)];

    public static readonly ImmutableList<FilingCommand> Commands =
    [
        new ReviewFilings(), new IssueMeasures("实施办法", "芦办发〔2026〕1号", [Department], Schedule), new IssueAssessmentMeasures("考核及奖励办法", "芦办发〔2026〕2号"),
        new IssueDetailedRules(Department, "细则", "芦城管〔2026〕3号"), new IssueList(FilingKind.PowerList, "权力清单", "1号", Matters), new FileMeasures(1, FilingReceiver.Organisation, "芦备〔2026〕4号"),
        new ConfirmFiling(1, FilingReceiver.Establishment), new PublishList(2, "https://example.gov.cn/list"), new WithdrawFiled(1, "与上位规定不符"),
    ];

    public static readonly ImmutableList<FilingEvent> Events =
    [
        new FilingsOpened(At, County, [Township], [Term("OrganisationFiling-1"), Term("DetailedRules-430203001-1")], County),
        new FilingsReviewed(At, true, [Township, UnitCode.Parse("430203002")], [Term("DetailedRules-430203002-1")], County),
        new DocumentIssued(At, new(1, FilingKind.ImplementingMeasures, Self, "实施办法", "芦办发〔2026〕1号", [Department], Schedule, Matters, At, Self), [Term("DetailedRules-430203:D12-1")]),
        new MeasuresFiled(At, 1, FilingReceiver.Organisation, "芦备〔2026〕4号", [Terms.Complete(Term("OrganisationFiling-1"), At)]),
        new FilingConfirmed(At, 1, FilingReceiver.Organisation, OrganCode.Parse("4302:D01")), new ListPublished(At, 1, new(At, "https://example.gov.cn/list", Self)),
        new FiledWithdrawn(At, 1, FilingKind.ImplementingMeasures, "与上位规定不符", [Term("OrganisationFiling-2")]), new FilingRungsFired(At, [new("OrganisationFiling-2", RungKind.Due, At)]),
        new FilingTermsReprojected(At, 2, [Term("DetailedRules-430203001-1")]),
    ];

    private static Term Term(string id) => Terms.Open(
        id, "实施办法报市委组织部备案", Self.Value, At, 1, new(20, BudgetUnit.WorkingDays), new("A042", "三", BasisKind.Assumed, "MeasuresFilingLimit"), OfficialCalendar.Empty, WorkingHours.Default);
}
