namespace OpsHub.Host.Startup;

/// <summary>Registers the start-up sequence; last, so that it runs when everything it starts is there.</summary>
internal static class StartupRegistration
{
    public static IServiceCollection AddStartup(this IServiceCollection services, ServeRequest request)
    {
        if (request.Demo)
            services.AddSingleton<IBeforeReady, DemoLinks>();
        return services.AddSingleton<StartupState>().AddSingleton<StartupSequence>().AddHostedService<StartupService>();
    }
}
