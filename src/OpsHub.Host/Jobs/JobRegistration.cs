using Hangfire;
using Hangfire.PostgreSql;
using OpsHub.Host.Accounts;
using OpsHub.Host.Jobs.Years;
using OpsHub.Host.Startup;
using OpsHub.Storage;

namespace OpsHub.Host.Jobs;

/// <summary>Hangfire: in memory beside SQLite, in the hub's database on PostgreSQL.</summary>
internal static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton<ITimeZoneResolver, ShanghaiTime>();
        services.AddSingleton<RungSweep>().AddSingleton<HourlyHistory>().AddSingleton<MorningDigest>().AddSingleton<NightlyRecount>().AddSingleton<LapsedTokens>()
            .AddSingleton<NightlySeal>().AddSingleton<OldNotices>().AddSingleton<ContactErasure>().AddSingleton<SupportSweep>().AddSingleton<FilingSweep>().AddSingleton<AnalysisFigures>().AddSingleton<GovernanceSweep>();
        services.AddSingleton<YearRounds>().AddSingleton<OpenAgencyYear>().AddSingleton<YearEvidence>().AddSingleton<OpenAssessments>().AddSingleton<FeedScores>().AddSingleton<YearSnapshots>().AddSingleton<OpenTownshipComprehensive>().AddSingleton<OpenAssessmentTasks>().AddSingleton<LiveEvidence>().AddSingleton<YearCatchUp>().AddSingleton<SurveySweep>();
        services.AddSingleton<CalendarSweep>().AddHostedService<CalendarSweepLoop>().AddSingleton<CalendarWarning>().AddSingleton<MilestoneCatchUp>();
        services.AddSingleton<AreaSweep>().AddHostedService<AreaSweepLoop>();
        services.AddSingleton<IBeforeReady, RulesKnown>();
        services.AddSingleton<IBeforeReady, JobSchedule>();
        services.AddSingleton<IForeignSchema, HangfireSchema>();
        services.AddHangfire(hangfire =>
        {
            if (storage.Kind == StorageKind.PostgreSql)
                hangfire.UsePostgreSqlStorage(database => database.UseNpgsqlConnection(storage.ConnectionString), new PostgreSqlStorageOptions { PrepareSchemaIfNecessary = false });
            else
                hangfire.UseInMemoryStorage();
        });
        return services.AddHangfireServer(server => server.WorkerCount = 2);
    }

    /// <summary>The dashboard; the endpoint's policy decides who gets there, so Hangfire's own filter for localhost is off.</summary>
    public static void MapJobs(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHangfireDashboard("/jobs", new DashboardOptions { Authorization = [], DashboardTitle = "OpsHub", AppPath = "/" }).RequireAuthorization(OfficeDoor.Policy);
}
