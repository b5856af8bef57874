using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Agencies;

/// <summary>Something that happened to a stationed agency.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(AgencyEstablished), nameof(AgencyEstablished))]
[JsonDerivedType(typeof(AgencyRenamed), nameof(AgencyRenamed))]
[JsonDerivedType(typeof(ServedTownshipsSet), nameof(ServedTownshipsSet))]
[JsonDerivedType(typeof(EnforcementPowersSet), nameof(EnforcementPowersSet))]
public abstract record AgencyEvent;

/// <summary>The agency was registered (已登记).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Department">Dispatching department.</param>
/// <param name="Host">Host township.</param>
/// <param name="Served">Townships served, ascending.</param>
/// <param name="EnforcementPowers">Category codes, ascending.</param>
/// <param name="Generated">True for demonstration agencies.</param>
public sealed record AgencyEstablished(
    OrganCode Code, string Name, OrganCode Department, UnitCode Host, ImmutableList<UnitCode> Served, ImmutableList<string> EnforcementPowers, bool Generated)
    : AgencyEvent;

/// <summary>The agency has another name (已更名).</summary>
/// <param name="Name">The new name.</param>
public sealed record AgencyRenamed(string Name) : AgencyEvent;

/// <summary>The townships it serves were set (服务乡镇已调整).</summary>
/// <param name="Served">All of them, ascending.</param>
public sealed record ServedTownshipsSet(ImmutableList<UnitCode> Served) : AgencyEvent;

/// <summary>Its enforcement powers were set (执法权限已调整).</summary>
/// <param name="Categories">Category codes, ascending.</param>
public sealed record EnforcementPowersSet(ImmutableList<string> Categories) : AgencyEvent;
