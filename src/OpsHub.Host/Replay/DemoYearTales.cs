using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>Who takes a step in an agency's year.</summary>
internal enum YearParty
{
    Hub,
    Agency,
    Department,
    Host,
    PerformanceOrgan,
    OrganisationDepartment,

    /// <summary>The second and third township that an area agency serves.</summary>
    Second,
    Third,
}

/// <summary>A step of a demonstration's year.</summary>
/// <param name="At">When it happened.</param>
/// <param name="By">Who took it.</param>
/// <param name="Command">What was done.</param>
internal sealed record DemoYearStep(DateTimeOffset At, YearParty By, AgencyYearCommand Command);

/// <summary>How far a demonstration's year has come (演示年度).</summary>
internal enum DemoYearTale
{
    /// <summary>The letter is in force, targets and key work go on.</summary>
    Whole,

    /// <summary>The agency has signed, the township hasn't.</summary>
    PartlySigned,

    /// <summary>The department has not answered.</summary>
    Submitted,

    /// <summary>The department objected.</summary>
    Objected,

    /// <summary>The plan is drafted; nobody has negotiated it.</summary>
    Drafted,

    /// <summary>Nothing was done.</summary>
    Opened,
}

/// <summary>Years of stationed agencies in different stages (演示年度), so that scoreboards show what is signed, late and ahead. Offices and counts only, no persons.</summary>
/// <param name="began">When the demonstration was first begun: its years are that one and the one before.</param>
internal sealed class DemoYearTales(DateTimeOffset began)
{
    private static readonly ImmutableArray<DemoYearTale> Stuck = [DemoYearTale.PartlySigned, DemoYearTale.Submitted, DemoYearTale.Opened, DemoYearTale.Objected, DemoYearTale.Drafted];

    /// <summary>The present year (本年度).</summary>
    public int Year => LocalDay.Of(began).Year;

    /// <summary>How far an agency has come: in the leader's township three of eight are behind, elsewhere one in every third township.</summary>
    /// <param name="township">Place of its township, 0 for the leader's.</param>
    /// <param name="agency">Its place among those of the township.</param>
    public static DemoYearTale TaleOf(int township, int agency) =>
        township == 0 ? (agency < 5 ? DemoYearTale.Whole : Stuck[(agency - 5) % Stuck.Length])
        : township % 3 == 1 && agency == township % 8 ? Stuck[(township / 3) % Stuck.Length]
        : DemoYearTale.Whole;

    /// <summary>The present year of an agency.</summary>
    public IEnumerable<DemoYearStep> Present(OrganCode agency, DemoYearTale tale, int variant, DemoArea? area = null) => tale switch
    {
        DemoYearTale.Opened => Letter(agency, Year).Take(1),
        DemoYearTale.Drafted => Letter(agency, Year).Take(3),
        DemoYearTale.Submitted => Letter(agency, Year).Take(5),
        DemoYearTale.Objected => Letter(agency, Year).Take(5).Append(new(Day(Year, 2, 6), YearParty.Department, new ObjectToPlan("目标缺少衡量标准"))),
        DemoYearTale.PartlySigned => Letter(agency, Year).Take(7),
        _ => [.. Letter(agency, Year, area), .. Progress(Year, variant, area)],
    };

    /// <summary>The former year of an agency, from its opening to its publication. The hub was not there then: what it would have counted was kept on paper, and is set by hand with that reason.</summary>
    public IEnumerable<DemoYearStep> Former(OrganCode agency, int variant, DemoArea? area = null)
    {
        var (year, host) = (Year - 1, agency.Unit);
        var best = variant == 0;
        const string Paper = "系统启用前的年度，按纸质台账核定";
        return
        [
            .. Letter(agency, year, area), .. Progress(year, variant, area), .. variant == 3 ? [] : new[] { new DemoYearStep(Day(year, 12, 28), YearParty.Host, new ConfirmTarget(3, true)) },
            new(Day(Year, 1, 2), YearParty.Hub, new OpenAssessment()),
            new(Day(Year, 1, 12), YearParty.Host, new AdjustComponent(DutyComponent.MattersHandled, best ? 97 : 92 - (2 * variant), Paper)),
            new(Day(Year, 1, 12), YearParty.Host, new AdjustComponent(DutyComponent.Coordination, best ? 96 : 94 - variant, Paper)),
            new(Day(Year, 1, 13), YearParty.Host, new SubmitDuty()),
            .. Others(area, (party, n) => new DemoYearStep[]
            {
                new(Day(Year, 1, 14), party, new AdjustComponent(DutyComponent.MattersHandled, 93 - n, Paper)), new(Day(Year, 1, 14), party, new AdjustComponent(DutyComponent.Coordination, 90 + n, Paper)),
                new(Day(Year, 1, 14), party, new SubmitDuty()),
            }),
            .. Others(area, (_, n) => [new(Day(Year, 1, 15), YearParty.Hub, new SubmitSatisfaction(area!.Others[n], Ballots(85 + (3 * n))))]),
            new(Day(Year, 1, 15), YearParty.Hub, new SubmitSatisfaction(host, Ballots(best ? 94 : 88 - variant))),
            new(Day(Year, 1, 18), YearParty.Department, new SubmitStatutory(best ? 95 : 90.5m - variant, "按法定职责清单评分")),
            new(Day(Year, 1, 20), YearParty.Host, new AggregateTownshipPart()),
            new(Day(Year, 1, 22), YearParty.PerformanceOrgan, new FinaliseScore()),
            .. variant == 2 ? Appealed(host) : [],
            new(Day(Year, 2, 2), YearParty.PerformanceOrgan, new SetAgencyGrade(best ? AssessmentGrade.Excellent : variant < 4 ? AssessmentGrade.Good : AssessmentGrade.Competent)),
            new(Day(Year, 2, 3), YearParty.PerformanceOrgan, new SetHeadGrade(best ? AssessmentGrade.Excellent : AssessmentGrade.Competent)),
            new(Day(Year, 3, 2), YearParty.Hub, new ShareResult(ShareTarget.Township)), new(Day(Year, 3, 2), YearParty.Hub, new ShareResult(ShareTarget.Department)),
            new(Day(Year, 3, 4), YearParty.PerformanceOrgan, new PublishResult("县市区政府网站")),
        ];
    }

