using System.Text.Json.Serialization;

namespace OpsHub.Domain.Governance;

/// <summary>From which class a grid's leader comes (网格长人选类别). G031 lists four; another is accepted and warned.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GridLeaderClass>))]
public enum GridLeaderClass
{
    /// <summary>Member of the village or residents' committee or its party organisation (村(居)班子成员).</summary>
    CommitteeMember,

    /// <summary>Head of a party group (党小组长).</summary>
    PartyGroupHead,

    /// <summary>Retired cadre who is a party member (退休党员干部).</summary>
    RetiredCadre,

    /// <summary>Excellent representative of the residents (优秀居民代表).</summary>
    ResidentRepresentative,

    /// <summary>None of the four (其他): warned.</summary>
    Other,
}

/// <summary>The party unit on a grid (党建网格). G030.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GridPartyUnit>))]
public enum GridPartyUnit
{
    /// <summary>None yet (未设).</summary>
    None,

    /// <summary>A party branch (党支部).</summary>
    Branch,

    /// <summary>A party group (党小组).</summary>
    Group,
}

/// <summary>A channel of announcements and services (服务渠道). G041, G052.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceChannel>))]
public enum ServiceChannel
{
    /// <summary>Website (网站).</summary>
    Website,

    /// <summary>Hotline (热线电话).</summary>
    Hotline,

    /// <summary>Television (数字电视).</summary>
    Television,

    /// <summary>Self-service terminal (自助终端).</summary>
    Terminal,

    /// <summary>Electronic display (电子显示屏).</summary>
    Display,
}

/// <summary>Kind of post of a grid worker (网格员岗位类别). G032, G051.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkerPost>))]
public enum WorkerPost
{
    /// <summary>Full-time (专职).</summary>
    FullTime,

    /// <summary>Part-time (兼职).</summary>
    PartTime,
}
