using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Councils;

/// <summary>A consultation as an opinion ledger shows it.</summary>
/// <param name="Ledger">The community whose ledger it is.</param>
/// <param name="Row">Its row.</param>
internal sealed record LedgerConsultation(UnitCode Ledger, ConsultationRow Row)
{
    public bool IsElsewhere => !Row.Communities.Contains(Ledger);
}

/// <summary>Consultations that entries of a ledger may go into, and have gone into. Whoever may link an entry sees of any in the township by which name it goes and where
/// it stands, and no more: how else could a matter of two communities be found out? C013, C032.</summary>
internal sealed class LedgerConsultations(IConsultationIndex index, IHubDirectory directory, Access access, ConsultationLoader loader, HubClock clock)
{
    private const int LongestText = 100;

    /// <summary>A page of those that take opinions; none for those who may link nothing.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, UnitCode ledger)
    {
        var (request, text) = (Paging.Read(context), context.GetArgument<string?>("text"));
        if (text?.Length > LongestText)
            throw RequestError.Input("text", $"text takes at most {LongestText} characters, got {text.Length}.");
        if (!Links(context, ledger) || directory.PlaceOf(ledger) is not { } place)
            return new Connection<LedgerConsultation>([], false, false, clock.Now, _ => Task.FromResult(0));
        var filter = new ConsultationFilter
        {
            Unit = context.GetArgument<bool>("own") ? ledger : place.Township,
            Stages = ConsultationTransitions.TakeOpinions,
            Category = context.GetArgument<TopicCategory?>("category"),
            Text = string.IsNullOrWhiteSpace(text) ? null : text,
        };
        try
        {
            var page = await index.Consultations(filter, ConsultationOrder.ChangedAtDescending, request, context.CancellationToken).ConfigureAwait(false);
            return Connection<LedgerConsultation>.Of(page, row => new(ledger, row), cancel => index.Count(filter, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }

    /// <summary>The one that an entry went into; null where the actor neither reads it nor may link.</summary>
    public IDataLoaderResult<LedgerConsultation?> Find(IResolveFieldContext context, UnitCode ledger, string key) =>
        context.RequestServices!.GetRequiredService<Batches>().Load<string, ConsultationRow>("consultation rows", key, keys => index.ByKey(keys))
            .Then(row => row is not null && (Links(context, ledger) || Reads(context, row)) ? new LedgerConsultation(ledger, row) : null);

    /// <summary>The way that an entry of the ledger would propose, by the consultation's own rules.</summary>
    public object? Proposes(IResolveFieldContext context, LedgerConsultation of) =>
        of.IsElsewhere ? loader.Judge(context, of.Row.Key, s => (object?)ConsultationRouting.ProposedBy(s, of.Ledger)) : null;

    /// <summary>May the actor open its page?</summary>
    public bool Reads(IResolveFieldContext context, ConsultationRow row) => access.Consultation(Viewer.Of(context).Actor, row);

    private bool Links(IResolveFieldContext context, UnitCode ledger) => OpinionAccess.Link(Viewer.Of(context).Actor, ledger, directory.IsWithin) is null;
}
