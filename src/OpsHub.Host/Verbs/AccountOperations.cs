using System.Text.Json.Serialization;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Control;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Verbs;

/// <summary>An account is wanted.</summary>
/// <param name="Name">The name it signs in with.</param>
/// <param name="Role">Name of the role.</param>
/// <param name="Unit">Code of the unit, agency or department.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>; null for Chinese.</param>
internal sealed record AccountAddRequest(string Name, string Role, string Unit, string? Language);

/// <summary>All accounts are to be listed.</summary>
internal sealed record AccountListRequest;

/// <summary>Something is to be done with an account.</summary>
/// <param name="Name">The name it signs in with.</param>
/// <param name="Change">What.</param>
internal sealed record AccountChangeRequest(string Name, AccountChange Change);

/// <summary>What is done with an account.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountChange>))]
internal enum AccountChange
{
    Password,
    Disable,
    Enable,
}

/// <summary>Opens an account; standard output carries the password and nothing else.</summary>
internal sealed class AccountAddOperation(AccountDesk desk, Grants grants, IHubDirectory directory) : IOperation<AccountAddRequest>
{
    public async Task<int> Run(AccountAddRequest request, IOperationOutput output, CancellationToken cancel)
    {
        var (role, organ) = await grants.Check(request.Role, request.Unit, cancel);
        var password = await desk.Add(request.Name, role, organ, request.Language);
        output.Note($"账号 {request.Name}，{role} @ {organ}（{directory.NameOf(organ)}），密码只显示这一次 / account {request.Name}; the password is shown only this once:");
        output.Line(password);
        return ExitCodes.Done;
    }
}

/// <summary>Lists accounts, one a line, columns separated by tabs.</summary>
internal sealed class AccountListOperation(AccountDesk desk, IHubDirectory directory) : IOperation<AccountListRequest>
{
    public async Task<int> Run(AccountListRequest request, IOperationOutput output, CancellationToken cancel)
    {
        if (directory.City is null)
            await directory.Refresh(cancel);
        output.Note("账号 / name\t角色 / role\t单位 / unit\t名称 / its name\t语言 / language\t状态 / state");
        foreach (var account in await desk.List(cancel))
        {
            var name = directory.NameOf(OrganCode.Parse(account.Organ));
            output.Line($"{account.UserName}\t{account.Role}\t{account.Organ}\t{name}\t{account.Language ?? "zh"}\t{(account.IsDisabled ? "停用 / disabled" : "启用 / active")}");
        }

        return ExitCodes.Done;
    }
}

/// <summary>Gives an account a new password, disables it or enables it again.</summary>
internal sealed class AccountChangeOperation(AccountDesk desk) : IOperation<AccountChangeRequest>
{
    public async Task<int> Run(AccountChangeRequest request, IOperationOutput output, CancellationToken cancel)
    {
        switch (request.Change)
        {
            case AccountChange.Password:
                var password = await desk.NewPassword(request.Name, cancel);
                output.Note($"账号 {request.Name} 的新密码，只显示这一次；已登录的须重新登录 / the new password of {request.Name}, shown only this once; who is signed in has to sign in again:");
                output.Line(password);
                break;
            case AccountChange.Disable:
                var revoked = await desk.Disable(request.Name, cancel);
                output.Line($"已停用 {request.Name}，吊销 {revoked} 个令牌 / disabled: {request.Name}, {revoked} tokens revoked");
                break;
            case AccountChange.Enable:
                await desk.Enable(request.Name);
                output.Line($"已启用 / enabled: {request.Name}");
                break;
            default:
                throw new InvalidOperationException($"No change {request.Change}.");
        }

        return ExitCodes.Done;
    }
}
