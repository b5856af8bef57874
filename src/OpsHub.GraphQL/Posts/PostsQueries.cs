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

    public void AddTo(HubQuery query)
    {
        query.AskOne<PostFiguresType>("postFigures", "Posts of the agencies of which the actor reads counts, summed (编制在岗汇总). A012, A046.", Figures)
            .Argument<StringGraphType>("unit", "Only agencies that serve this township, or any township of this county or city; the whole city when left out (服务乡镇).")
            .Argument<StringGraphType>("department", "Only this department's agencies, e.g. `430203:D12` (派出部门).").WithCost(FieldMarks.OneQuestion);
        query.AskOne<PostMatterConnectionType>("postMatters",
                "Matters of people decisions that the actor reads, newest first (人事事项): a township those of the agencies that serve it, a department its own agencies', the organisation department its county's. Empty for others.",
                Matters)
            .Argument<StringGraphType>("unit", "Only those of agencies that serve this township, or any township of this county or city (服务乡镇).")
            .Argument<StringGraphType>("department", "Only those of this department's agencies, e.g. `430203:D12` (派出部门).")
            .Argument<PostMatterKindType>("kind", "Only of this kind (类别).")
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only those in which somebody still has to act (待办).", a => a.DefaultValue = false)
            .Paged().WithCost(FieldMarks.OneQuestion);
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        new(OrganCode.TryParse(key, out var agency) && directory.Agency(agency) is not null ? reader.Find(context, agency) : null);

    private async ValueTask<object?> Figures(IResolveFieldContext context, Viewer viewer)
    {
        var (unit, department) = (Unit(context), CaseFilterInput.Organ(context, "department"));
        IEnumerable<UnitCode> all = directory.City is { } city ? directory.Descendants(city, UnitLevel.Township).Select(t => t.Code) : [];
        var townships = unit is not { } area ? all : area.Level == UnitLevel.Township ? [area] : all.Where(t => t.LiesIn(area));
        var agencies = townships.SelectMany(directory.AgenciesOf).Where(a => department is null || a.Department == department).Select(a => a.Code).Distinct()
            .Where(a => reader.ReadsCounts(viewer.Actor, a)).ToList();
        var rows = await index.ByAgency(agencies, context.CancellationToken).ConfigureAwait(false);
        return new PostFigures(agencies.Count, rows.Values.Count(r => r.Posts > 0), rows.Values.Sum(r => r.Posts), rows.Values.Sum(r => r.Filled), rows.Values.Sum(r => Math.Max(0, r.Posts - r.Filled)));
    }

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

    // By code, as rights go: an agency is of the county whose code its host bears (decision 0031).
    private static PostMatterFilter? Narrowed(PostMatterFilter filter, UnitCode own) =>
        filter.Unit is not { } asked || own.LiesIn(asked) ? filter with { Unit = own }
        : asked.LiesIn(own) ? filter
        : null;

    private static UnitCode? Unit(IResolveFieldContext context) => context.GetArgument<string?>("unit") is not { Length: > 0 } code ? null
        : UnitCode.TryParse(code, out var unit) && unit.Level <= UnitLevel.Township ? unit
        : throw RequestError.Input("unit", "unit is the code of a township, a county or a city: 9, 6 or 4 digits.");
}
