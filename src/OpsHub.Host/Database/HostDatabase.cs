using Microsoft.EntityFrameworkCore;
using OpsHub.Storage;

namespace OpsHub.Host.Database;

/// <summary>Registers <see cref="HostContext"/> on whichever database the hub has.</summary>
internal static class HostDatabase
{
    public static IServiceCollection AddHostDatabase(this IServiceCollection services) =>
        services.AddDbContextFactory<HostContext>((provider, options) => provider.GetRequiredService<IEntityDatabase>().Configure(options));
}
