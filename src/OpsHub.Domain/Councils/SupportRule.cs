using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Councils;

/// <summary>A kind of support as the policy has it (协商保障事项表): one row of one table drives recording, coverage, cycles and gaps.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rule">Rule id.</param>
/// <param name="Clause">Clause.</param>
/// <param name="Measure">What is read out of its records.</param>
/// <param name="Levels">Levels of the units that keep it.</param>
/// <param name="Recorders">Roles that record it, each for its own unit; the township also for the communities below it.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
public sealed record SupportRule(
    SupportKind Kind, string Rule, string Clause, SupportMeasure Measure, ImmutableList<UnitLevel> Levels, ImmutableList<Role> Recorders, string Zh, string En)
{
    private const UnitLevel City = UnitLevel.City;
    private const UnitLevel County = UnitLevel.County;
    private const UnitLevel Township = UnitLevel.Township;
    private const UnitLevel Community = UnitLevel.Community;

    private static readonly ImmutableList<Role> OfCommunity = [Role.CommunityParty, Role.CommunityCommittee, Role.TownshipGovernment];
    private static readonly ImmutableList<Role> OfTownship = [Role.TownshipGovernment, Role.TownshipGovernanceCentre];
    private static readonly ImmutableList<Role> OfHeads = [Role.TownshipGovernment, Role.CountyGovernment, Role.CityGovernanceOffice];

    /// <summary>Months of a cycle by default; null where it has none. Assumed: the policy names a figure for none of them.</summary>
    public int? Months { get; init; }

    /// <summary>Readable by everyone (公开). C061.</summary>
    public bool Public { get; init; }

    /// <summary>Name of the cycle's parameter, or null.</summary>
    public string? Parameter => Months is null ? null : $"SupportCycle/{Kind}";

    /// <summary>The table.</summary>
    public static readonly ImmutableDictionary<SupportKind, SupportRule> All = new SupportRule[]
    {
        new(SupportKind.PartyAffairsNotice, "C061", "三(一)", SupportMeasure.List, [Community], [Role.CommunityParty], "党务公开", "Party affairs notice") { Public = true },
        new(SupportKind.DeputyLink, "C062", "三(二)", SupportMeasure.Coverage, [Community], OfCommunity, "“两代表一委员”联系社区", "Deputies linked to the community"),
        new(SupportKind.MediationCampaign, "C063", "三(二)", SupportMeasure.Cycle, [Township], OfTownship, "人民调解专项活动", "Mediation campaign") { Months = 3 },
        new(SupportKind.MediationAward, "C064", "三(二)", SupportMeasure.List, [Township, Community], [.. OfCommunity, Role.TownshipGovernanceCentre], "人民调解以奖代补", "Mediations closed, for the award"),
        new(SupportKind.DisputeRisk, "C065", "三(二)", SupportMeasure.List, [Township, Community], [.. OfCommunity, Role.TownshipGovernanceCentre], "矛盾纠纷风险", "Dispute at risk"),
        new(SupportKind.OnlineChannel, "C066", "三(三)", SupportMeasure.Coverage, [Community], OfCommunity, "居民QQ群、微信群", "Residents' online channel"),
        new(SupportKind.DemonstrationSite, "C067", "三(三)", SupportMeasure.List, [County], [Role.CountyGovernment], "城乡社区协商示范点", "Demonstration site"),
        new(SupportKind.DemocracyLawSite, "C067", "三(三)", SupportMeasure.List, [County], [Role.CountyGovernment], "民主法治示范社区", "Democracy-and-law demonstration community"),
        new(SupportKind.Suggestion, "C072", "三(一)", SupportMeasure.List, [Community], [Role.CommunityParty], "工作建议", "Suggestion to the township"),
        new(SupportKind.ConsultationSupport, "C073", "三(一)", SupportMeasure.Yearly, [County, Township], OfHeads, "协商活动条件保障", "Conditions for consultation") { Months = 12 },
        new(SupportKind.LawPublicity, "C076", "三(三)", SupportMeasure.Yearly, [County], [Role.Department], "“谁执法谁普法”", "Law publicity of a department") { Months = 12 },
        new(SupportKind.Agenda, "C085", "三(一)", SupportMeasure.Yearly, [City, County, Township], OfHeads, "协商工作纳入重要议事日程", "Consultation on the agenda") { Months = 12 },
        new(SupportKind.ServicePlace, "C086", "三(三)", SupportMeasure.Coverage, [Community], OfCommunity, "社区综合服务场所", "Comprehensive service place"),
        new(SupportKind.DisputeSweep, "C087", "三(二)", SupportMeasure.Cycle, [Township, Community], [.. OfCommunity, Role.TownshipGovernanceCentre], "矛盾纠纷摸排化解", "Dispute sweep") { Months = 1 },
        new(SupportKind.JointPlan, "C088", "三(二)", SupportMeasure.Yearly, [City, County, Township], OfHeads, "各类协商统筹部署", "Joint plan of consultations") { Months = 12 },
        new(SupportKind.FixedDay, "C021", "二(三)2", SupportMeasure.Day, [Community], [Role.CommunityParty, Role.CommunityCommittee, Role.Council], "“固定日”协商", "Fixed day of consultation"),
        new(SupportKind.MajorDecision, "C006", "二(一)", SupportMeasure.List, [Township, Community], OfCommunity, "重大事项决定", "Major decision"),
        new(SupportKind.HouseholdVisit, "C068", "二(四)2", SupportMeasure.Cycle, [Community], [], "入户走访", "Household visits") { Months = 3 },
        new(SupportKind.Council, "C008", "二(二)1", SupportMeasure.Coverage, [Community], [], "村（居）民议事会", "Council"),
        new(SupportKind.CouncilTerm, "C009", "二(二)1", SupportMeasure.Expiry, [Community], [], "议事会主要负责人任期", "Term of the council's head"),
    }.ToImmutableDictionary(r => r.Kind);

    /// <summary>The row of a kind.</summary>
    public static SupportRule Of(SupportKind kind) => All[kind];
}

/// <summary>Parameters of support (协商保障参数). All assumed, and shown as such.</summary>
public sealed record SupportParameters
{
    /// <summary>Months of a kind's cycle that were set, <c>SupportCycle/…</c>: a divisor of twelve.</summary>
    public ImmutableSortedDictionary<SupportKind, int> Cycles { get; init; } = ImmutableSortedDictionary<SupportKind, int>.Empty;

    /// <summary>Days before its end on which a term of office ends soon, <c>CouncilTermWarning</c>.</summary>
    public int TermWarningDays { get; init; } = 90;

    /// <summary>As the rules in force have them.</summary>
    public static SupportParameters Of(ConsultationRules rules) => new()
    {
        Cycles = rules.SupportCycles.ToImmutableSortedDictionary(c => Enum.Parse<SupportKind>(c.Key), c => c.Value),
        TermWarningDays = rules.CouncilTermWarningDays,
    };

    /// <summary>Months of a kind's cycle; null where it has none.</summary>
    public int? MonthsOf(SupportKind kind) => Cycles.TryGetValue(kind, out var months) ? months : SupportRule.Of(kind).Months;

    /// <summary>First day of the cycle in which a day lies: cycles begin with the calendar year.</summary>
    public static DateOnly CycleOf(DateOnly day, int months) => Calendars.YearCycle.StartOf(day, months);
}
