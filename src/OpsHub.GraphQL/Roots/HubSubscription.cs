using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Roots;

/// <summary>The root of subscriptions: each subject adds its own.</summary>
internal sealed class HubSubscription : Described<object?>
{
    public HubSubscription(IEnumerable<IRootFields<HubSubscription>> subjects)
        : base("Subscription", "What is told as it happens (实时推送), over graphql-transport-ws or server-sent events. Resumable: each message says where it stands.")
    {
        foreach (var subject in subjects)
            subject.AddTo(this);
    }

    /// <summary>A stream that is read only as fast as the client takes it.</summary>
    public FieldBuilder<object?, object> Stream<TGraph, T>(
        string name, string description, Func<IResolveFieldContext, Viewer, ValueTask<Func<CancellationToken, IAsyncEnumerable<T>>>> open)
        where TGraph : IGraphType where T : class =>
        Field<NonNullGraphType<TGraph>>(name).Description(description).ResolveStreamAsync(async context =>
        {
            try
            {
                var read = await open(context, Viewer.Of(context)).ConfigureAwait(false);
                return new PulledStream<T>(cancel => Guarded.Reading(read(cancel), cancel));
            }
            catch (Exception failure) when (Guarded.MayPass(failure))
            {
                throw new RetryLaterRequestError();
            }
        });
}
