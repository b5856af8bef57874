using OpsHub.Grains.Commits;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.Storage;

namespace OpsHub.Host.Options;

/// <summary>Binds every section to its class, checked on start. The only place that reads the configuration.</summary>
internal static class OptionsRegistration
{
    public static IServiceCollection AddHubOptions(this IServiceCollection services, IConfiguration configuration)
    {
        Bind<HubOptions>(HubOptions.Section);
        Bind<SeedOptions>(SeedOptions.Section);
        Bind<TokenLifeOptions>(TokenLifeOptions.Section);
        Bind<LimitOptions>(LimitOptions.Section);
        Bind<PageOptions>(PageOptions.Section);
        Bind<CrossOriginOptions>(CrossOriginOptions.Section);
        Bind<PastOptions>(PastOptions.Section);
        Bind<DoorOptions>(DoorOptions.Section);
        Bind<NoticeOptions>(NoticeOptions.Section);
        Bind<ContactOptions>(ContactOptions.Section);
        Bind<JobOptions>(JobOptions.Section);
        Bind<FaultOptions>("OpsHub:Faults");
        return services;

        void Bind<T>(string section) where T : class =>
            services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
    }

    /// <summary>The storage's switch, which is needed before there are services.</summary>
    /// <exception cref="StorageUnavailableException">The settings contradict each other.</exception>
    public static StorageOptions StorageChoice(this IConfiguration configuration)
    {
        var section = configuration.GetSection(HubOptions.Section);
        if (section["Storage"] is { } text && !(Enum.TryParse<StorageKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind)))
        {
            throw new StorageUnavailableException(
                $"OpsHub:Storage 的值“{text}”无效，应为 Sqlite 或 PostgreSql。\nOpsHub:Storage is '{text}'; it must be Sqlite or PostgreSql.");
        }

        var hub = section.Get<HubOptions>() ?? new HubOptions();
        var chosen = new StorageOptions
        {
            Kind = hub.Storage,
            DataFolder = hub.DataFolder,
            ConnectionString = configuration.GetConnectionString("OpsHub"),
            AdvertisedAddress = hub.AdvertisedAddress,
            ContactKey = configuration[$"{ContactOptions.Section}:Key"],
            ContactKeys = configuration.GetSection($"{ContactOptions.Section}:Keys").GetChildren().ToDictionary(k => k.Key, k => k.Value ?? ""),
        };
        if (chosen.Validate(new(chosen)).FirstOrDefault() is { } problem)
            throw new StorageUnavailableException($"存储设置有误：{problem.ErrorMessage}\nThe storage settings are wrong: {problem.ErrorMessage}");
        return chosen;
    }
}
