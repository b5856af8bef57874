using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Agencies;

/// <summary>A command to a stationed agency.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(EstablishAgency), nameof(EstablishAgency))]
[JsonDerivedType(typeof(RenameAgency), nameof(RenameAgency))]
[JsonDerivedType(typeof(SetServedTownships), nameof(SetServedTownships))]
[JsonDerivedType(typeof(SetEnforcementPowers), nameof(SetEnforcementPowers))]
public abstract record AgencyCommand;

/// <summary>Registers an agency (登记派驻机构). Equal content again changes nothing. A001.</summary>
/// <param name="Code">Code: host township, dash, department.</param>
/// <param name="Name">Name, at most <see cref="UnitDecisions.MaxName"/> characters.</param>
/// <param name="Department">Dispatching department of the township's county or city.</param>
/// <param name="Host">Host township.</param>
/// <param name="Served">Townships it serves, the host among them.</param>
/// <param name="EnforcementPowers">Second-level category codes in which it may enforce the law.</param>
/// <param name="Generated">True for demonstration agencies.</param>
public sealed record EstablishAgency(
    OrganCode Code,
    string Name,
    OrganCode Department,
    UnitCode Host,
    ImmutableList<UnitCode> Served,
    ImmutableList<string> EnforcementPowers,
    bool Generated = false) : AgencyCommand;

/// <summary>Gives an agency another name (更名).</summary>
/// <param name="Name">The new name.</param>
public sealed record RenameAgency(string Name) : AgencyCommand;

/// <summary>Sets the townships an agency serves (调整服务乡镇).</summary>
/// <param name="Served">All of them, the host among them.</param>
public sealed record SetServedTownships(ImmutableList<UnitCode> Served) : AgencyCommand;

/// <summary>Sets the matters in which an agency may enforce the law (调整执法权限). R031.</summary>
/// <param name="Categories">Second-level category codes.</param>
public sealed record SetEnforcementPowers(ImmutableList<string> Categories) : AgencyCommand;
