using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Replay;

/// <summary>Gives out the bearer token of an actor.</summary>
internal delegate ValueTask<string> TokenSource(Role role, OrganCode organ, CancellationToken cancel);

/// <summary>The hub's GraphQL API, as anyone uses it: one POST for each request, a bearer token for each actor.</summary>
internal sealed class ReplayClient(HttpClient http, TokenSource tokens)
{
    private const int Attempts = 8;
    private const string Busy = RefusalCodes.RetryLater;

    private readonly ConcurrentDictionary<(Role, OrganCode), string> _tokens = new();

    /// <summary>Sends a request until it is answered; the command id in it makes that safe.</summary>
    /// <exception cref="InvalidOperationException">The API answered with errors.</exception>
    public async Task<JsonElement> Send(Role role, OrganCode organ, string query, object? variables, CancellationToken cancel)
    {
        if (!_tokens.TryGetValue((role, organ), out var token))
            _tokens[(role, organ)] = token = await tokens(role, organ, cancel);
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            try
            {
                using var response = await http.SendAsync(request, cancel);
                var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
                if (answer.TryGetProperty("errors", out var errors))
                {
                    if (!IsBusy(errors) || attempt == Attempts)
                        throw new InvalidOperationException(errors.ToString());
                }
                else
                {
                    var data = answer.GetProperty("data");
                    if (attempt == Attempts || !IsBusyPayload(data))
                        return data;
                }
            }
            catch (Exception error) when (attempt < Attempts && Passes(error, cancel))
            {
                // The hub restarts or is overloaded: the same command id is sent again.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 << Math.Min(attempt, 5)), cancel);
        }
    }

    // HttpClient's own timeout comes as a cancellation that nobody asked for.
    private static bool Passes(Exception error, CancellationToken cancel) =>
        error is HttpRequestException or IOException or JsonException || (error is OperationCanceledException && !cancel.IsCancellationRequested);

    // Refused at the door, 429 or 503.
    private static bool IsBusy(JsonElement errors) => errors.ValueKind == JsonValueKind.Array && errors.EnumerateArray().Any(e =>
        e.TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var code) && code.GetString() == Busy);

    // Taken, and refused by the subject.
    private static bool IsBusyPayload(JsonElement data) =>
        data.EnumerateObject().FirstOrDefault().Value is { ValueKind: JsonValueKind.Object } payload
        && payload.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
        && errors.EnumerateArray().Any(e => e.GetProperty("code").GetString() == Busy);
}
