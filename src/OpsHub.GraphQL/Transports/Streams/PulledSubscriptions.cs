using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using EngineContext = GraphQL.Execution.ExecutionContext;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Transports.Streams;

/// <summary>
/// Runs subscriptions by demand. The engine's own strategy executes at every push of the source and queues the answers
/// without bound; here an event is executed when the transport has written the one before. Each event has a scope of its own.
/// </summary>
internal sealed class PulledSubscriptions(IServiceScopeFactory scopes, IOptions<GraphQLLimits> limits) : SubscriptionExecutionStrategy
{
    protected override async Task<IObservable<ExecutionResult>?> ResolveResponseStreamAsync(EngineContext context, ExecutionNode node)
    {
        IObservable<object?> source;
        try
        {
            var resolver = node.FieldDefinition.StreamResolver
                ?? throw new InvalidOperationException($"Field '{node.Field.Name}' has no stream resolver.");
            source = await resolver.ResolveAsync(new ReadonlyResolveFieldContext(node, context)).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"Field '{node.Field.Name}' returned no stream.");
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever a resolver throws becomes an error of its field, masked where unexpected
        catch (Exception failure)
        {
            context.Errors.Add(await FieldErrorAsync(context, node, failure).ConfigureAwait(false));
            return null;
        }
#pragma warning restore CA1031
        var kept = CloneExecutionContext(context, CancellationToken.None);
        kept.RequestServices = null;
        return new PulledResponses(cancel => RunAsync(kept, node, source, cancel));
    }

    private async IAsyncEnumerable<ExecutionResult> RunAsync(EngineContext kept, ExecutionNode node, IObservable<object?> source,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        using var pushed = source is IPulledStream ? null : new PushedSource(source, limits.Value.EventBuffer);
        var values = (source as IPulledStream ?? pushed!.Events).ReadAsync(cancel).GetAsyncEnumerator(cancel);
        await using var _ = values.ConfigureAwait(false);
        while (await NextAsync(kept, node, values, cancel).ConfigureAwait(false))
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            time.CancelAfter(limits.Value.ExecutionTimeout);
            var scope = scopes.CreateAsyncScope();
            await using var __ = scope.ConfigureAwait(false);
            using var context = CloneExecutionContext(kept, time.Token);
            context.RequestServices = scope.ServiceProvider;
            yield return await ProcessDataAsync(context, node, values.Current).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> NextAsync(EngineContext kept, ExecutionNode node, IAsyncEnumerator<object?> values, CancellationToken cancel)
    {
        try
        {
            return await values.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            using var context = CloneExecutionContext(kept, cancel);
            throw await FieldErrorAsync(context, node, failure).ConfigureAwait(false);
        }
    }

    private async Task<ExecutionError> FieldErrorAsync(EngineContext context, ExecutionNode node, Exception failure)
    {
        var error = failure as ExecutionError
            ?? await HandleExceptionAsync(context, node, failure, "The subscription failed.").ConfigureAwait(false);
        error.Path = node.ResponsePath;
        return error;
    }
}
