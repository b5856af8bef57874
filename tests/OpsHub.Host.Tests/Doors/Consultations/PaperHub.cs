using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;
using OpsHub.Host.Accounts;
using OpsHub.Host.Startup;
using OpsHub.Host.Tests.Processes;
using OpsHub.Storage;

namespace OpsHub.Host.Tests.Doors.Consultations;

/// <summary>A whole hub in this process, with consultations that were led through its grains: one announced in time, one announced late, one still a draft.</summary>
public sealed class PaperHub : IAsyncLifetime
{
    internal static readonly UnitCode Community = UnitCode.Parse("430203001001");

    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430202,4302,3,荷塘区,district,,,
        430202001,430202,4,月塘街道,subdistrict,,,
        430202001002,430202001,5,东湖社区居委会,community,,,
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203001001,430203001,5,来园社区居委会,community,,,
        430203001001001,430203001001,6,第1网格,grid,500,0.1,80

        """;

    private static readonly Actor Party = new("account:party", Role.CommunityParty, OrganCode.Of(Community), true);
    private static readonly Actor Council = new("account:council", Role.Council, OrganCode.Of(Community), true);
    private static readonly Actor Committee = new("account:committee", Role.CommunityCommittee, OrganCode.Of(Community), true);

    private static readonly ParticipantKind[] Kinds = [ParticipantKind.RegisteredResidents, ParticipantKind.OwnersCommittee, ParticipantKind.RespectedPerson];

    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;
    private int _commands;

    internal HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Services => _app.Services;

    /// <summary>Number of the one that was announced in time.</summary>
    internal string Announced { get; private set; } = "";

    /// <summary>Number of the one that was announced late.</summary>
    internal string Late { get; private set; } = "";

    /// <summary>Number of the one that has a plan and nothing published.</summary>
    internal string Draft { get; private set; } = "";

    /// <summary>Number of the one that was agreed, adopted and is being carried out.</summary>
    internal string CarriedOut { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var url = $"http://localhost:{HubProcess.FreePort()}";
        _app = HubHost.Build(new ServeRequest(
            [_folder.Setting, "--OpsHub:Seeds:GeneratedUnits=false", $"--OpsHub:Seeds:Divisions={_folder.File("units.csv", Units)}", "--Serilog:MinimumLevel:Default=Warning"], [url], false, 1));
        await _app.Services.GetRequiredService<IStorageSetup>().Prepare();
        _app.Urls.Add(url);
        await _app.StartAsync();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while ((await Http.GetAsync("/health/ready", patience.Token)).StatusCode != HttpStatusCode.OK)
            await timer.WaitForNextTickAsync(patience.Token);
        Draft = await Planned("小区充电桩选址", Days(-6));
        Announced = await Held("老旧小区加装电梯<b>", Days(-6), TimeSpan.FromHours(20));
        Late = await Held("楼道照明改造", Days(-6), TimeSpan.FromDays(3));
        CarriedOut = await Adopted("停车位改造", Days(-6));
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A token of a role.</summary>
    internal Task<IssuedToken> Token(Role role, string organ) => Services.GetRequiredService<TokenIssuer>().Issue(role, OrganCode.Parse(organ), false, TimeSpan.FromHours(1));

    internal async Task<HttpResponseMessage> Get(string path, string? token = null, string? accept = null, string? tag = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        if (tag is not null)
            request.Headers.IfNoneMatch.ParseAdd(tag);
        return await Http.SendAsync(request);
    }

    internal async Task<JsonElement> Ask(string query, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(body).RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : throw new InvalidOperationException(body);
    }

    private static DateTimeOffset Days(int days) => DateTimeOffset.UtcNow.AddDays(days);

    private async Task<string> Planned(string title, DateTimeOffset at) => (await Plan(title, at)).Number;

    // Entered afterwards, step by step, as it happened some days ago.
    private async Task<(string Key, string Number)> Plan(string title, DateTimeOffset at)
    {
        var id = $"begin-{title}";
        var key = GrainKeys.ConsultationOfCommand(Party.Principal, id);
        var number = (await Do(key, Party, new OpenConsultation(Community, [Community], title, new()), at, id)).Number!;
        await Do(key, Party, new HoldWorkMeeting("例会纪要"), at.AddMinutes(1));
        await Do(key, Party, new ProposeTopic(TopicCategory.PublicAffairs, "是否改造、如何改造", [ParticipantKind.RegisteredResidents]), at.AddMinutes(2));
        await Do(key, Council, new DetermineTopic(), at.AddMinutes(3));
        await Do(key, Council, new MakePlan(
            at.AddHours(4), VenueKind.ConsultationHall, "社区议事堂", "讨论两种办法", "各楼栋报名、推荐后选举", [.. Kinds], ConsultationForm.Dialogue), at.AddMinutes(4));
        return (key, number);
    }

    private async Task<string> Held(string title, DateTimeOffset at, TimeSpan announcedAfter)
    {
        var (key, number) = await Plan(title, at);
        await Do(key, Council, new PublishNotice([PublicationChannel.NoticeBoard, PublicationChannel.ResidentsGroups], "社区公告栏"), at.AddHours(1));
        await Do(key, Council, new FixParticipants([.. Kinds.Select(k => new ParticipantClass(k, Community, 10, k == ParticipantKind.RespectedPerson ? ChoiceMethod.Invited : ChoiceMethod.Elected))], "选举记录"), at.AddHours(2));
        await Do(key, Council, new StartSession(PresiderKind.CouncilHead), at.AddHours(4));
        await Do(key, Council, new EndSession(SessionOutcome.Consensus, "同意先试三个月", 30, [.. Kinds], [new NewDissent(ParticipantKind.RegisteredResidents, "不同意见原文")]), at.AddHours(5));
        await Do(key, Committee, new Announce("社区公告栏", [PublicationChannel.ResidentsGroups], "会议一致同意，咨询电话 13873300001"), at.AddHours(5) + announcedAfter);
        return number;
    }

    private async Task<string> Adopted(string title, DateTimeOffset at)
    {
        var number = await Held(title, at, TimeSpan.FromHours(2));
        var key = GrainKeys.ConsultationOfCommand(Party.Principal, $"begin-{title}");
        await Do(key, Council, new ExplainDissent(1, "已当面解释"), at.AddHours(8));
        await Do(key, Council, new Conclude(), at.AddHours(9));
        await Do(key, Party, new AdoptResult("居委会", "居委会主任岗", "阳光-2026-7", [new("划线", new DateOnly(2027, 1, 5))]), at.AddHours(10));
        await Do(key, Party, new StartImplementation(), at.AddHours(11));
        await Do(key, Party, new PublishProgress("已开始划线"), at.AddHours(12));
        return number;
    }

    private async Task<CommandReply> Do(string key, Actor actor, ConsultationCommand command, DateTimeOffset at, string? id = null)
    {
        var grains = Services.GetRequiredService<IGrainFactory>();
        var reply = await grains.Consultation(key).Do(command, new CommandContext(id ?? $"c-{Interlocked.Increment(ref _commands)}", actor, at));
        reply.Refusal.ShouldBeNull($"{command}: {reply.Refusal?.Zh}");
        return reply;
    }
}

[CollectionDefinition(Name)]
public sealed class PaperCollection : ICollectionFixture<PaperHub>
{
    public const string Name = "hub with published consultations";
}
