using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Accounts;

/// <summary>For which organ a role acts (角色与单位层级): the one table. Reading and acting follow the organ's area, so a grid worker of a
/// whole city would read all its cases. Part 4 of the rules, R046.</summary>
public static class RoleOrgans
{
    private static readonly UnitLevel[] Every = Enum.GetValues<UnitLevel>();

    private static readonly Dictionary<Role, (OrganKind Kind, UnitLevel[] Levels)> Permitted = new()
    {
        [Role.Resident] = (OrganKind.Unit, Every),
        [Role.GridWorker] = (OrganKind.Unit, [UnitLevel.Grid]),
        [Role.CommunityCommittee] = (OrganKind.Unit, [UnitLevel.Community]),
        [Role.CommunityParty] = (OrganKind.Unit, [UnitLevel.Community]),
        [Role.GroupParty] = (OrganKind.Unit, [UnitLevel.Grid]),
        [Role.Council] = (OrganKind.Unit, [UnitLevel.Community]),
        [Role.SupervisionCommittee] = (OrganKind.Unit, [UnitLevel.Community]),
        [Role.TownshipGovernment] = (OrganKind.Unit, [UnitLevel.Township]),
        [Role.TownshipGovernanceCentre] = (OrganKind.Unit, [UnitLevel.Township]),
        [Role.AgencyStaff] = (OrganKind.Agency, [UnitLevel.Township]),
        [Role.Department] = (OrganKind.Department, [UnitLevel.City, UnitLevel.County]),
        [Role.CountyCommandCentre] = (OrganKind.Unit, [UnitLevel.County]),
        [Role.CountyGovernment] = (OrganKind.Unit, [UnitLevel.County]),
        [Role.PerformanceOrgan] = (OrganKind.Unit, [UnitLevel.County]),
        [Role.OrganisationDepartment] = (OrganKind.Unit, [UnitLevel.County]),
        [Role.EstablishmentOffice] = (OrganKind.Unit, [UnitLevel.City, UnitLevel.County]),
        [Role.CityGovernanceOffice] = (OrganKind.Unit, [UnitLevel.City]),
        [Role.WallKey] = (OrganKind.Unit, Every),
        [Role.Integrator] = (OrganKind.Unit, Every),
        [Role.Hotline] = (OrganKind.Unit, [UnitLevel.City, UnitLevel.County]),
        // These read, or keep running, the whole hub: a smaller unit would promise a bound that isn't there.
        [Role.Auditor] = (OrganKind.Unit, [UnitLevel.City]),
        [Role.Administrator] = (OrganKind.Unit, [UnitLevel.City]),
    };

    /// <summary>Roles that a person or program can be given: all but the hub's own.</summary>
    public static IEnumerable<Role> Roles => Permitted.Keys;

    /// <summary>Null when the role may act for the organ; otherwise what is permitted.</summary>
    public static RoleMismatch? Mismatch(Role role, OrganCode organ)
    {
        if (!Permitted.TryGetValue(role, out var of))
            return new($"角色 {role} 只属于系统自身", $"the role {role} is the hub's own");
        if (organ.Kind == of.Kind && of.Levels.Contains(organ.Unit.Level))
            return null;
        var (zh, en) = of.Kind switch
        {
            OrganKind.Agency => ("派驻机构（如 430203001-D12）", "a stationed agency (430203001-D12)"),
            OrganKind.Department => ("县市区或市的职能部门（如 430203:D12）", "a department of a county or city (430203:D12)"),
            _ => (string.Join("、", of.Levels.Select(l => Name(l).Zh)), string.Join(" or ", of.Levels.Select(l => Name(l).En))),
        };
        return new($"角色 {role} 只能用于：{zh}；{organ} 不是", $"The role {role} is for {en}; {organ} is none");
    }

    private static (string Zh, string En) Name(UnitLevel level) => level switch
    {
        UnitLevel.City => ("市（4 位代码）", "a city (4 digits)"),
        UnitLevel.County => ("县市区（6 位代码）", "a county (6 digits)"),
        UnitLevel.Township => ("乡镇街道（9 位代码）", "a township (9 digits)"),
        UnitLevel.Community => ("社区、村（12 位代码）", "a community (12 digits)"),
        _ => ("网格（15 位代码）", "a grid (15 digits)"),
    };
}

/// <summary>A role and an organ that don't go together (角色与单位不符): what the role is for.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record RoleMismatch(string Zh, string En);
