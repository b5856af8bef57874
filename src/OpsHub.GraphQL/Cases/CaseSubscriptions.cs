using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Cases;

/// <summary>A case with the entries that are new.</summary>
internal sealed record CaseChange(CaseNode Case, IReadOnlyList<TraceEntry> Entries);

/// <summary>A case with the entries that are new.</summary>
internal sealed class CaseChangeType : Described<CaseChange>
{
    public CaseChangeType() : base("CaseChange", "A case as it stands after one or more changes (案件变更).")
    {
        One<CaseType>("case", "The case as it stands.", c => c.Case);
        Many<TraceEntryType>("entries", "Trace entries since the message before, oldest first (留痕); in the first message those after afterSequence, none without it.", c => c.Entries);
    }
}

/// <summary>Subscription to one case. What changed is read from its trace by sequence, so that nothing is lost and nothing is buffered.</summary>
internal sealed class CaseSubscriptions(IGrainFactory grains, WatchedCases cases, Access access, FreeText text) : IRootFields<HubSubscription>
{
    private const int Batch = 200;

    public void AddTo(HubSubscription subscription) =>
        subscription.Stream<CaseChangeType, CaseChange>("caseChanged",
                "One case (案件变更): the present state first, then each change with its trace entries. Ends with NOT_FOUND when the actor may no longer read the case.",
                async (context, viewer) =>
                {
                    var after = context.GetArgument<int?>("afterSequence");
                    if (after < 0)
                        throw RequestError.Input("afterSequence", "afterSequence is 0 or more.");
                    if (GlobalId.ReadCase(context.GetArgument<string>("id")) is not { } key)
                        throw RequestError.NotFound("case");
                    await View(viewer, key).ConfigureAwait(false);
                    return cancel => Read(viewer, key, after, cancel);
                })
            .Argument<NonNullGraphType<IdGraphType>>("id", "Global id of the case.")
            .Argument<IntGraphType>("afterSequence", "Sequence of the last entry received; entries after it come with the first message.");

    private async IAsyncEnumerable<CaseChange> Read(Viewer viewer, string key, long? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watched = cases.Join(key);
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
                    var entries = await Entries(key, sent, view.Length).ConfigureAwait(false);
                    if (isFirst || entries.Count > 0)
                        yield return new CaseChange(CaseNode.Of(view), text.Shown(viewer.Actor, view.Case, entries));
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

    private async Task<CaseView> View(Viewer viewer, string key) =>
        await grains.Case(key).Get().ConfigureAwait(false) is { } view && access.Case(viewer.Actor, view) ? view : throw RequestError.NotFound("case");

    private async Task<List<TraceEntry>> Entries(string key, long after, long to)
    {
        var entries = new List<TraceEntry>();
        while (after < to)
        {
            var read = await grains.Case(key).Trace(after, (int)Math.Min(Batch, to - after)).ConfigureAwait(false);
            if (read.Count == 0)
                break;
            entries.AddRange(read);
            after = read[^1].Sequence;
        }

        return entries;
    }
}
