using System.Security.Claims;
using GraphQL;
using GraphQL.DI;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Accounts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Assessments;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Councils;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Establishments;
using OpsHub.GraphQL.Explaining;
using OpsHub.GraphQL.Feeds;
using OpsHub.GraphQL.Filings;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Indicators;
using OpsHub.GraphQL.Mandates;
using OpsHub.GraphQL.Notices;
using OpsHub.GraphQL.Posts;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;
using OpsHub.GraphQL.Governance;
using OpsHub.GraphQL.Rules;
using OpsHub.GraphQL.Surveys;
using OpsHub.GraphQL.Schemes;
using OpsHub.GraphQL.Transports;

namespace OpsHub.GraphQL;

/// <summary>All that the host knows of the API.</summary>
public static class GraphQLRegistration
{
    /// <summary>Adds the schema and its transports. Needs IGrainFactory, IHubIndex, IConsultationIndex, ICouncilIndex, IAgencyYearIndex, IAgencyEvidence, ISurveyIndex, ISurveyBallots, IPostsIndex, ISchemeIndex, IEstablishmentIndex, IFilingIndex, IGovernanceIndex,
    /// IHubDirectory, IRuleBook and HubClock, for lists and the past IStoredStates, ISegmentStore and IPastCases,
    /// for notices INoticeLists, IChannelTable, IChannelDesk and NoticeRules, and for sign-in <see cref="ISignIn"/>; map it with <see cref="TransportRegistration.MapOpsHubGraphQL"/>.</summary>
    public static IServiceCollection AddOpsHubGraphQL(this IServiceCollection services, Action<GraphQLLimits>? limits = null, Action<GraphQLSeams>? seams = null)
    {
        services.AddGraphQL(builder => builder.AddSelfActivatingSchema<HubSchema>());
        services.AddGraphQLTransports(limits, s =>
        {
            s.ScopeKey = ScopeKey;
            seams?.Invoke(s);
        });
        services.AddSingleton<Access>().AddScoped<Batches>();
        services.AddSingleton<LiveUnits>().AddHostedService(p => p.GetRequiredService<LiveUnits>());
        services.AddSingleton<PastSummaries>().AddOptions<PastOptions>().ValidateDataAnnotations();
        services.AddSingleton<UnitCounting>().AddSingleton<Summaries>().AddSingleton<AgencySummaries>();
        services.AddSingleton<CaseLists>().AddSingleton<CaseLoader>().AddSingleton<CaseHistories>().AddSingleton<TracePages>().AddSingleton<StoredSubjects>().AddSingleton<StoredTraces>().AddSingleton<AgencyLists>().AddSingleton<AgencyDeadlines>().AddSingleton<AgencyCounts>().AddSingleton<CaseCommander>().AddSingleton<ForwardingWarning>().AddSingleton<WallLists>();
        services.AddSingleton<IndicatorReports>();
        services.AddSingleton<FreeText>().AddSingleton<CommandWarnings>().AddSingleton<ContactCommander>().AddSingleton<IRootFields<HubMutation>, ContactMutations>();
        services.AddSingleton<HubQuery>().AddSingleton<HubMutation>().AddSingleton<HubSubscription>();
        services.AddSingleton<IRootFields<HubQuery>, NodeQueries>().AddSingleton<IRootFields<HubQuery>, AccountQueries>()
            .AddSingleton<IRootFields<HubQuery>, CalendarQueries>();
        services.AddSingleton<RuleCommander>().AddSingleton<ExplainedTerms>().AddSingleton<IRootFields<HubMutation>, RuleMutations>()
            .AddSingleton<IRootFields<HubQuery>, RuleQueries>().AddSingleton<IRootFields<HubQuery>, ExplainQueries>();
        services.AddSingleton<HierarchyQueries>().AddSingleton<CaseQueries>().AddSingleton<AgencyQueries>();
        services.AddNodes<HierarchyQueries>().AddNodes<AgencyQueries>().AddNodes<CaseQueries>();
        services.AddSingleton<IRootFields<HubMutation>, SignInMutation>().AddSingleton<IRootFields<HubMutation>, CaseMutations>();
        services.AddSingleton<SummaryStream>().AddSingleton<UnitEvents>().AddSingleton<WatchedCases>();
        services.AddSingleton<IRootFields<HubSubscription>, HierarchySubscriptions>().AddSingleton<IRootFields<HubSubscription>, CaseSubscriptions>();
        services.AddConsultations();
        services.AddNotices();
        services.AddCouncils();
        services.AddAssessments();
        services.AddSurveys();
        services.AddPosts();
        services.AddMandates();
        services.AddFilings();
        services.AddGovernance();
        return services;
    }

    /// <summary>Prints the schema as clients see it, descriptions included.</summary>
    public static string PrintOpsHubSchema(this IServiceProvider services) => SchemaPrint.Of(services.GetRequiredService<global::GraphQL.Types.ISchema>());

    private static void AddConsultations(this IServiceCollection services)
    {
        services.AddSingleton<ConsultationLoader>().AddSingleton<ConsultationLists>().AddSingleton<ConsultationReports>().AddSingleton<AnnouncementList>();
        services.AddSingleton<ConsultationOffers>().AddSingleton<ConsultationText>().AddSingleton<ConsultationCommander>().AddSingleton<WatchedConsultations>();
        services.AddSingleton<ConsultationQueries>().AddNodes<ConsultationQueries>();
        services.AddSingleton<IRootFields<HubMutation>, ConsultationMutations>().AddSingleton<IRootFields<HubSubscription>, ConsultationSubscriptions>();
    }

