using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using OpsHub.Host.Database;

namespace OpsHub.Host.Accounts;

/// <summary>Accounts in the hub's database.</summary>
internal sealed class AccountStore(HostContext context) : UserOnlyStore<Account, HostContext, string>(context);
