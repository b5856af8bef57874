using OpsHub.Contracts.Index;

namespace OpsHub.Host.Seeds;

/// <summary>Registers the seeds: rules now, units once the silo runs.</summary>
internal static class SeedRegistration
{
    public static IServiceCollection AddSeeds(this IServiceCollection services) => services
        .AddSingleton<ISeedRules, SeedRules>()
        .AddSingleton<UnitImporter>()
        .AddSingleton<SeedLoader>();
}