    private static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticePages>().AddSingleton<ToldOrgans>().AddHostedService(p => p.GetRequiredService<ToldOrgans>());
        services.AddSingleton<IRootFields<HubQuery>, NoticeQueries>().AddSingleton<IRootFields<HubMutation>, NoticeMutations>().AddSingleton<IRootFields<HubSubscription>, NoticeStream>();
        services.AddSingleton<FeedFields>().AddSingleton<IRootFields<HubQuery>>(p => p.GetRequiredService<FeedFields>()).AddSingleton<IRootFields<HubMutation>>(p => p.GetRequiredService<FeedFields>());
    }

    private static void AddCouncils(this IServiceCollection services)
    {
        services.AddSingleton<CouncilReader>().AddSingleton<LedgerConsultations>().AddSingleton<LedgerQueries>().AddSingleton<CouncilQueries>();
        services.AddNodes<LedgerQueries>().AddNodes<CouncilQueries>();
        services.AddSingleton<IRootFields<HubQuery>, SupportQueries>().AddSingleton<IRootFields<HubMutation>, CouncilMutations>();
    }

    private static void AddAssessments(this IServiceCollection services)
    {
        services.AddSingleton<AgencyYearLoader>().AddSingleton<AgencyYearOffers>().AddSingleton<AgencyYearTraces>().AddSingleton<AgencyYearCommander>().AddSingleton<EvidenceCases>().AddSingleton<EvidenceRecounts>();
        services.AddSingleton<IRootFields<HubMutation>, AgencyYearBatches>().AddSingleton<ScoreboardAggregates>();
        services.AddSingleton<Scoreboards>().AddSingleton<WatchedYears>().AddSingleton<WatchedBoards>().AddSingleton<AgencyYearQueries>().AddNodes<AgencyYearQueries>();
        services.AddSingleton<IRootFields<HubMutation>, AgencyYearMutations>().AddSingleton<IRootFields<HubSubscription>, AgencyYearSubscriptions>()
            .AddSingleton<IRootFields<HubSubscription>, ScoreboardSubscriptions>();
    }

    private static void AddSurveys(this IServiceCollection services) =>
        services.AddSingleton<SurveyReader>().AddSingleton<SurveyOffers>().AddSingleton<SurveyQueries>().AddNodes<SurveyQueries>().AddSingleton<IRootFields<HubMutation>, SurveyMutations>();

    private static void AddPosts(this IServiceCollection services)
    {
        services.AddSingleton<PostsReader>().AddSingleton<PostsQueries>().AddNodes<PostsQueries>().AddSingleton<IRootFields<HubMutation>, PostMutations>();
        services.AddSingleton<SchemeReader>().AddSingleton<SchemeQueries>().AddNodes<SchemeQueries>().AddSingleton<IRootFields<HubMutation>, SchemeMutations>();
        services.AddSingleton<EstablishmentReader>().AddSingleton<Workloads>().AddSingleton<EstablishmentQueries>().AddNodes<EstablishmentQueries>().AddSingleton<INodes, TownshipEstablishmentNodes>()
            .AddSingleton<IRootFields<HubMutation>, EstablishmentMutations>();
    }

    private static void AddMandates(this IServiceCollection services)
    {
        services.AddSingleton<MandatesReader>().AddSingleton<MandateQueries>().AddNodes<MandateQueries>().AddSingleton<IRootFields<HubMutation>, MandateMutations>();
        services.AddSingleton<AssessmentTaskReader>().AddSingleton<INodes>(p => p.GetRequiredService<AssessmentTaskReader>()).AddSingleton<IRootFields<HubQuery>, AssessmentTaskQueries>();
        services.AddMatters("AreaPlan", m => m.Plans).AddMatters("TownshipSuggestion", m => m.Suggestions).AddMatters("TownshipDuty", m => m.Duties).AddMatters("AssignedTask", m => m.Tasks)
            .AddMatters("AwardActivity", m => m.Activities).AddMatters("TownshipResult", m => m.Results).AddMatters("ResultMeasure", m => m.Measures);
    }

    private static IServiceCollection AddMatters<T>(this IServiceCollection services, string type, Func<MandatesNode, IEnumerable<MandateMatter<T>>> all) =>
        services.AddSingleton<INodes>(p => new MandateNodes<T>(type, p.GetRequiredService<MandatesReader>(), all));

    private static void AddFilings(this IServiceCollection services) => services.AddSingleton<FilingsReader>().AddSingleton<FilingQueries>().AddSingleton<PublishedLists>()
        .AddNodes<FilingQueries>().AddNodes<PublishedLists>().AddSingleton<IRootFields<HubMutation>, FilingMutations>();

    private static void AddGovernance(this IServiceCollection services)
    {
        services.AddSingleton<GovernanceText>().AddSingleton<GovernanceReader>().AddSingleton<GridFileQueries>().AddNodes<GridFileQueries>().AddSingleton<AnalysisQueries>().AddNodes<AnalysisQueries>();
        services.AddSingleton<GovernanceQueries>().AddNodes<GovernanceQueries>().AddSingleton<IRootFields<HubMutation>, GovernanceMutations>().AddSingleton<IRootFields<HubMutation>, GridMutations>();
    }

    private static IServiceCollection AddNodes<T>(this IServiceCollection services) where T : class, INodes, IRootFields<HubQuery> =>
        services.AddSingleton<INodes>(p => p.GetRequiredService<T>()).AddSingleton<IRootFields<HubQuery>>(p => p.GetRequiredService<T>());

    // Two callers of one role, organ and language see the same figures.
    private static string? ScopeKey(HttpContext http) => ActorClaims.FromClaims(http.User) is { } actor
        ? $"{actor.Role}|{actor.Organ}|{http.User.FindFirstValue(ActorClaims.Language)}"
        : null;
}
