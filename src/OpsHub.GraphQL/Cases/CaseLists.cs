using GraphQL;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Lists of cases, within what the actor may read.</summary>
internal sealed class CaseLists(IHubIndex index, IHubDirectory directory, HubClock clock, Access access)
{
    /// <summary>A page as the field's arguments ask, on top of what the place in the graph says.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, Viewer viewer, CaseFilter within)
    {
        var filter = CaseFilterInput.Read(context, within, directory, clock.Now);
        var order = context.GetArgument<CaseOrder>("order");
        return filter is null ? Nothing() : await Read(context, viewer, filter, order, Paging.Read(context)).ConfigureAwait(false);
    }

    /// <summary>Open terms, nearest first.</summary>
    public async ValueTask<object?> Deadlines(IResolveFieldContext context, Viewer viewer, CaseFilter within)
    {
        var cases = await Due(context, viewer, within, Paging.Read(context)).ConfigureAwait(false);
        return new Connection<Deadline>([.. cases.Edges.Select(e => new Edge<Deadline>(e.Cursor, new Deadline(e.Node)))], cases.HasNext, cases.HasPrevious, cases.AsOf);
    }

    /// <summary>Open cases with a due, nearest first, of the holder that the field's arguments name.</summary>
    public Task<Connection<CaseNode>> Due(IResolveFieldContext context, Viewer viewer, CaseFilter within, PageRequest request) =>
        Read(context, viewer, within with { OpenOnly = true, DueFrom = DateTimeOffset.MinValue, Holder = CaseFilterInput.Organ(context, "holder") }, CaseOrder.DueAt, request);

    private async Task<Connection<CaseNode>> Read(IResolveFieldContext context, Viewer viewer, CaseFilter filter, CaseOrder order, PageRequest request)
    {
        var scope = ReadAccess.Cases(viewer.Actor);
        if (Within(scope, filter) is not { } within)
            return Nothing();
        var scoped = directory.InForce(within, scope.Unit);
        try
        {
            var page = await index.Cases(scoped, order, request, context.CancellationToken).ConfigureAwait(false);
            var visible = page with { Items = [.. page.Items.Where(i => access.Case(viewer.Actor, i.Row))] };
            return Connection<CaseNode>.Of(visible, row => new CaseNode(row.Key, directory.Lying(row), null), cancel => index.CountCases(scoped, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }

    /// <summary>The filter narrowed to the actor's scope; null when nothing is left.</summary>
    private CaseFilter? Within(CaseScope scope, CaseFilter filter)
    {
        if (scope.IsEmpty)
            return null;
        if (scope.EscalatedOnly && filter.Escalated == false)
            return null;
        if (scope.EscalatedOnly)
            filter = filter with { Escalated = true };
        if (scope.Party is { } party)
            return filter.Party is null || filter.Party == party ? filter with { Party = party } : null;
        if (scope.Unit is not { } own || (filter.Unit is { } asked && directory.IsWithin(asked, own)))
            return filter;
        return filter.Unit is null || directory.IsWithin(own, filter.Unit.Value) ? filter with { Unit = own } : null;
    }

    private Connection<CaseNode> Nothing() => new([], false, false, clock.Now, _ => Task.FromResult(0));
}

/// <summary>An open term with its case; the nearest one of that case.</summary>
internal sealed record Deadline(CaseNode Case);
