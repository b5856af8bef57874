using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;

namespace OpsHub.Storage.Hierarchy;

/// <summary>Registers the directory of units.</summary>
public static class DirectoryRegistration
{
    /// <summary>Adds <see cref="IHubDirectory"/>; call <see cref="IHubDirectory.Refresh"/> once at start, before the first use.</summary>
    public static IServiceCollection AddHubDirectory(this IServiceCollection services) =>
        services.AddSingleton<IHubDirectory, HubDirectory>().AddSingleton<DirectoryStamp>().AddHostedService<DirectoryLoop>();
}
