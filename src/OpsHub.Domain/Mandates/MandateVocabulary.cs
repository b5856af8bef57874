using System.Text.Json.Serialization;

namespace OpsHub.Domain.Mandates;

/// <summary>What a township's suggestion is about (建议对象). T013.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionSubject>))]
public enum SuggestionSubject
{
    /// <summary>A major decision (重大决策).</summary>
    Decision,

    /// <summary>A major project (重大项目).</summary>
    Project,
}

/// <summary>What became of a suggestion (建议答复结果). T013.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionAnswer>))]
public enum SuggestionAnswer
{
    /// <summary>Adopted (采纳).</summary>
    Adopted,

    /// <summary>Adopted in part (部分采纳).</summary>
    PartlyAdopted,

    /// <summary>Not adopted (未采纳); the text says why.</summary>
    NotAdopted,
}

/// <summary>Where a new duty stands (新增职责环节). R034.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DutyStage>))]
public enum DutyStage
{
    /// <summary>Proposed by a department, waits for the county's review (待审核).</summary>
    Proposed,

    /// <summary>Approved, with power, staff and funds; not yet in force (已批准). R035.</summary>
    Approved,

    /// <summary>Refused by the county (未批准).</summary>
    Refused,

    /// <summary>In force: tasks may rest on it (已生效).</summary>
    InForce,

    /// <summary>Ended (已终止): nothing rests on it any more.</summary>
    Ended,
}

/// <summary>What can follow from a poor result (处理措施). T109: four kinds, in no order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind
{
    /// <summary>Talk with those responsible (约谈).</summary>
    Talk,

    /// <summary>Ordered rectification (责令整改).</summary>
    Rectification,

    /// <summary>Circulated criticism (通报批评).</summary>
    Criticism,

    /// <summary>Accountability (问责).</summary>
    Accountability,
}

/// <summary>What must go along with a duty (随事划转事项): 权随责转、人随事转、费随事转. R035.</summary>
public enum DutyTransfer
{
    /// <summary>Power (权).</summary>
    Power,

    /// <summary>Staff (人).</summary>
    Staff,

    /// <summary>Funds (费).</summary>
    Funds,
}
