using GraphQL;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Lists of consultations, within what the actor may read.</summary>
internal sealed class ConsultationLists(IConsultationIndex index, IHubDirectory directory, HubClock clock, Access access)
{
    /// <summary>A page as the field's arguments ask, on top of what the place in the graph says.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, Viewer viewer, ConsultationFilter within)
    {
        var request = Paging.Read(context);
        if (ConsultationFilterInput.Read(context, within, directory, clock.Now) is not { } filter || Within(ConsultationAccess.Scope(viewer.Actor), filter) is not { } scoped)
            return new Connection<ConsultationNode>([], false, false, clock.Now, _ => Task.FromResult(0));
        try
        {
            var page = await index.Consultations(scoped, context.GetArgument<ConsultationOrder>("order"), request, context.CancellationToken).ConfigureAwait(false);
            var visible = page with { Items = [.. page.Items.Where(i => access.Consultation(viewer.Actor, i.Row))] };
            return Connection<ConsultationNode>.Of(visible, row => new ConsultationNode(row.Key, row, null), cancel => index.Count(scoped, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }

    /// <summary>The filter narrowed to the actor's scope; null when nothing is left.</summary>
    private ConsultationFilter? Within(ConsultationScope scope, ConsultationFilter filter)
    {
        if (scope.IsEmpty)
            return null;
        if (scope.Stages is { } stages)
            filter = filter with { Stages = filter.Stages is { } asked ? [.. asked.Where(stages.Contains)] : stages, NoWithdrawnDrafts = true, WithdrawnTopics = scope.WithdrawnTopics };
        if (filter.Stages is { Count: 0 })
            return null;
        if (scope.DelegatedBy is { } organ)
            return filter.DelegatedBy is null || filter.DelegatedBy == organ ? filter with { DelegatedBy = organ } : null;
        if (scope.Unit is not { } own || (filter.Unit is { } inner && directory.IsWithin(inner, own)))
            return filter;
        return filter.Unit is null || directory.IsWithin(own, filter.Unit.Value) ? filter with { Unit = own } : null;
    }
}
