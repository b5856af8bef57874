using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Contracts.Notices;
using OpsHub.Contracts.Posts;
using OpsHub.Contracts.Privacy;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Surveys;
using OpsHub.Contracts.Mandates;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Schemes;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Trace;
using OpsHub.Storage.Assessments;
using OpsHub.Storage.Councils;
using OpsHub.Storage.Database;
using OpsHub.Storage.Filings;
using OpsHub.Storage.Governance;
using OpsHub.Storage.Index;
using OpsHub.Storage.Indicators;
using OpsHub.Storage.Notices;
using OpsHub.Storage.PostgreSql;
using OpsHub.Storage.Posts;
using OpsHub.Storage.Privacy;
using OpsHub.Storage.Publishing;
using OpsHub.Storage.Mandates;
using OpsHub.Storage.Schemes;
using OpsHub.Storage.Establishments;
using OpsHub.Storage.Sqlite;
using OpsHub.Storage.States;
using OpsHub.Storage.Surveys;
using OpsHub.Storage.Trace;

namespace OpsHub.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageServices
{
    /// <summary>Registers the ports (<see cref="IHubIndex"/>, <see cref="IPublisher"/>, <see cref="ISegmentStore"/>, <see cref="IStoredStates"/>), <see cref="IStorageSetup"/> and <see cref="StorageOptions"/>.
    /// <see cref="IStorageSetup.Prepare"/> must run before they are used; a silo with UseOpsHubStorage runs it by itself.</summary>
    public static IServiceCollection AddOpsHubStorage(this IServiceCollection services, StorageOptions options)
    {
        if (services.Any(s => s.ServiceType == typeof(IStorageSetup)))
            return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        if (options.Kind == StorageKind.Sqlite)
            services.AddSqlite();
        else
            services.AddPostgreSql();
        return services
            .AddSingleton<IHubIndex, HubIndex>()
            .AddSingleton<IConsultationIndex, ConsultationIndex>()
            .AddSingleton<IPublishedPapers, ConsultationPapers>()
            .AddSingleton<IIndicatorIndex, IndicatorIndex>()
            .AddSingleton<Privacy.ContactKeys>()
            .AddSingleton<IReporterContacts, ReporterContacts>()
            .AddSingleton<ICouncilIndex, CouncilIndex>()
            .AddSingleton<IAgencyYearIndex, AgencyYearIndex>()
            .AddSingleton<IAgencyEvidence, AgencyEvidence>().AddSingleton<IEvidenceNews, EvidenceNews>()
            .AddSingleton<ISurveyIndex, SurveyIndex>()
            .AddSingleton<ISurveyBallots, SurveyBallots>()
            .AddSingleton<IPostsIndex, PostsIndex>()
            .AddSingleton<ISchemeIndex, SchemeIndex>()
            .AddSingleton<IMandateIndex, MandateIndex>()
            .AddSingleton<IEstablishmentIndex, EstablishmentIndex>()
            .AddSingleton<IFilingIndex, FilingIndex>()
            .AddSingleton<IGovernanceIndex, GovernanceIndex>()
            .AddSingleton<IPublisher, Publisher>()
            .AddSingleton<ISegmentStore, SegmentStore>()
            .AddSingleton<IStoredStates, StoredStates>()
            .AddSingleton<ITraceSeals, TraceSeals>()
            .AddSingleton<IPastCases, PastCases>()
            .AddSingleton<INoticeQueue, NoticeQueue>()
            .AddSingleton<INoticeLists, NoticeLists>()
            .AddSingleton<IChannelTable, ChannelTable>();
    }

    private static void AddSqlite(this IServiceCollection services) => services
        .AddSingleton<SqliteConnections>()
        .AddSingleton<SqliteStore>()
        .AddSingleton<IDatabase>(s => s.GetRequiredService<SqliteStore>())
        .AddSingleton<IEntityDatabase>(s => s.GetRequiredService<SqliteStore>())
        .AddSingleton<IStorageSetup, SqliteSetup>();

    private static void AddPostgreSql(this IServiceCollection services) => services
        .AddSingleton<PostgreSqlStore>()
        .AddSingleton<IDatabase>(s => s.GetRequiredService<PostgreSqlStore>())
        .AddSingleton<IEntityDatabase>(s => s.GetRequiredService<PostgreSqlStore>())
        .AddSingleton<IStorageSetup, PostgreSqlSetup>();
}
