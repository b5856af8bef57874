using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Consultations;

/// <summary>The rules that consultations go by (协商规则). Part 5.2. Only the plan's two working days and the announcement's same or next day are text; all else is assumed.</summary>
public sealed record ConsultationRules
{
    /// <summary>Time to make the plan (制定方案时限), <c>PlanWorkingDays</c>. C035, text.</summary>
    public TermBudget Plan { get; init; } = new(2, BudgetUnit.WorkingDays);

    /// <summary>How days are counted: <c>EndOfDay</c> (resolution 5) and <c>AnnounceRoll</c> (resolution 1).</summary>
    public DayCounting Days { get; init; } = DayCounting.Default;

    /// <summary>Time for the council to take a proposed topic (议事会受理时限), <c>CouncilTakesTopicWithin</c>. Resolution 7.</summary>
    public TermBudget TakeTopic { get; init; } = new(1, BudgetUnit.WorkingDays);

    /// <summary>Time to hold the work meeting (例会时限), <c>WorkMeetingLimit</c>. C033.</summary>
    public TermBudget WorkMeeting { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to report a building's topic to the council (上报议事会时限), <c>ReportToCouncilLimit</c>. C026.</summary>
    public TermBudget ReportToCouncil { get; init; } = new(2, BudgetUnit.WorkingDays);

    /// <summary>Time to explain to a dissenter (解释说明时限), <c>ExplanationLimit</c>. C053.</summary>
    public TermBudget Explanation { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to report a delegated result up (结果上报时限), <c>ReportUpLimit</c>. C058.</summary>
    public TermBudget ReportUp { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time for government to answer (政府反馈时限), <c>GovFeedbackLimit</c>. C059.</summary>
    public TermBudget GovernmentFeedback { get; init; } = new(20, BudgetUnit.WorkingDays);

    /// <summary>Time to file a building's materials with the council (报备时限), <c>MaterialsFilingLimit</c>. C031.</summary>
    public TermBudget MaterialsFiling { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Time to archive (归档时限), <c>ArchiveLimit</c>. C041.</summary>
    public TermBudget Archive { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Longest time between two progress notes (进度公开间隔), <c>ProgressEvery</c>. C056.</summary>
    public TermBudget ProgressEvery { get; init; } = new(30, BudgetUnit.CalendarDays);

    /// <summary>Time to feed back how it was carried out (反馈落实情况时限), <c>FeedbackLimit</c>. C029, C048, C071.</summary>
    public TermBudget Feedback { get; init; } = new(10, BudgetUnit.WorkingDays);

    /// <summary>Time for follow-up visit and survey (回访测评时限), <c>SurveyAfter</c>. C060.</summary>
    public TermBudget SurveyAfter { get; init; } = new(30, BudgetUnit.CalendarDays);

    /// <summary>Time to take the next step where no other term runs (办理下一步时限), <c>NextStepLimit</c>. SM2, resolution 53.</summary>
    public TermBudget NextStep { get; init; } = new(5, BudgetUnit.WorkingDays);

    /// <summary>Rounds without a reason (无须说明理由的轮次), <c>MaxConsultationRounds</c>.</summary>
    public int MaxRounds { get; init; } = 2;

    /// <summary>Whether a first round may go straight to the vote, with a reason, <c>AllowDirectVote</c>. Resolution 11.</summary>
    public bool AllowDirectVote { get; init; } = true;

    /// <summary>Whether a secretary or director who presides the council's session is refused; otherwise warned, <c>PresiderRule</c>. C018.</summary>
    public bool RefusesPresider { get; init; } = true;

    /// <summary>Whether votes other than elections must be secret, <c>SecretBallotForVotes</c>. C050.</summary>
    public bool SecretVotes { get; init; } = true;

    /// <summary>Kinds of places that count as the council's hall, <c>HallKinds</c>. C011.</summary>
    public ImmutableHashSet<VenueKind> Halls { get; init; } = [VenueKind.ConsultationHall, VenueKind.ServiceCentre, VenueKind.ActivityPlace, VenueKind.GroupPlace];

    /// <summary>Categories whose votes take two thirds, <c>TwoThirdsCategories</c>. C005, resolution 9.</summary>
    public ImmutableHashSet<TopicCategory> TwoThirds { get; init; } = [TopicCategory.CollectiveFundsAndAssets];

    /// <summary>Share of those entitled that must be present at meetings of residents (居民会议法定比例), <c>ResidentsMeetingQuorum</c>: numerator and denominator. Resolution 10; figures are data.</summary>
    public Quorum ResidentsMeeting { get; init; } = new(1, 2);

    /// <summary>The same for representatives' meetings, <c>RepresentativesMeetingQuorum</c>.</summary>
    public Quorum RepresentativesMeeting { get; init; } = new(2, 3);

    /// <summary>Days of notice before a villagers' meeting, <c>VillagersMeetingNoticeDays</c>. Resolution 10.</summary>
    public int VillagersMeetingNoticeDays { get; init; } = 10;

    /// <summary>Months of cycles of support that were set (协商保障周期), by name of the kind, <c>SupportCycle/…</c>. C063, C068, C087 and others.</summary>
    public ImmutableSortedDictionary<string, int> SupportCycles { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Days before its end on which a council head's term ends soon (任期届满提醒), <c>CouncilTermWarning</c>.</summary>
    public int CouncilTermWarningDays { get; init; } = 90;

    /// <summary>Where the rungs of duties stand. Assumed.</summary>
    public RungOffsets Rungs { get; init; } = RungOffsets.Ordinary;

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableDictionary<string, string?> Sources { get; init; } = ImmutableDictionary<string, string?>.Empty;
}

/// <summary>A share of those entitled (法定人数比例): present * Denominator &gt;= eligible * Numerator, exactly.</summary>
public sealed record Quorum(int Numerator, int Denominator)
{
    /// <summary>Whether it is met.</summary>
    public bool IsMet(int present, int eligible) => (long)present * Denominator >= (long)eligible * Numerator;
}
