using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Control;
using OpsHub.Host.Options;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>A bearer token is wanted.</summary>
/// <param name="Role">Name of the role.</param>
/// <param name="Unit">Code of the unit, agency or department.</param>
/// <param name="Days">Days it holds; null for the default.</param>
/// <param name="Backdates">Whether it may enter past instants (补录).</param>
/// <param name="Name">Stable name of the principal, for a script that comes again and repeats its command ids; null for a new one.</param>
internal sealed record TokenIssueRequest(string Role, string Unit, int? Days, bool Backdates, string? Name = null);

/// <summary>A token is to be revoked.</summary>
/// <param name="Id">Its id.</param>
internal sealed record TokenRevokeRequest(string Id);

/// <summary>Issues a bearer token; standard output carries the token and nothing else.</summary>
internal sealed class TokenIssueOperation(TokenIssuer tokens, IHubDirectory directory, IRuleBook rules, IOptions<TokenLifeOptions> lives) : IOperation<TokenIssueRequest>
{
    public async Task<int> Run(TokenIssueRequest request, IOperationOutput output, CancellationToken cancel)
    {
        if (!Enum.TryParse<Role>(request.Role, ignoreCase: true, out var role) || !Enum.IsDefined(role) || int.TryParse(request.Role, out _) || role == Role.Scheduler)
        {
            var known = string.Join(", ", Enum.GetNames<Role>().Where(r => r != nameof(Role.Scheduler)));
            throw new UsageException($"没有角色“{request.Role}”，可用：{known}", $"There is no role '{request.Role}'; choose one of: {known}");
        }

        var organ = await Known(request.Unit, cancel);
        var life = TimeSpan.FromDays(request.Days ?? lives.Value.Days);
        var issued = request.Name is { } name
            ? await tokens.Issue(new Actor($"named:{name}", role, organ, request.Backdates), life, null, cancel)
            : await tokens.Issue(role, organ, request.Backdates, life, cancel);
        output.Note($"编号 {issued.Id}，{role} @ {organ}（{directory.NameOf(organ)}），有效至 {issued.ExpiresAt:yyyy-MM-dd HH:mm}Z / id {issued.Id}, until {issued.ExpiresAt:yyyy-MM-dd HH:mm}Z");
        output.Line(issued.Token);
        return ExitCodes.Done;
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

/// <summary>Revokes a token; within seconds every process refuses it.</summary>
internal sealed class TokenRevokeOperation(Revocations revocations) : IOperation<TokenRevokeRequest>
{
    public async Task<int> Run(TokenRevokeRequest request, IOperationOutput output, CancellationToken cancel)
    {
        if (!await revocations.Revoke(request.Id, cancel))
            throw new UsageException($"没有编号为“{request.Id}”的令牌。", $"There is no token with the id '{request.Id}'.");
        output.Line($"已吊销 / revoked: {request.Id}");
        return ExitCodes.Done;
    }
}
