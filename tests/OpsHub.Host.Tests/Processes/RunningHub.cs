using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OpsHub.Host.Tests.Processes;

/// <summary>One hub that several tests use: real divisions, no generated grids.</summary>
public sealed class RunningHub : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private HubProcess? _process;

    /// <summary>Another's front end, which may call the API from a browser.</summary>
    internal const string Front = "https://front.example";

    public HttpClient Http { get; private set; } = null!;

    internal HubProcess Process => _process!;

    internal string Setting => _folder.Setting;

    internal string Data => _folder.Data;

    public async Task InitializeAsync()
    {
        var url = $"http://localhost:{HubProcess.FreePort()}";
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        _process = HubProcess.Start("serve", "--urls", url, Setting, "--OpsHub:Seeds:GeneratedUnits=false", "--OpsHub:Tokens:RevocationSeconds=1", $"--OpsHub:Cors:Origins:0={Front}");
        await _process.Ready(Http);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Issues a token with the verb; the token and its id.</summary>
    internal async Task<(string Token, string Id)> Issue(string role, string unit)
    {
        var (code, output, errors) = await HubProcess.Run("token", "issue", "--role", role, "--unit", unit, Setting);
        code.ShouldBe(0, errors);
        return (output.Trim(), errors.Split("id ")[1].Split(',')[0]);
    }

    internal async Task<(int Status, JsonElement Answer)> Ask(string query, string? token, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}

[CollectionDefinition(Name)]
public sealed class HubCollection : ICollectionFixture<RunningHub>
{
    public const string Name = "running hub";
}