    // What the other townships of an area agency do, each for itself.
    private static IEnumerable<DemoYearStep> Others(DemoArea? area, Func<YearParty, int, IEnumerable<DemoYearStep>> steps) =>
        area is null ? [] : area.Others.SelectMany((_, n) => steps(n == 0 ? YearParty.Second : YearParty.Third, n));

    private static IEnumerable<DemoYearStep> Letter(OrganCode agency, int year, DemoArea? area = null) =>
    [
        new(Day(year, 1, 2), YearParty.Hub, new OpenYear(agency, year)),
        .. area is null ? [] : new[] { new DemoYearStep(Day(year, 1, 8), YearParty.Host, new SetWeights(area.Weights)) },
        new(Day(year, 1, 15), YearParty.Agency, new ListDuties(["辖区日常巡查和问题处置", "网格上报、群众投诉事项办理", "参与联合执法和应急值守"])),
        new(Day(year, 1, 22), YearParty.Agency, new DraftPlan(
        [
            new(0, "辖区重点问题点位整治到位", "点位清单逐项销号", new(year, 6, 30)), new(0, "群众投诉事项按期办结", "按期办结率不低于 95%", new(year, 9, 30)),
            new(0, "配合完成乡镇街道年度重点工作", "重点工作台账逐项确认", new(year, 12, 20)),
        ])),
        new(Day(year, 1, 26), YearParty.Host, new NegotiatePlan()),
        .. Others(area, (party, _) => [new(Day(year, 1, 27), party, new NegotiatePlan())]),
        new(Day(year, 1, 28), YearParty.Agency, new SubmitPlan()),
        new(Day(year, 2, 6), YearParty.Department, new ConsentToPlan()),
        new(Day(year, 2, 20), YearParty.Agency, new SignLetter()),
        new(Day(year, 2, 26), YearParty.Host, new SignLetter()),
    ];

    private static IEnumerable<DemoYearStep> Progress(int year, int variant, DemoArea? area = null) =>
    [
        new(Day(year, 4, 10), YearParty.Host, new RecordKeyWork("春季森林防火值守", true, "工作台账")),
        .. Others(area, (party, _) => [new(Day(year, 4, 12), party, new RecordKeyWork("春季森林防火值守", true, "工作台账"))]),
        .. Others(area, (party, n) => [new(Day(year, 5, 8), party, new RecordKeyWork("河道巡查", n == 0, "工作台账"))]),
        new(Day(year, 6, 20), YearParty.Agency, new ReportProgress(1, 100, "点位已全部整治")),
        new(Day(year, 6, 28), YearParty.Host, new ConfirmTarget(1, true)),
        new(Day(year, 7, 8), YearParty.Host, new RecordKeyWork("防汛值守", variant % 3 != 1, "工作台账")),
        new(Day(year, 8, 20), YearParty.Agency, new ReportProgress(2, 80)),
        // One is behind with its second target.
        .. variant % 8 == 4 ? [] : new[] { new DemoYearStep(Day(year, 9, 26), YearParty.Host, new ConfirmTarget(2, true)) },
        new(Day(year, 10, 18), YearParty.Agency, new ReportProgress(3, 70)),
    ];

    private IEnumerable<DemoYearStep> Appealed(UnitCode host) =>
    [
        new(Day(Year, 1, 23), YearParty.Agency, new AppealAgainst(new(AppealLine.Duty, host), "防汛值守已参加，台账漏记", ["防汛值守签到表"])),
        new(Day(Year, 1, 26), YearParty.Host, new AnswerAppeal(1, false, "经核对，值守当日由其他单位承担")),
    ];

    private static ImmutableList<GroupTally> Ballots(int score) => [.. Enum.GetValues<RaterGroup>().Select(group => Enumerable.Range(0, 8 + (2 * (int)group)).Aggregate(
        GroupTally.None(group), (tally, i) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, d => score - 3 + ((i + (int)d) % 7)))))];

    private static DateTimeOffset Day(int year, int month, int day) => LocalDay.At(new(year, month, day), new(10, 0));
}
