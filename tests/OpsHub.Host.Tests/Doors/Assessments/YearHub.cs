using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;
using OpsHub.Storage;

namespace OpsHub.Host.Tests.Doors.Assessments;

/// <summary>A whole hub in this process with two agencies' years 2025: one graded, whose agency serves two townships, and one whose plan waits for consent.</summary>
public sealed class YearHub : IAsyncLifetime
{
    internal static readonly OrganCode Graded = OrganCode.Parse("430203001-D12");
    internal static readonly OrganCode Begun = OrganCode.Parse("430203001-D07");
    internal static readonly UnitCode Host = UnitCode.Parse("430203001");
    internal static readonly UnitCode Second = UnitCode.Parse("430203002");

    private const int Year = 2025;

    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430202,4302,3,荷塘区,district,,,
        430202001,430202,4,月塘街道,subdistrict,,,
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203002,430203,4,建设街道,subdistrict,,,

        """;

    private static readonly Actor Hub = Actor.Hub(UnitCode.Parse("4302"));
    private static readonly Actor Township = new("account:leader", Role.TownshipGovernment, OrganCode.Of(Host));
    private static readonly Actor SecondTownship = new("account:second", Role.TownshipGovernment, OrganCode.Of(Second));
    private static readonly Actor Organ = new("account:organ", Role.PerformanceOrgan, OrganCode.Parse("430203"));

    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;
    private int _commands;

    internal HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        var url = $"http://localhost:{HubProcess.FreePort()}";
        _app = HubHost.Build(new ServeRequest(
            [_folder.Setting, "--OpsHub:Seeds:GeneratedUnits=false", $"--OpsHub:Seeds:Divisions={_folder.File("units.csv", Units)}", "--Serilog:MinimumLevel:Default=Warning"], [url], false, 1));
        await _app.Services.GetRequiredService<IStorageSetup>().Prepare();
        _app.Urls.Add(url);
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(url) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await Http.GetAsync("/health/ready", patience.Token)).StatusCode != HttpStatusCode.OK)
            await timer.WaitForNextTickAsync(patience.Token);
        await Established(Graded, "贺家土街道城管执法中队", [Host, Second]);
        await Established(Begun, "贺家土街道=司法所", [Host]);
        await Services.GetRequiredService<IHubDirectory>().Refresh();
        await Submitted(Begun, Township);
        await ToGrade();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    internal Task<IssuedToken> Token(Role role, string organ) => Services.GetRequiredService<TokenIssuer>().Issue(role, OrganCode.Parse(organ), false, TimeSpan.FromHours(1));

    internal async Task<HttpResponseMessage> Get(string path, string? token = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }

    internal async Task<AgencyYear> State(OrganCode agency) => (await Grains.AgencyYear(agency, Year).Get())!.State;

    private IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    private async Task Established(OrganCode code, string name, ImmutableList<UnitCode> served) => (await Grains.Agency(code).Do(
        new EstablishAgency(code, name, OrganCode.Parse($"430203:{code.DepartmentId}"), Host, served, [], true), new CommandContext($"establish-{code}", Hub))).Refusal.ShouldBeNull();

    private async Task Submitted(OrganCode agency, params Actor[] townships)
    {
        var staff = new Actor("account:agency", Role.AgencyStaff, agency);
        await Done(agency, Hub, new OpenYear(agency, Year));
        await Done(agency, staff, new ListDuties(["日常巡查<b>", "联合执法，联系电话 13873300001"]));
        await Done(agency, staff, new DraftPlan([new(1, "占道经营整治", "投诉量下降 20%", new DateOnly(Year, 6, 30)), new(2, "违建拆除", "台账", new DateOnly(Year, 12, 20))]));
        foreach (var township in townships)
            await Done(agency, township, new NegotiatePlan());
        await Done(agency, staff, new SubmitPlan());
    }

    private async Task ToGrade()
    {
        await Submitted(Graded, Township, SecondTownship);
        await Done(Graded, Township, new SetWeights(new Dictionary<UnitCode, decimal> { [Host] = 0.7m, [Second] = 0.3m }.ToImmutableSortedDictionary()));
        await Done(Graded, new("account:department", Role.Department, OrganCode.Parse("430203:D12")), new ConsentToPlan());
        await Done(Graded, new("account:agency", Role.AgencyStaff, Graded), new SignLetter());
        await Done(Graded, Township, new SignLetter());
        await Done(Graded, Township, new ConfirmTarget(1, true));
        foreach (var township in new[] { Township, SecondTownship })
            await Done(Graded, township, new RecordKeyWork("防汛值守", true));
        await Done(Graded, Hub, new RecordEvidence(new Dictionary<UnitCode, CaseEvidence>
        {
            [Host] = new(50, 48, 2, 100, 92, 2, 1, 2, 3, 3, DateTimeOffset.UtcNow),
            [Second] = new(30, 30, 0, 60, 59, 0, 0, 0, 0, 0, DateTimeOffset.UtcNow),
        }.ToImmutableSortedDictionary()));
        await Done(Graded, Hub, new OpenAssessment());
        await Done(Graded, SecondTownship, new AdjustComponent(DutyComponent.Coordination, 95.25m, "两次推诿"));
        foreach (var (township, by) in new[] { (Host, Township), (Second, SecondTownship) })
        {
            await Done(Graded, by, new SubmitDuty());
            await Done(Graded, Hub, new SubmitSatisfaction(township, [Tally(RaterGroup.CommunityWorkers, 6, 88), Tally(RaterGroup.Representatives, 5, 91), Tally(RaterGroup.ServiceUsers, 2, 10)]));
        }

        await Done(Graded, Township, new AggregateTownshipPart());
        await Done(Graded, new("account:department", Role.Department, OrganCode.Parse("430203:D12")), new SubmitStatutory(91.5m));
        await Done(Graded, Organ, new FinaliseScore());
        await Done(Graded, Organ, new SetAgencyGrade(AssessmentGrade.Good));
    }

    private static GroupTally Tally(RaterGroup group, int ballots, int score) => Enumerable.Range(0, ballots)
        .Aggregate(GroupTally.None(group), (tally, _) => tally.With(Enum.GetValues<SatisfactionDimension>().ToDictionary(d => d, _ => score)));

    private async Task Done(OrganCode agency, Actor by, AgencyYearCommand command) =>
        (await Grains.AgencyYear(agency, Year).Do(command, new CommandContext($"c-{Interlocked.Increment(ref _commands)}", by))).Refusal.ShouldBeNull($"{command} by {by.Principal}");
}

[CollectionDefinition(Name)]
public sealed class YearCollection : ICollectionFixture<YearHub>
{
    public const string Name = "hub with agencies' years";
}
