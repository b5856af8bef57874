using System.Text.Json.Serialization;

namespace OpsHub.Domain.Notices;

/// <summary>What a notice is about (提醒类型).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>It is your move now (待办): a case was reported to you, handed on, dispatched, returned or sent back to you.</summary>
    NewWork,

    /// <summary>A term of yours is due soon (临期).</summary>
    DueSoon,

    /// <summary>A term of yours is due: from now on it is late (到期).</summary>
    Due,

    /// <summary>A term is overdue (超期): told to its holder and to the community, township or county whose rung it is.</summary>
    Overdue,

    /// <summary>An emergency was reported (紧急): township and county hear at once. T024, C065.</summary>
    Emergency,

    /// <summary>A case came to its end (办结): told to the first-asked owner, who tells the reporter (T019), and to whoever was still working on it or is out of it.</summary>
    Ended,

    /// <summary>You are urged, and an answer is due (催办、督办). SM1 row U.</summary>
    Urged,

    /// <summary>A case was escalated to the county's board (升级). SM1 row E, C065.</summary>
    Escalated,

    /// <summary>What you asked for was decided or answered (已批、已回复): an extension (SM1 row 11), an urge (row U).</summary>
    Decided,

    /// <summary>How the unit stands in the morning of a working day (晨报).</summary>
    Digest,
}
