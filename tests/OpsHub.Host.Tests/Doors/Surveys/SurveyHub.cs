using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Surveys;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Surveys;
using OpsHub.Host.Accounts;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Doors.Consultations;
using OpsHub.Host.Tests.Processes;
using OpsHub.Storage;

namespace OpsHub.Host.Tests.Doors.Surveys;

/// <summary>A whole hub in this process, with an agency that two townships rate: the first's survey is open, the second's opens in some days.</summary>
public sealed class SurveyHub : IAsyncLifetime
{
    internal static readonly UnitCode Township = UnitCode.Parse("430203001");
    internal static readonly UnitCode Second = UnitCode.Parse("430203002");
    internal static readonly OrganCode Agency = OrganCode.Parse("430203001-D12");
    internal static readonly Actor Leader = new("account:leader", Role.TownshipGovernment, OrganCode.Of(Township));
    internal static readonly Actor SecondLeader = new("account:second", Role.TownshipGovernment, OrganCode.Of(Second));

    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203001001,430203001,5,来园社区居委会,community,,,
        430203001001001,430203001001,6,第1网格,grid,500,0.1,80
        430203002,430203,4,建设街道,subdistrict,,,

        """;

    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;
    private int _ids;

    internal HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    internal int Year { get; } = LocalDay.Of(DateTimeOffset.UtcNow).Year;

    public async Task InitializeAsync()
    {
        var url = $"http://localhost:{HubProcess.FreePort()}";
        _app = HubHost.Build(new ServeRequest(
            [_folder.Setting, "--OpsHub:Seeds:GeneratedUnits=false", $"--OpsHub:Seeds:Divisions={_folder.File("units.csv", Units)}", "--Serilog:MinimumLevel:Default=Warning",
                "--OpsHub:Limits:AnonymousPerSecond=5000"], [url], false, 1));
        await _app.Services.GetRequiredService<IStorageSetup>().Prepare();
        _app.Urls.Add(url);
        await _app.StartAsync();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while ((await Http.GetAsync("/health/ready", patience.Token)).StatusCode != HttpStatusCode.OK)
            await timer.WaitForNextTickAsync(patience.Token);
        var grains = Services.GetRequiredService<IGrainFactory>();
        (await grains.Agency(Agency).Do(new EstablishAgency(Agency, "贺家土综合执法中队", OrganCode.Parse("430203:D12"), Township, [Township, Second], [], false), new("agency", Actor.Hub(UnitCode.Parse("4302")))))
            .Refusal.ShouldBeNull();
        await Services.GetRequiredService<IHubDirectory>().Refresh();
        var today = LocalDay.Of(DateTimeOffset.UtcNow);
        await Do(Leader, new PlanSurvey(Agency, Year, Township, today, today.AddDays(20)));
        await Do(SecondLeader, new PlanSurvey(Agency, Year, Second, today.AddDays(3), today.AddDays(20)));
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    internal ISurveyGrain Survey(UnitCode township) => Services.GetRequiredService<IGrainFactory>().Survey(GrainKeys.Survey(Agency, Year, township));

    internal async Task Do(Actor actor, SurveyCommand command) =>
        (await Survey(actor.Organ.Unit).Do(command, new CommandContext($"c-{Interlocked.Increment(ref _ids)}", actor))).Refusal.ShouldBeNull($"{command}");

    internal Task<IssuedToken> Token(Role role, string organ) => Services.GetRequiredService<TokenIssuer>().Issue(role, OrganCode.Parse(organ), false, TimeSpan.FromHours(1));

    /// <summary>Tokens of a group, as their sheet has them.</summary>
    internal async Task<List<string>> Issued(string group, int count, UnitCode? township = null)
    {
        var of = township ?? Township;
        var (status, body) = await Slips(of, (await Token(Role.TownshipGovernment, of.Value)).Token, group, count);
        status.ShouldBe(HttpStatusCode.OK, body);
        return [.. Tokens(body)];
    }

    internal async Task<(HttpStatusCode Status, string Body)> Slips(UnitCode township, string? bearer, string group, int count, string? commandId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/papers/surveys/{Agency}/{Year}/{township}/slips")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { commandId = commandId ?? $"s-{Interlocked.Increment(ref _ids)}", group, count }), Encoding.UTF8, "application/json"),
        };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The page of a token.</summary>
    internal Task<HttpResponseMessage> Open(string token, string more = "") => Http.GetAsync($"/rate/{token}{more}");

    /// <summary>Sends the form.</summary>
    internal Task<HttpResponseMessage> Send(string token, params (string Field, string Value)[] fields) =>
        Http.PostAsync($"/rate/{token}", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Value))));

    internal static (string, string)[] Whole(int place) =>
        [("DailyManagement", $"{place}"), ("ProblemHandling", $"{place}"), ("Attitude", $"{place}"), ("Style", $"{place}")];

    // As a telephone reads them: in words they stand nowhere on the sheet.
    private static IEnumerable<string> Tokens(string sheet) => Regex.Matches(sheet, "<svg class=\"qr\".*?</svg>", RegexOptions.Singleline).Select(m => QrCodeTests.Read(m.Value)!.Split("/rate/")[1]);
}

[CollectionDefinition(Name)]
public sealed class SurveyCollection : ICollectionFixture<SurveyHub>
{
    public const string Name = "hub with surveys";
}
