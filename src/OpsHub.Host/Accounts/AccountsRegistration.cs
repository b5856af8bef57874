using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Accounts;
using OpsHub.Domain.Accounts;
using OpsHub.Host.Database;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Accounts;

/// <summary>Registers accounts and tokens.</summary>
internal static class AccountsRegistration
{
    /// <summary>Accounts, and what issues and revokes tokens, also without a server.</summary>
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Password.RequiredLength = 12;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        }).AddUserStore<AccountStore>();
        return services.AddSingleton<Grants>().AddSingleton<AccountDesk>().AddSingleton<SigningKeys>().AddSingleton<TokenIssuer>().AddSingleton<Revocations>();
    }

    /// <summary>Sign-in, bearer tokens, and the rule that nothing is open to the anonymous unless it says so.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ISignIn, PasswordSignIn>();
        services.AddSingleton<TokensKnown>().AddSingleton<IBeforeReady>(provider => provider.GetRequiredService<TokensKnown>());
        services.AddSingleton<IBeforeReady, FirstAdministrator>();
        services.AddHostedService(provider => provider.GetRequiredService<Revocations>());
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(OfficeDoor.Policy, policy => policy.RequireRole(nameof(Role.Administrator)));
        return services;
    }
}
