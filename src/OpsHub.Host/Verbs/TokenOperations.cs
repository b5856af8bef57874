using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
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
/// <param name="Name">Stable name of the principal: a renewed token of the same name repeats the same commands; null for a new principal.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>; null for Chinese.</param>
internal sealed record TokenIssueRequest(string Role, string Unit, int? Days, bool Backdates, string? Name, string? Language);

/// <summary>Tokens are to be listed.</summary>
/// <param name="All">Also revoked and lapsed ones.</param>
internal sealed record TokenListRequest(bool All);

/// <summary>A token, or all of a name, are to be revoked; exactly one is given.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Their name.</param>
internal sealed record TokenRevokeRequest(string? Id, string? Name);

/// <summary>Issues a bearer token; standard output carries the token and nothing else.</summary>
internal sealed partial class TokenIssueOperation(TokenIssuer tokens, Grants grants, IHubDirectory directory, IOptions<TokenLifeOptions> lives) : IOperation<TokenIssueRequest>
{
    public async Task<int> Run(TokenIssueRequest request, IOperationOutput output, CancellationToken cancel)
    {
        // 32 hexadecimal digits are the principals of tokens without a name.
        if (request.Name is { } name && (!Name().IsMatch(name) || Id().IsMatch(name)))
            throw new InputException($"名称“{name}”应为 1–64 个英文字母、数字或 -._。", $"The name '{name}' must be 1-64 Latin letters, digits or -._.");
        var (role, organ) = await grants.Check(request.Role, request.Unit, cancel);
        var life = TimeSpan.FromDays(request.Days ?? lives.Value.Days);
        var issued = await tokens.Issue(request.Name, role, organ, request.Backdates, life, request.Language, cancel);
        output.Note($"编号 {issued.Id}，{role} @ {organ}（{directory.NameOf(organ)}），有效至 {issued.ExpiresAt:yyyy-MM-dd HH:mm}Z / id {issued.Id}, until {issued.ExpiresAt:yyyy-MM-dd HH:mm}Z");
        output.Line(issued.Token);
        return ExitCodes.Done;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9A-Fa-f]{32}\z")]
    private static partial Regex Id();
}

/// <summary>Lists tokens, one a line, columns separated by tabs. The tokens themselves aren't kept.</summary>
internal sealed class TokenListOperation(Revocations tokens) : IOperation<TokenListRequest>
{
    public async Task<int> Run(TokenListRequest request, IOperationOutput output, CancellationToken cancel)
    {
        output.Note("编号 / id\t主体 / principal\t角色 / role\t单位 / unit\t补录 / backdates\t签发 / issued\t有效至 / until\t吊销 / revoked");
        foreach (var token in await tokens.List(request.All, cancel))
            output.Line($"{token.Id}\t{token.Principal}\t{token.Role}\t{token.Organ}\t{(token.Backdates ? "yes" : "no")}\t{token.IssuedAt:yyyy-MM-dd HH:mm}Z\t{token.ExpiresAt:yyyy-MM-dd HH:mm}Z\t{token.RevokedAt:yyyy-MM-dd HH:mm}");
        return ExitCodes.Done;
    }
}

/// <summary>Revokes a token or all of a name; within seconds every process refuses them.</summary>
internal sealed class TokenRevokeOperation(Revocations revocations) : IOperation<TokenRevokeRequest>
{
    public async Task<int> Run(TokenRevokeRequest request, IOperationOutput output, CancellationToken cancel)
    {
        if (request.Name is { } name)
        {
            var revoked = await revocations.RevokeAll(TokenIssuer.PrincipalOf(name), cancel);
            if (revoked == 0)
                throw new UsageException($"没有名为“{name}”的有效令牌。", $"There is no token of the name '{name}' that still holds.");
            output.Line($"已吊销 {revoked} 个 / revoked: {revoked} of {name}");
            return ExitCodes.Done;
        }

        if (request.Id is not { } id || !await revocations.Revoke(id, cancel))
            throw new UsageException($"没有编号为“{request.Id}”的令牌。", $"There is no token with the id '{request.Id}'.");
        output.Line($"已吊销 / revoked: {id}");
        return ExitCodes.Done;
    }
}
