using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.GraphQL.Commands;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Accounts;

/// <summary>Account and password.</summary>
internal sealed class SignInInput : InputType
{
    public SignInInput() : base("SignInInput", "Account and password (登录).")
    {
        Needs<StringGraphType>("account", "Name of the account (账号), 1 to 100 characters.");
        Needs<StringGraphType>("password", "Password (密码), 1 to 200 characters.");
    }
}

/// <summary>What a sign-in brought.</summary>
internal sealed record SignInPayload(SignedIn? SignedIn, IReadOnlyList<Refusal> Errors);

/// <summary>What a sign-in brought.</summary>
internal sealed class SignInPayloadType : Described<SignInPayload>
{
    public SignInPayloadType() : base("SignInPayload", "What a sign-in brought (登录结果): a token, or errors.")
    {
        Maybe<StringGraphType>("token", "Bearer token: send it as Authorization: Bearer; null when refused.", p => p.SignedIn?.Token);
        Maybe<InstantType>("expiresAt", "When the token lapses; null when refused.", p => p.SignedIn?.ExpiresAt);
        Maybe<ViewerType>("viewer", "Whom the token speaks for; null when refused.", p => p.SignedIn is { } s ? new Viewer(s.Actor, Viewer.LanguageOf(s.Language)) : null);
        Many<CommandErrorInterface>("errors", "Why it was refused: NotAllowedError, InvalidInputError or RetryLaterError; empty when it succeeded.", p => p.Errors);
    }
}

/// <summary>Sign-in, the one field that is open to everyone.</summary>
internal sealed class SignInMutation : IRootFields<HubMutation>
{
    private const int LongestAccount = 100;
    private const int LongestPassword = 200;

    public void AddTo(HubMutation mutation) =>
        mutation.Do<SignInInput, SignInPayloadType>("signIn", "Sign in with account and password (登录). Open to everyone; nobody learns which accounts there are.", SignIn)
            .AsPublic();

    private static async ValueTask<object?> SignIn(IResolveFieldContext context, IDictionary<string, object?> input)
    {
        var (account, password) = ((string)input["account"]!, (string)input["password"]!);
        if (account.Length is 0 or > LongestAccount)
            return Refused(HubRefusals.Input("account", $"账号须为 1 至 {LongestAccount} 个字符", $"account takes 1 to {LongestAccount} characters"));
        if (password.Length is 0 or > LongestPassword)
            return Refused(HubRefusals.Input("password", $"密码须为 1 至 {LongestPassword} 个字符", $"password takes 1 to {LongestPassword} characters"));
        // The accounts' services live in a request's scope, unlike the schema.
        var door = context.RequestServices!.GetRequiredService<ISignIn>();
        try
        {
            return await door.SignIn(account, password, context.CancellationToken).ConfigureAwait(false) is { } signedIn
                ? new SignInPayload(signedIn, [])
                : Refused(HubRefusals.NoSignIn);
        }
        catch (Exception failure) when (Guarded.MayPass(failure))
        {
            return Refused(HubRefusals.RetryLater);
        }
    }

    private static SignInPayload Refused(Refusal refusal) => new(null, [refusal]);
}
