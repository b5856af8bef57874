using System.Text.Json.Serialization;

namespace OpsHub.Domain.Councils;

/// <summary>What a community's, township's, county's or city's support of consultation consists of (协商保障事项). Each kind's rule stands in <see cref="SupportRule"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupportKind>))]
public enum SupportKind
{
    /// <summary>Notice on party affairs (党务公开), for everyone to read. C061.</summary>
    PartyAffairsNotice,

    /// <summary>Link of party delegates, deputies and CPPCC members to the community (两代表一委员联系社区): a count. C062.</summary>
    DeputyLink,

    /// <summary>People's mediation campaign (人民调解专项活动). C063.</summary>
    MediationCampaign,

    /// <summary>Mediations closed, for the award (以奖代补): by post, never by name. C064.</summary>
    MediationAward,

    /// <summary>Dispute at risk of an offence, mass incident or extreme act (矛盾纠纷风险). C065.</summary>
    DisputeRisk,

    /// <summary>Residents' online channel (居民QQ群、微信群). C066.</summary>
    OnlineChannel,

    /// <summary>Demonstration site of consultation (城乡社区协商示范点). C067.</summary>
    DemonstrationSite,

    /// <summary>Democracy-and-law demonstration community (民主法治示范社区). C067.</summary>
    DemocracyLawSite,

    /// <summary>Suggestion to party committee and government (工作建议). C072.</summary>
    Suggestion,

    /// <summary>Conditions for consultation: venue, funds (协商保障条件). C073.</summary>
    ConsultationSupport,

    /// <summary>A department's publicity of the law that it enforces (谁执法谁普法). C076.</summary>
    LawPublicity,

    /// <summary>Consultation on the important agenda (纳入重要议事日程). C085.</summary>
    Agenda,

    /// <summary>Comprehensive service place (社区综合服务场所). C086.</summary>
    ServicePlace,

    /// <summary>Sweep for disputes (矛盾纠纷摸排). C087.</summary>
    DisputeSweep,

    /// <summary>Joint plan with the other kinds of consultation (协商统筹部署). C088.</summary>
    JointPlan,

    /// <summary>Fixed day of consultation, day of the month (“固定日”协商). C021.</summary>
    FixedDay,

    /// <summary>Decision of a major matter (重大事项决定). C006, T088.</summary>
    MajorDecision,

    /// <summary>Household visits (入户走访): told by the opinion ledger. C068.</summary>
    HouseholdVisit,

    /// <summary>A council is established (议事会): told by the council. C008.</summary>
    Council,

    /// <summary>Term of office of the council's head (议事会任期): told by the council. C009.</summary>
    CouncilTerm,
}

/// <summary>What is read out of a kind's records (统计方式).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupportMeasure>))]
public enum SupportMeasure
{
    /// <summary>Listed and counted (台账).</summary>
    List,

    /// <summary>Share of units with a standing record, and those without (覆盖率).</summary>
    Coverage,

    /// <summary>A record in every cycle; a cycle without one is missed (周期).</summary>
    Cycle,

    /// <summary>The same, and the present cycle shows as open while there is none (年度).</summary>
    Yearly,

    /// <summary>A day of the month, told on the day before (固定日).</summary>
    Day,

    /// <summary>A last day, told some time before (届满).</summary>
    Expiry,
}

/// <summary>What is missing (缺项类别).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SupportGapStatus>))]
public enum SupportGapStatus
{
    /// <summary>A cycle ended without a record, and none came since (已错过).</summary>
    Missed,

    /// <summary>Nothing in the present year yet (尚无记录).</summary>
    Open,

    /// <summary>The unit has none (未覆盖).</summary>
    NotCovered,

    /// <summary>A term of office ends soon (即将届满).</summary>
    EndsSoon,

    /// <summary>A term of office has ended (已届满).</summary>
    Ended,
}
