using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>What happened to a county's establishment (机构编制事件). State is folded from these.</summary>
/// <param name="At">When it took effect.</param>
/// <param name="County">The county: whichever comes first begins its record.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(EstablishmentTotalSet), "EstablishmentTotalSet")]
[JsonDerivedType(typeof(TownshipPostsMoved), "TownshipPostsMoved")]
[JsonDerivedType(typeof(TownshipClassified), "TownshipClassified")]
[JsonDerivedType(typeof(TownshipOrgansAdded), "TownshipOrgansAdded")]
[JsonDerivedType(typeof(TownshipOrganRenamed), "TownshipOrganRenamed")]
[JsonDerivedType(typeof(TownshipOrganRemoved), "TownshipOrganRemoved")]
[JsonDerivedType(typeof(NameplateAdded), "NameplateAdded")]
[JsonDerivedType(typeof(NameplateRenamed), "NameplateRenamed")]
[JsonDerivedType(typeof(NameplateRemoved), "NameplateRemoved")]
[JsonDerivedType(typeof(UnityRecorded), "UnityRecorded")]
[JsonDerivedType(typeof(StaffQuotaSet), "StaffQuotaSet")]
[JsonDerivedType(typeof(OutsideStaffRecorded), "OutsideStaffRecorded")]
public abstract record EstablishmentEvent(DateTimeOffset At, UnitCode County)
{
    /// <summary>Reason or document, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;

    /// <summary>Rule that it rests on.</summary>
    [JsonIgnore]
    public abstract string Rule { get; }
}

/// <summary>Total of posts recorded (已核定编制总量).</summary>
public sealed record EstablishmentTotalSet(DateTimeOffset At, UnitCode County, int Total) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R025";
}

/// <summary>Posts moved (已调整编制). R026 says where to.</summary>
public sealed record TownshipPostsMoved(DateTimeOffset At, UnitCode County, ImmutableList<PostShift> Shifts, string? Reason) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R025";
}

/// <summary>Class recorded (已划定类别). R008.</summary>
public sealed record TownshipClassified(DateTimeOffset At, UnitCode County, UnitCode Township, TownshipClass Class, string? Source) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Source;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R003";
}

/// <summary>Organs added (已设置机构).</summary>
public sealed record TownshipOrgansAdded(DateTimeOffset At, UnitCode County, UnitCode Township, ImmutableList<TownshipOrgan> Organs) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R020";
}

/// <summary>Organ renamed (机构已更名).</summary>
public sealed record TownshipOrganRenamed(DateTimeOffset At, UnitCode County, UnitCode Township, int Organ, string Name) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "T037";
}

/// <summary>Organ removed (机构已撤销).</summary>
public sealed record TownshipOrganRemoved(DateTimeOffset At, UnitCode County, UnitCode Township, int Organ) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "T037";
}

/// <summary>Nameplate added (已加挂牌子).</summary>
public sealed record NameplateAdded(DateTimeOffset At, UnitCode County, UnitCode Township, Nameplate Nameplate) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Nameplate.Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R021";
}

/// <summary>Nameplate renamed (牌子已更名).</summary>
public sealed record NameplateRenamed(DateTimeOffset At, UnitCode County, UnitCode Township, int Nameplate, string Name) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R021";
}

/// <summary>Nameplate removed (已摘牌).</summary>
public sealed record NameplateRemoved(DateTimeOffset At, UnitCode County, UnitCode Township, int Nameplate) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R021";
}

/// <summary>Seals, teams and platforms recorded (已登记三个一).</summary>
public sealed record UnityRecorded(DateTimeOffset At, UnitCode County, UnitCode Township, UnityCounts Unity) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R024";
}

/// <summary>Quota of staff outside the establishment set (已核定编外定额).</summary>
public sealed record StaffQuotaSet(DateTimeOffset At, UnitCode County, UnitCode Township, int Quota, string? Source) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Source;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R027";
}

/// <summary>Staff outside the establishment recorded (已登记编外人数).</summary>
public sealed record OutsideStaffRecorded(DateTimeOffset At, UnitCode County, UnitCode Township, int Count) : EstablishmentEvent(At, County)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R027";
}
