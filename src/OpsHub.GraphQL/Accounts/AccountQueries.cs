using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Accounts;

/// <summary>Root query for who is asking.</summary>
internal sealed class AccountQueries : IRootFields<HubQuery>
{
    public void AddTo(HubQuery query) => query.AskOne<ViewerType>("viewer", "Who is asking (当前身份).", (_, viewer) => new(viewer));
}
