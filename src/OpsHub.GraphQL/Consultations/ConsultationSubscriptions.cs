using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A consultation with the entries that are new.</summary>
internal sealed record ConsultationChange(ConsultationNode Consultation, IReadOnlyList<TraceEntry> Entries);

/// <summary>A consultation with the entries that are new.</summary>
internal sealed class ConsultationChangeType : Described<ConsultationChange>
{
    public ConsultationChangeType() : base("ConsultationChange", "A consultation as it stands after one or more changes (协商变更).")
    {
        One<ConsultationType>("consultation", "The consultation as it stands.", c => c.Consultation);
        Many<TraceEntryType>("entries", "Trace entries since the message before, oldest first (留痕); in the first message those after afterSequence, none without it. Empty for councils and supervision committees, who read none.", c => c.Entries);
    }
}

/// <summary>Subscription to one consultation. What changed is read from its trace by sequence, so that nothing is lost and nothing is buffered.</summary>
internal sealed class ConsultationSubscriptions(IGrainFactory grains, WatchedConsultations consultations, Access access, ConsultationText text) : IRootFields<HubSubscription>
{
    private const int Batch = 200;

    public void AddTo(HubSubscription subscription) =>
        subscription.Stream<ConsultationChangeType, ConsultationChange>("consultationChanged",
                "One consultation (协商变更): the present state first, then each change with its trace entries. Ends with NOT_FOUND when the actor may no longer read it.",
                async (context, viewer) =>
                {
                    var after = context.GetArgument<int?>("afterSequence");
                    if (after < 0)
                        throw RequestError.Input("afterSequence", "afterSequence is 0 or more.");
                    if (GlobalId.ReadConsultation(context.GetArgument<string>("id")) is not { } key)
                        throw RequestError.NotFound("consultation");
                    await View(viewer, key).ConfigureAwait(false);
                    return cancel => Read(viewer, key, after, cancel);
                })
            .Argument<NonNullGraphType<IdGraphType>>("id", "Global id of the consultation.")
            .Argument<IntGraphType>("afterSequence", "Sequence of the last entry received; entries after it come with the first message.");

    private async IAsyncEnumerable<ConsultationChange> Read(Viewer viewer, string key, long? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watched = consultations.Join(key);
        try
        {
            var view = await View(viewer, key).ConfigureAwait(false);
            var sent = after ?? view.Length;
            var isFirst = true;
            while (true)
            {
                var next = watched.NextChange;
                if (isFirst || watched.Length > sent)
                {
                    view = isFirst ? view : await View(viewer, key).ConfigureAwait(false);
                    if (isFirst || view.Length > sent)
                        yield return new ConsultationChange(ConsultationNode.Of(view), await Entries(viewer, view, sent).ConfigureAwait(false));
                    (sent, isFirst) = (view.Length, false);
                }

                await next.WaitAsync(cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            watched.Leave();
        }
    }

    private async Task<ConsultationView> View(Viewer viewer, string key) =>
        await grains.Consultation(key).Get().ConfigureAwait(false) is { } view && access.Consultation(viewer.Actor, view) ? view : throw RequestError.NotFound("consultation");

    private async Task<IReadOnlyList<TraceEntry>> Entries(Viewer viewer, ConsultationView view, long after)
    {
        if (!access.ConsultationTrace(viewer.Actor, view))
            return [];
        var entries = new List<TraceEntry>();
        while (after < view.Length)
        {
            var read = await grains.Consultation(view.Key).Trace(after, (int)Math.Min(Batch, view.Length - after)).ConfigureAwait(false);
            if (read.Count == 0)
                break;
            entries.AddRange(read);
            after = read[^1].Sequence;
        }

        return text.Shown(viewer.Actor, view.State, entries);
    }
}
