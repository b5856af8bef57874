namespace OpsHub.Host.Trace;

/// <summary>Registers what seals, checks and exports the trace.</summary>
internal static class TraceRegistration
{
    public static IServiceCollection AddTraceSealing(this IServiceCollection services) =>
        services.AddSingleton<SealedDocuments>().AddSingleton<TraceSealer>().AddSingleton<TraceExport>();
}
