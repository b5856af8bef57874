using Microsoft.AspNetCore.Identity;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Accounts;

/// <summary>An account: who may sign in, in which role, for which organ.</summary>
internal sealed class Account : IdentityUser<string>
{
    public required Role Role { get; set; }

    /// <summary>Code of the organ it acts for.</summary>
    public required string Organ { get; set; }

    /// <summary><c>zh</c> or <c>en</c>; null for Chinese.</summary>
    public string? Language { get; set; }

    /// <summary>True when it was disabled for good; a lockout after wrong passwords ends by itself.</summary>
    public bool IsDisabled => LockoutEnd?.Year == DateTimeOffset.MaxValue.Year;

    /// <summary>The principal of its tokens.</summary>
    public string Principal => $"account:{Id}";

    /// <summary>The actor it speaks as. The principal is the account's id, never its name.</summary>
    public Actor ToActor() => new(Principal, Role, OrganCode.Parse(Organ));
}
