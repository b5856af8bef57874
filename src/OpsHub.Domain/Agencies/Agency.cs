using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Agencies;

/// <summary>A stationed agency (派驻机构): an office that a department sends to a township. It has two leaders,
/// the dispatching department and the host township's party committee (A001, A002).</summary>
public sealed record Agency
{
    /// <summary>Code: host township, dash, department.</summary>
    public required OrganCode Code { get; init; }

    /// <summary>Name (名称).</summary>
    public required string Name { get; init; }

    /// <summary>Dispatching department (派出部门). A001: being stationed does not change this.</summary>
    public required OrganCode Department { get; init; }

    /// <summary>Host township (驻地乡镇、街道), which manages it day by day.</summary>
    public required UnitCode Host { get; init; }

    /// <summary>Townships it serves (服务乡镇), the host among them, ascending.</summary>
    public required ImmutableList<UnitCode> Served { get; init; }

    /// <summary>Matters in which it may enforce the law (执法权限): second-level category codes, ascending. R031.</summary>
    public ImmutableList<string> EnforcementPowers { get; init; } = [];

    /// <summary>True for an agency generated for demonstration (演示生成).</summary>
    public bool Generated { get; init; }

    /// <summary>The state after an event; null before the first.</summary>
    public static Agency Apply(Agency? agency, AgencyEvent happened) => (agency, happened) switch
    {
        (null, AgencyEstablished e) => new Agency
        {
            Code = e.Code,
            Name = e.Name,
            Department = e.Department,
            Host = e.Host,
            Served = e.Served,
            EnforcementPowers = e.EnforcementPowers,
            Generated = e.Generated,
        },
        ({ } a, AgencyRenamed e) => a with { Name = e.Name },
        ({ } a, ServedTownshipsSet e) => a with { Served = e.Served },
        ({ } a, EnforcementPowersSet e) => a with { EnforcementPowers = e.Categories },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot happen to {agency?.Code.Value ?? "an agency that does not exist"}."),
    };
}
