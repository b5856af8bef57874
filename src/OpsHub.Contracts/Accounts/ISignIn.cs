using OpsHub.Domain.Accounts;

namespace OpsHub.Contracts.Accounts;

/// <summary>Checks an account's password and issues a bearer token (登录). A port: the host implements it with its accounts.</summary>
public interface ISignIn
{
    /// <summary>A token for the account, or null when account and password do not fit, or the account is locked:
    /// nobody learns from the answer which accounts there are.</summary>
    Task<SignedIn?> SignIn(string account, string password, CancellationToken cancel = default);
}

/// <summary>A sign-in that succeeded.</summary>
/// <param name="Token">Bearer token.</param>
/// <param name="ExpiresAt">When it lapses.</param>
/// <param name="Actor">Whom it speaks for.</param>
/// <param name="Language">Language preferred, <c>zh</c> or <c>en</c>; null for Chinese.</param>
public sealed record SignedIn(string Token, DateTimeOffset ExpiresAt, Actor Actor, string? Language = null);
