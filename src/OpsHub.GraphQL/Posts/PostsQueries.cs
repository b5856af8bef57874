using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Posts;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Posts;

/// <summary>Root query for matters of people decisions across agencies; one agency's stand with the agency.</summary>
internal sealed class PostsQueries(IPostsIndex index, PostsReader reader, IHubDirectory directory, HubClock clock) : IRootFields<HubQuery>, INodes
{
    public string Type => "AgencyPosts";

    public void AddTo(HubQuery query) =>
        query.AskOne<PostMatterConnectionType>("postMatters",
                "Matters of people decisions that the actor reads, newest first (人事事项): a township those of the agencies that serve it, a department its own agencies', the organisation department its county's. Empty for others.",
                Matters)
            .Argument<StringGraphType>("unit", "Only those of agencies that serve this township, or any township of this county or city (服务乡镇).")
            .Argument<StringGraphType>("department", "Only those of this department's agencies, e.g. `430203:D12` (派出部门).")
            .Argument<PostMatterKindType>("kind", "Only of this kind (类别).")
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those in which somebody still has to act (待办).", a => a.DefaultValue = false)
            .Paged().WithCost(FieldMarks.OneQuestion);

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        new(OrganCode.TryParse(key, out var agency) && directory.Agency(agency) is not null ? reader.Find(context, agency) : null);

    private async ValueTask<object?> Matters(IResolveFieldContext context, Viewer viewer)
    {
        var request = Paging.Read(context);
        var asked = new PostMatterFilter
        {
            Unit = Unit(context), Department = CaseFilterInput.Organ(context, "department"), Kind = context.GetArgument<PostMatterKind?>("kind"), OpenOnly = context.GetArgument<bool>("openOnly"),
        };
        if (Within(viewer.Actor, asked) is not { } filter)
            return new Connection<PostMatterRow>([], false, false, clock.Now, _ => Task.FromResult(0));
        try
        {
            var page = await index.Matters(filter, request, context.CancellationToken).ConfigureAwait(false);
            // The index may be a step behind the agency: a township that it serves no longer reads nothing of it.
            var seen = page with { Items = [.. page.Items.Where(i => reader.Reads(viewer.Actor, i.Row.Agency))] };
            return Connection<PostMatterRow>.Of(seen, m => m, cancel => index.CountMatters(filter, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }

    /// <summary>The filter narrowed to what the actor reads; null when nothing is left. Part 4.</summary>
    private PostMatterFilter? Within(Actor actor, PostMatterFilter filter) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => filter,
        Role.TownshipGovernment or Role.OrganisationDepartment => Narrowed(filter, actor.Organ.Unit),
        Role.Department => filter.Department is null || filter.Department == actor.Organ ? filter with { Department = actor.Organ } : null,
        _ => null,
    };

    private PostMatterFilter? Narrowed(PostMatterFilter filter, UnitCode own) =>
        filter.Unit is not { } asked || directory.IsWithin(own, asked) ? filter with { Unit = own }
        : directory.IsWithin(asked, own) ? filter
        : null;

    private static UnitCode? Unit(IResolveFieldContext context) => context.GetArgument<string?>("unit") is not { Length: > 0 } code ? null
        : UnitCode.TryParse(code, out var unit) && unit.Level <= UnitLevel.Township ? unit
        : throw RequestError.Input("unit", "unit is the code of a township, a county or a city: 9, 6 or 4 digits.");
}
