using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>What a case is about (案件性质). G008.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseKind>))]
public enum CaseKind
{
    /// <summary>A public facility (部件).</summary>
    Component,

    /// <summary>Something that happens (事件).</summary>
    Event,
}

/// <summary>How urgent it is (紧急程度).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CasePriority>))]
public enum CasePriority
{
    /// <summary>Ordinary (一般).</summary>
    Ordinary,

    /// <summary>Urgent (加急).</summary>
    Urgent,

    /// <summary>Emergency (紧急): reaches township and county at once. T024, C065.</summary>
    Emergency,
}

/// <summary>Where it came from (来源渠道).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseChannel>))]
public enum CaseChannel
{
    /// <summary>Grid worker (网格员上报).</summary>
    GridWorker,

    /// <summary>Residents' app (居民上报).</summary>
    ResidentApp,

    /// <summary>12345 hotline (热线). G017.</summary>
    Hotline12345,

    /// <summary>Patrol (巡查).</summary>
    Patrol,

    /// <summary>Sensor (感知设备).</summary>
    Sensor,

    /// <summary>Consultation council (议事会).</summary>
    Council,
}

/// <summary>On what ground a case may be declined (不予受理理由): there are two, otherwise it is never declined. SM1 row 3, T019.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeclineGround>))]
public enum DeclineGround
{
    /// <summary>Outside every category (不属于任何类别).</summary>
    OutsideCategories,

    /// <summary>Outside what the county answers for (不属于本县市区).</summary>
    OutsideCounty,
}

/// <summary>Class of a case after triage (研判分类). R028.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TriageClass>))]
public enum TriageClass
{
    /// <summary>One department or agency owns it (职责明确); the township supervises. R029.</summary>
    ClearOwner,

    /// <summary>Several departments (跨部门); the township coordinates. R030.</summary>
    CrossDepartment,

    /// <summary>Public service (公共服务).</summary>
    PublicService,

    /// <summary>The community handles it itself (社区自办). G015.</summary>
    CommunityLevel,
}

/// <summary>Why a lead unit returns a dispatch (退单理由). SM1 row 8.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnReason>))]
public enum ReturnReason
{
    /// <summary>Not its duty (非本单位职责).</summary>
    NotMine,

    /// <summary>Too little information (信息不足).</summary>
    Insufficient,

    /// <summary>The same as another case (重复).</summary>
    Duplicate,
}

/// <summary>Part of an organ in a dispatch (派单角色).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DispatchPart>))]
public enum DispatchPart
{
    /// <summary>Leads (牵头): exactly one. G046.</summary>
    Lead,

    /// <summary>Assists (协办).</summary>
    Assist,
}

/// <summary>One organ of a dispatch with its part.</summary>
/// <param name="Organ">Unit, agency or department.</param>
/// <param name="Part">Lead or assist.</param>
public sealed record DispatchParty(OrganCode Organ, DispatchPart Part);

/// <summary>The ticket of another system from which a case came (来源工单). G017: the same ticket is one case.</summary>
/// <param name="System">Name of the system, e.g. <c>12345</c>; 1-40 characters.</param>
/// <param name="Number">Its number there; 1-80 characters.</param>
public sealed record SourceTicket(string System, string Number);

/// <summary>Where a case lies (所在区划): the units in force when it was reported, or when it last followed them.</summary>
/// <param name="Grid">Grid.</param>
/// <param name="Community">Community or village.</param>
/// <param name="Township">Township or subdistrict.</param>
/// <param name="County">County, county-level city or district.</param>
/// <param name="City">City.</param>
public sealed record Placement(UnitCode Grid, UnitCode Community, UnitCode Township, UnitCode County, UnitCode City)
{
    /// <summary>True when the unit is one of the five.</summary>
    public bool IsWithin(UnitCode unit) => unit == Grid || unit == Community || unit == Township || unit == County || unit == City;

    /// <summary>The five, grid first.</summary>
    [JsonIgnore]
    public ImmutableList<UnitCode> Upwards => [Grid, Community, Township, County, City];
}
