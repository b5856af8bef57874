using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Posts;

/// <summary>People decisions for those who may read them, and what they may do. What may not be read answers as if it weren't there.</summary>
internal sealed class PostsReader(IGrainFactory grains, IHubDirectory directory, IRuleBook rules, HubClock clock)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>An agency's record as a node, each asked once in a query; null where the viewer may not read it, or there is no such agency.</summary>
    public IDataLoaderResult<PostsNode?> Find(IResolveFieldContext context, OrganCode agency)
    {
        var actor = Viewer.Of(context).Actor;
        return context.RequestServices!.GetRequiredService<Batches>().Load<OrganCode, PostsView>("posts", agency, Fetch).Then(view => PostsNode.Of(actor, view));
    }

    /// <summary>The same at once.</summary>
    public async Task<PostsNode?> Read(Actor actor, OrganCode agency) =>
        directory.Agency(agency) is null ? null : PostsNode.Of(actor, await grains.Posts(agency).Get().ConfigureAwait(false));

    /// <summary>Whether the actor may read the matters of an agency, as it stands now.</summary>
    public bool Reads(Actor actor, OrganCode agency) => directory.PostFactsOf(agency) is { } facts && PostAccess.Reads(actor, PostDecisions.Blank(facts, clock.Now));

    /// <summary>Whether the actor may read posts and counts of an agency, as it stands now.</summary>
    public bool ReadsCounts(Actor actor, OrganCode agency) => directory.PostFactsOf(agency) is { } facts && PostAccess.ReadsCounts(actor, PostDecisions.Blank(facts, clock.Now));

    /// <summary>What a decision of the actor about the agency would rest on now.</summary>
    public PostContext Facts(Actor actor, PostsNode of)
    {
        var book = rules.On(LocalDay.Of(clock.Now), of.State.Agency.Unit.CountyByCode);
        return new(actor, clock.Now, book.Calendar, book.Cases.Hours, book.Posts, of.View.Length + 1) { NameOf = directory.NameOf };
    }

    private async Task<IReadOnlyDictionary<OrganCode, PostsView>> Fetch(IReadOnlyCollection<OrganCode> agencies)
    {
        var views = await Task.WhenAll(agencies.Where(a => directory.Agency(a) is not null).Select(a => grains.Posts(a).Get())).ConfigureAwait(false);
        return views.OfType<PostsView>().ToDictionary(v => v.State.Agency);
    }
}
