using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GraphQL;
using GraphQL.DI;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpsHub.GraphQL.Transports;

namespace OpsHub.GraphQL.Tests.Transports;

/// <summary>The transports on a real Kestrel on a free port, over <see cref="DoorSchema"/>.</summary>
public sealed class Door : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Door(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wall");
    }

    public HttpClient Client { get; }

    public Uri Url => new(Client.BaseAddress!, "/graphql");

    public DoorState State => _app.Services.GetRequiredService<DoorState>();

    public LogKeeper Log => _app.Services.GetRequiredService<LogKeeper>();

    public IServiceProvider Services => _app.Services;

    public static async Task<Door> OpenAsync(Action<GraphQLLimits>? limits = null, Action<GraphQLSeams>? seams = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var log = new LogKeeper();
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(log).AddSingleton<DoorState>();
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, TokenScheme>("test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddGraphQL(b => b.AddSchema<DoorSchema>());
        builder.Services.AddGraphQLTransports(limits, seams);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpsHubGraphQL();
        await app.StartAsync();
        return new Door(app);
    }

    /// <summary>Posts as a signed-in caller who accepts application/graphql-response+json.</summary>
    public async Task<Told> AskAsync(string query, object? variables = null, string? token = "wall",
        string accept = "application/graphql-response+json", string? operationName = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(new { query, variables, operationName }) };
        request.Headers.Accept.ParseAdd(accept);
        return await SendAsync(request, token);
    }

    public async Task<Told> SendAsync(HttpRequestMessage request, string? token = "wall")
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Told((int)response.StatusCode, text, response.Content.Headers.ContentType?.MediaType,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>An answer as a client sees it.</summary>
public sealed record Told(int Status, string Text, string? MediaType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public bool HasErrors => Json.TryGetProperty("errors", out _);

    public JsonElement FirstError => Json.GetProperty("errors")[0];

    public string? Code => FirstError.GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => FirstError.GetProperty("message").GetString();
}
