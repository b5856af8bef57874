using OpsHub.GraphQL.Describing;

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
}
