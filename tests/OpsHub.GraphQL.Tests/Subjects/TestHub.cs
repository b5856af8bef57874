using System.Security.Claims;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Accounts;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Indicators;
using OpsHub.Contracts.Notices;
using OpsHub.Contracts.Posts;
using OpsHub.Contracts.Privacy;
using OpsHub.Contracts.Publishing;
using OpsHub.Contracts.Surveys;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Indicators;
using OpsHub.Domain.Notices;
using OpsHub.Domain.Trace;
using OpsHub.Fixtures;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Tests.Subjects.Fakes;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>The API over fakes of everything behind it: real schema, real decisions, no silo and no database.</summary>
public sealed class TestHub : IAsyncDisposable, ISignIn
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly ServiceProvider _services;

    public TestHub()
    {
        Grains.Make = key => key.Split('-')[0] switch
        {
            "case" => new FakeCase(key, this),
            "consultation" => new FakeConsultation(key, this),
            "ledger" => new FakeLedger(GrainKeys.UnitOf(key), this),
            "council" => new FakeCouncil(GrainKeys.UnitOf(key), this),
            "support" => new FakeSupport(GrainKeys.UnitOf(key), this),
            "survey" => new FakeSurvey(key, this),
            "year" => new FakeAgencyYear(key, this),
            "posts" => new FakePosts(GrainKeys.AgencyOfPosts(key), this),
            "scheme" => new FakeScheme(key, this),
            "mandates" => new FakeMandates(key, this),
            "establishment" => new FakeEstablishment(key, this),
            "filings" => new FakeFilings(GrainKeys.UnitOf(key), this),
            "gridfile" => new FakeGridFile(GrainKeys.UnitOf(key), this),
            "governance" => new FakeGovernanceFile(GrainKeys.UnitOf(key), this),
            "analysis" => new FakeAnalysis(key, this),
            "rules" => new FakeRulesGrain(this),
            "agency" => new FakeAgency(OrganCode.Parse(key[7..]), this),
            _ => new FakeUnit(GrainKeys.UnitOf(key), this),
        };
        Clock = new HubClock(Time);
        Past = new(this);
        Consultations = new(Directory);
        Years = new();
        Posts = new(Directory);
        _services = new ServiceCollection()
            .AddSingleton<IGrainFactory>(Grains).AddSingleton<IHubIndex>(Index).AddSingleton<IConsultationIndex>(Consultations).AddSingleton<ICouncilIndex>(Councils).AddSingleton<IAgencyYearIndex>(Years).AddSingleton<IAgencyEvidence>(Years)
            .AddSingleton<IPostsIndex>(Posts).AddSingleton<ISchemeIndex>(Schemes).AddSingleton<IEstablishmentIndex>(Establishments).AddSingleton<IFilingIndex>(Filings).AddSingleton<IGovernanceIndex>(Governance).AddSingleton<IIndicatorIndex>(Index.Indicators).AddSingleton<IReporterContacts>(Contacts).AddSingleton<IHubDirectory>(Directory).AddSingleton<IRuleBook>(Rules)
            .AddSingleton<IPastCases>(Past).AddSingleton<IStoredStates>(Past).AddSingleton<ISegmentStore>(Past).Configure<PastOptions>(o => o.MaxCases = 5)
            .AddSingleton(Clock).AddSingleton<TimeProvider>(Time).AddSingleton<ISignIn>(this).AddLogging()
            .AddSingleton<INoticeLists>(Notices).AddSingleton<IChannelTable>(Notices).AddSingleton<IChannelDesk>(Notices).AddSingleton(NoticeRules.Default)
            .AddSingleton<OpsHub.Contracts.Consultations.ICalendarFeeds>(Feeds)
            .AddSingleton<ISurveyIndex>(Surveys).AddSingleton<ISurveyBallots>(Surveys)
            .AddOpsHubGraphQL().BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeGrains Grains { get; } = new();

    public FakeIndex Index { get; } = new();

    public FakeConsultations Consultations { get; }

    public FakeYears Years { get; }

    internal MemoryCouncilIndex Councils { get; } = new();

    internal MemoryBallots Surveys { get; } = new();

    public FakePostsIndex Posts { get; }

    public FakeSchemeIndex Schemes { get; } = new();

    public FakeEstablishmentIndex Establishments { get; } = new();
    public FakeFilingIndex Filings { get; } = new();
    public FakeGovernanceIndex Governance { get; } = new();

    internal FakePast Past { get; }

    public FakeContacts Contacts { get; } = new();

    public FakeFeeds Feeds { get; } = new();

    public FakeDirectory Directory { get; } = new();

    public FakeNotices Notices { get; } = new();

    public FakeRules Rules { get; } = new();

    public FakeClock Time { get; } = new(Monday);

    public HubClock Clock { get; }

    public IServiceProvider Services => _services;

    /// <summary>Source systems that are entered for every integrator's key.</summary>
    public HashSet<string> Entered { get; } = [];

    /// <summary>When set, commands fail with it.</summary>
    public Exception? Failure { get; set; }

    public FakeUnit Unit(string code) => (FakeUnit)Grains.Unit(UnitCode.Parse(code));

    public FakeCase Case(string id) => (FakeCase)Grains.Case(Relay.GlobalId.ReadCase(id)!);

    /// <summary>Runs an operation as an actor and gives the answer as JSON.</summary>
    public async Task<JsonElement> Ask(Actor? actor, string query, object? variables = null, string? language = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var result = await Execute(scope.ServiceProvider, actor, query, variables, language, default);
        return JsonDocument.Parse(_services.GetRequiredService<IGraphQLTextSerializer>().Serialize(result)).RootElement;
    }

    /// <summary>The same for the data, which must come without errors.</summary>
    public async Task<JsonElement> Data(Actor actor, string query, object? variables = null)
    {
        var answer = await Ask(actor, query, variables);
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.GetProperty("data");
    }

    public Task<SignedIn?> SignIn(string account, string password, CancellationToken cancel = default) => Task.FromResult(
        (account, password) == ("leader", "right") ? new SignedIn("token", Monday.AddHours(8), Actors.Leader, "en") : null);

    public void Publish(string key, Case s, long length, TraceEntry entry)
    {
        var place = Directory.Place(s.Placement.Grid) ?? s.Placement;
        Index.Put(new CaseRow
        {
            Key = key, Version = length, Number = s.Number, Stage = s.Stage, Category = s.Category, Title = s.Title,
            Grid = place.Grid, Community = place.Community, Township = place.Township, County = place.County, City = place.City,
            Holder = s.Holder, HolderSince = s.HolderSince, Lead = s.Lead, Assists = s.Assists, ReportedAt = s.ReportedAt, ClosedAt = s.EndedAt,
            DueAt = CaseTerms.Nearest(s)?.Due, Priority = (int)s.Priority, Returns = s.Returns, Escalation = s.Escalation, ChangedAt = s.ChangedAt, Contribution = CaseTerms.Contribution(s),
        });
        Index.Indicators.Put(key, CycleReading.Of(s, Rules.Current.Calendar, Rules.Current.Cases.Hours).Select(f => new CycleRow(place, s.CategoryClass, f)));
        Index.Put(new CaseEventRow(key, length, s.Number, entry.At, entry.Event, s.Stage, s.Category, place.Grid, entry.Organ));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    internal Task<ExecutionResult> Execute(IServiceProvider scope, Actor? actor, string query, object? variables, string? language, CancellationToken cancel)
    {
        var text = JsonSerializer.Serialize(variables ?? new { });
        var claims = actor is null ? [] : ActorClaims.ToClaims(actor).Concat(language is null ? [] : [new Claim(ActorClaims.Language, language)]);
        return _services.GetRequiredService<IDocumentExecuter>().ExecuteAsync(new ExecutionOptions
        {
            Schema = _services.GetRequiredService<ISchema>(),
            Query = query,
            Variables = _services.GetRequiredService<IGraphQLTextSerializer>().Deserialize<Inputs>(text),
            User = new ClaimsPrincipal(actor is null ? new ClaimsIdentity() : new ClaimsIdentity(claims, "test")),
            RequestServices = scope,
            CancellationToken = cancel,
            ThrowOnUnhandledException = true,
        });
    }
}
