using System.Text.Json;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Domain.Accounts;
using OpsHub.GraphQL.Transports.Streams;

namespace OpsHub.GraphQL.Tests.Subjects;

/// <summary>A client's subscription, read one message at a time, as the transports do it.</summary>
public sealed class Listening : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _gone = new();
    private readonly AsyncServiceScope _scope;
    private readonly TestHub _hub;
    private readonly IAsyncEnumerator<ExecutionResult> _messages;

    private Listening(TestHub hub, AsyncServiceScope scope, PulledResponses messages) =>
        (_hub, _scope, _messages) = (hub, scope, messages.ReadAsync(_gone.Token).GetAsyncEnumerator(_gone.Token));

    /// <summary>Subscribes; the error's code where that is refused.</summary>
    public static async Task<(Listening? Client, string? Code)> TryTo(TestHub hub, Actor actor, string query)
    {
        var scope = hub.Services.CreateAsyncScope();
        var result = await hub.Execute(scope.ServiceProvider, actor, query, null, null, default);
        if (result.Streams?.Values.Single() is not PulledResponses stream)
            return (null, result.Errors?.First().Code);
        return (new Listening(hub, scope, stream), null);
    }

    public static async Task<Listening> To(TestHub hub, Actor actor, string query)
    {
        var (client, code) = await TryTo(hub, actor, query);
        return client.ShouldNotBeNull(code);
    }

    /// <summary>The next message's data.</summary>
    public async Task<JsonElement> Next()
    {
        var answer = await Answer();
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.GetProperty("data").EnumerateObject().Single().Value;
    }

    /// <summary>The code with which the stream ends.</summary>
    public async Task<string?> Ending()
    {
        var failure = await Should.ThrowAsync<ExecutionError>(async () => await Answer());
        return failure.Code;
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        try
        {
            await _messages.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A message was being waited for.
        }

        await _scope.DisposeAsync();
        _gone.Dispose();
    }

    private async Task<JsonElement> Answer()
    {
        (await _messages.MoveNextAsync().AsTask().WaitAsync(Patience)).ShouldBeTrue("the stream has ended");
        return JsonDocument.Parse(_hub.Services.GetRequiredService<IGraphQLTextSerializer>().Serialize(_messages.Current)).RootElement;
    }
}
