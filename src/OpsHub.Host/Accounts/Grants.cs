using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Accounts;

/// <summary>Checks what a token or an account is to be given: a role that there is, and an organ that exists and that the role may act for.</summary>
internal sealed class Grants(IHubDirectory directory, IRuleBook rules)
{
    /// <summary>The roles to choose from, for people.</summary>
    public static string Roles => string.Join(", ", RoleOrgans.Roles.Order());

    /// <exception cref="UsageException">There is no such role or unit.</exception>
    /// <exception cref="InputException">The role is for other organs.</exception>
    public async Task<(Role Role, OrganCode Organ)> Check(string roleName, string code, CancellationToken cancel)
    {
        if (int.TryParse(roleName, out _) || !Enum.TryParse<Role>(roleName, ignoreCase: true, out var role) || !RoleOrgans.Roles.Contains(role))
            throw new UsageException($"没有角色“{roleName}”，可用：{Roles}", $"There is no role '{roleName}'; choose one of: {Roles}");
        var organ = await Known(code, cancel);
        return RoleOrgans.Mismatch(role, organ) is { } mismatch ? throw new InputException(mismatch.Zh + "。", mismatch.En + ".") : (role, organ);
    }

    private async Task<OrganCode> Known(string code, CancellationToken cancel)
    {
        if (!OrganCode.TryParse(code, out var organ))
            throw Unknown();
        if (directory.City is null)
            await directory.Refresh(cancel);
        var exists = organ.Kind switch
        {
            OrganKind.Agency => directory.Agency(organ) is not null,
            OrganKind.Department => directory.Unit(organ.Unit) is not null && rules.Departments.ContainsKey(organ.DepartmentId!),
            _ => directory.Unit(organ.Unit) is not null,
        };
        return exists ? organ : throw Unknown();

        UsageException Unknown() => new(
            $"没有单位“{code}”。请使用官方代码（如 430203001）、派驻机构代码（430203001-D12）或部门代码（430203:D12），并确认区划已导入。",
            $"There is no unit '{code}'. Use an official code (430203001), an agency's (430203001-D12) or a department's (430203:D12), and make sure that the divisions are imported.");
    }
}
