using System.Text.Json.Serialization;

namespace OpsHub.Domain.Calendars;

/// <summary>A rung of a term's ladder (期限台阶). Each takes effect once, in this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RungKind>))]
public enum RungKind
{
    /// <summary>Due soon (临期).</summary>
    DueSoon,

    /// <summary>Due now: from here on the term is late (到期).</summary>
    Due,

    /// <summary>Overdue, told to the community (超期报社区).</summary>
    OverdueCommunity,

    /// <summary>Overdue, told to the township (超期报乡镇街道).</summary>
    OverdueTownship,

    /// <summary>Overdue, told to the county (超期报县市区).</summary>
    OverdueCounty,

    /// <summary>Overdue by a full limit: one level up, to the county's board (超期升级). SM1 row E; only of terms that escalate.</summary>
    Escalated,

    /// <summary>A suspension's limit is reached: the term resumes by itself (中止届满).</summary>
    SuspensionEnds,
}
