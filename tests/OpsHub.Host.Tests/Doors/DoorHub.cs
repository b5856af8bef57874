using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OpsHub.Domain.Commands;
using OpsHub.Host.Tests.Processes;

namespace OpsHub.Host.Tests.Doors;

/// <summary>One hub that the tests of the doors use: a city of a few units with grids, and another system that files tickets.</summary>
public sealed class DoorHub : IAsyncLifetime
{
    public const string Tickets = "/doors/hotline/tickets";
    public const string Grid = "430203001001002";

    private const string Units = """
        code,parentCode,level,name,kind,population,areaKm2,load
        43,,1,湖南省,province,,,
        4302,43,2,株洲市,prefecture-city,,,
        430202,4302,3,荷塘区,district,,,
        430202001,430202,4,月塘街道,subdistrict,,,
        430202001002,430202001,5,东湖社区居委会,community,,,
        430202001002001,430202001002,6,第1网格,grid,500,0.1,80
        430202002,430202,4,茨菇塘街道,subdistrict,,,
        430202002009,430202002,5,东湖社区居委会,community,,,
        430202002009001,430202002009,6,第1网格,grid,500,0.1,80
        430203,4302,3,芦淞区,district,,,
        430203001,430203,4,贺家土街道,subdistrict,,,
        430203001001,430203001,5,来园社区居委会,community,,,
        430203001001001,430203001001,6,第1网格,grid,500,0.1,80
        430203001001002,430203001001,6,第2网格,grid,500,0.1,80
        430203001003,430203001,5,大园社区居委会,community,,,
        430203001003001,430203001003,6,第1网格,grid,500,0.1,80
        430203002,430203,4,空街道,subdistrict,,,

        """;

    /// <summary>Command by which the token of the name <c>ops</c> adds the channel through which the system property hears.</summary>
    internal const string ChannelCommand = "property-channel";

    private static readonly string Channel = "ch-" + CommandIds.Key("token:ops", ChannelCommand)[..24];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _tokens = [];
    private HubProcess? _process;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>All that the hub has stored.</summary>
    internal string Data => _folder.Data;

    /// <summary>All that it has written so far.</summary>
    internal string Log => _process!.Output + _process.Errors;

    public async Task InitializeAsync()
    {
        var url = $"http://localhost:{HubProcess.FreePort()}";
        Http = new HttpClient { BaseAddress = new Uri(url) };
        _process = HubProcess.Start(
            "serve", "--urls", url, _folder.Setting, "--OpsHub:Seeds:GeneratedUnits=false", $"--OpsHub:Seeds:Divisions={_folder.File("units.csv", Units)}",
            "--OpsHub:Doors:Systems:property:Token=property-desk", "--OpsHub:Doors:Systems:water:Token=water-desk",
            $"--OpsHub:Doors:Systems:property:Channel={Channel}", "--OpsHub:Notices:AllowPrivateAddresses=true");
        await _process.Ready(Http);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A token, issued once for each kind that is asked for.</summary>
    internal async Task<string> Token(string role, string unit, params string[] more)
    {
        var kind = string.Join(' ', [role, unit, .. more]);
        if (_tokens.TryGetValue(kind, out var known))
            return known;
        var (code, output, errors) = await HubProcess.Run(["token", "issue", "--role", role, "--unit", unit, .. more, _folder.Setting]);
        code.ShouldBe(0, errors);
        return _tokens[kind] = output.Trim();
    }

    internal Task<string> Hotline() => Token("Hotline", "4302", "--backdate");

    internal async Task<Answered> Send(HttpMethod method, string path, string? token, HttpContent? content = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 1 << 20; // a refusal may come before the body has left
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await Http.SendAsync(request);
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.ToString());
    }

    internal Task<Answered> Get(string path, string? token) => Send(HttpMethod.Get, path, token);

    internal async Task<Answered> File(object ticket, string? token = null) =>
        await Send(HttpMethod.Post, Tickets, token ?? await Hotline(), new StringContent(JsonSerializer.Serialize(ticket), Encoding.UTF8, "application/json"));

    internal async Task<JsonElement> Ask(string query, string token)
    {
        var answer = await Send(HttpMethod.Post, "/graphql", token, new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"));
        return answer.Json.TryGetProperty("data", out var data) ? data : throw new InvalidOperationException(answer.Body);
    }

    internal static Dictionary<string, object?> Ticket(string number) => new()
    {
        ["number"] = number, ["title"] = "路灯不亮", ["text"] = "连续三天", ["kind"] = "COMPONENT", ["category"] = "Q01-02", ["place"] = new { unit = Grid },
    };
}

/// <summary>What a door answered.</summary>
internal sealed record Answered(int Status, string Media, string Body, string? Location)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public XElement Xml => XDocument.Parse(Body).Root!;

    public string Text(string field) => Json.GetProperty(field).GetString()!;
}

[CollectionDefinition(Name)]
public sealed class DoorCollection : ICollectionFixture<DoorHub>
{
    public const string Name = "hub with doors";
}
