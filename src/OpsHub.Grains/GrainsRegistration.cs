using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Notices;
using OpsHub.Contracts.Publishing;
using OpsHub.Grains.Cases;
using OpsHub.Grains.Agencies;
using OpsHub.Grains.Assessments;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Consultations;
using OpsHub.Grains.Councils;
using OpsHub.Grains.Deadlines;
using OpsHub.Grains.Establishments;
using OpsHub.Grains.Filings;
using OpsHub.Grains.Hierarchy;
using OpsHub.Grains.Mandates;
using OpsHub.Grains.Posts;
using OpsHub.Grains.Publishing;
using OpsHub.Grains.Governance;
using OpsHub.Grains.Rules;
using OpsHub.Grains.Surveys;
using OpsHub.Grains.Schemes;

namespace OpsHub.Grains;

/// <summary>Registers the live shells and what they share in a process.</summary>
public static class GrainsRegistration
{
    /// <summary>Adds the grains' services. Needs IPublisher, ISegmentStore, IHubIndex, IConsultationIndex, ICouncilIndex, IHubDirectory and ISeedRules from Storage and Host.</summary>
    public static IServiceCollection AddOpsHubGrains(this IServiceCollection services) => services
        .AddSingleton<ISourceChannels, NoSourceChannels>() // whoever registers one later takes its place
        .AddSingleton<ISourceSystems, NoSourceSystems>() // the same
        .AddSingleton<CaseSourceNews>()
        .AddDomainSerialization()
        .AddSingleton(s => new HubClock(
            s.GetKeyedService<TimeProvider>(TimeProviderNames.Grains) ?? TimeProvider.System, s.GetService<IOptions<FaultOptions>>()?.Value.ClockAhead ?? default))
        .AddSingleton<CommitFaults>()
        .AddSingleton<CommitServices>()
        .AddSingleton<CaseNumbers>()
        .AddSingleton(s => new TickPace(s.GetRequiredService<HubClock>().Time))
        .AddSingleton<CaseShape>()
        .AddSingleton<CaseFacts>()
        .AddSingleton<ConsultationNumbers>()
        .AddSingleton<ConsultationShape>()
        .AddSingleton<ConsultationLookups>()
        .AddSingleton<AgencyYearShape>().AddSingleton<AgencyYearLookups>()
        .AddSingleton<SummaryServices>()
        .AddSingleton<RowPlacing>()
        .AddSingleton<UnitShape>()
        .AddSingleton<UnitServices>()
        .AddSingleton<AgencyShape>()
        .AddSingleton<RulesShape>()
        .AddSingleton<SurveyShape>().AddSingleton<SurveyLookups>()
        .AddSingleton<LedgerShape>().AddSingleton<CouncilShape>().AddSingleton<SupportShape>()
        .AddSingleton<PostsShape>().AddSingleton<SchemeShape>().AddSingleton<MandatesShape>().AddSingleton<EstablishmentShape>().AddSingleton<FilingsShape>()
        .AddSingleton<GridFileShape>().AddSingleton<GovernanceShape>().AddSingleton<AnalysisShape>()
        .AddSingleton(s => new LiveRules(s.GetRequiredService<ISeedRules>(), s.GetRequiredService<IGrainFactory>, s.GetRequiredService<HubClock>()))
        .AddSingleton<IRuleBook>(s => s.GetRequiredService<LiveRules>())
        .AddHierarchyOptions()
        .AddSingleton<Republisher>()
        .AddSingleton<IRepublisher>(s => s.GetRequiredService<Republisher>());

    private static IServiceCollection AddHierarchyOptions(this IServiceCollection services)
    {
        services.AddOptions<HierarchyOptions>().Validate(o => o.IsValid(), "Hierarchy windows and periods must be above zero, recounts at least a second.").ValidateOnStart();
        return services;
    }

    /// <summary>Starts the loops that publish again and ask for the rules; after the silo, before the hub is ready.</summary>
    public static IServiceCollection AddOpsHubGrainLoops(this IServiceCollection services) => services.AddHostedService<RepublisherLoop>().AddHostedService<RulesLoop>();
}
