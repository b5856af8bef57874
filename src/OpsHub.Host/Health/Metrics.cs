using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Host.Accounts;
using OpsHub.Host.Notices;
using OpsHub.Host.Startup;

namespace OpsHub.Host.Health;

/// <summary>Measurements for Prometheus: Orleans', ASP.NET Core's, the runtime's and the hub's own; behind sign-in.</summary>
internal static class Metrics
{
    private const string Own = "OpsHub.Host";
    private const string Requests = "Microsoft.AspNetCore.Hosting";

    // Each instrument reserves room for as many combinations of labels as it may have: the default of 2,000 takes 90 MB in all, 200 take 16.
    // Requests have many (path, method, status), the other instruments few.
    private const int MostLabels = 200;
    private const int FewLabels = 40;

    public static IServiceCollection AddMetricsPage(this IServiceCollection services)
    {
        services.AddSingleton<HubGauges>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Microsoft.Orleans", Requests, "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", Own, "OpsHub.*")
            .AddView(i => new MetricStreamConfiguration { CardinalityLimit = i.Meter.Name == Requests ? MostLabels : FewLabels })
            .AddPrometheusExporter());
        return services;
    }

    public static void MapMetrics(this WebApplication app)
    {
        app.Services.GetRequiredService<HubGauges>(); // instruments live as long as their owner
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(OfficeDoor.Policy);
    }

    /// <summary>The hub's own figures of its start and its publishing.</summary>
    internal sealed class HubGauges : IDisposable
    {
        private readonly Meter _meter = new(Own);

        public HubGauges(StartupState state, IRepublisher republisher, IRuleBook rules, ChannelHealth channels, HubClock clock)
        {
            _meter.CreateObservableGauge("opshub.ready", () => state.IsReady ? 1 : 0, description: "1 once the hub answers everyone");
            _meter.CreateObservableGauge("opshub.publishing.failing", () => republisher.Failing.Count, description: "subjects that could not be published and back off");
            _meter.CreateObservableGauge("opshub.notices.channels_failing", () => channels.Counts.Failing, description: "enabled channels that nothing gets through; noticeChannels without an organ names them");
            _meter.CreateObservableGauge("opshub.notices.given_up", () => channels.Counts.GivenUp, description: "messages that were given up and not sent again; resendMessages sends them");
            _meter.CreateObservableGauge(
                "opshub.calendar.missing", () => CalendarCoverage.Missing(rules.Versions.Calendar, LocalDay.Of(clock.Now)) ?? 0,
                description: "the year whose official calendar ought to be loaded and is not; 0 when all is well");
        }

        public void Dispose() => _meter.Dispose();
    }
}
