using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A year with the entries that are new.</summary>
internal sealed record AgencyYearChange(AgencyYearNode Year, IReadOnlyList<TraceEntry> Entries);

/// <summary>A year with the entries that are new.</summary>
internal sealed class AgencyYearChangeType : Described<AgencyYearChange>
{
    public AgencyYearChangeType() : base("AgencyYearChange", "An agency's year as it stands after one or more changes (年度考核变更).")
    {
        One<AgencyYearType>("agencyYear", "The year as it stands.", c => c.Year);
        Many<TraceEntryType>("entries", "Trace entries since the message before, oldest first (留痕); in the first message those after afterSequence, none without it. Empty for those who read evidence only.", c => c.Entries);
    }
}

/// <summary>Subscription to one agency's year. What changed is read from its trace by sequence, so that nothing is lost and nothing is buffered.</summary>
internal sealed class AgencyYearSubscriptions(IGrainFactory grains, WatchedYears years, AgencyYearTraces traces) : IRootFields<HubSubscription>
{
    public void AddTo(HubSubscription subscription) =>
        subscription.Stream<AgencyYearChangeType, AgencyYearChange>("agencyYearChanged",
                "One agency's year (年度考核变更): the present state first, then each change with its trace entries. Ends with NOT_FOUND when the actor may no longer read it.",
                async (context, viewer) =>
                {
                    var after = context.GetArgument<int?>("afterSequence");
                    if (after < 0)
                        throw RequestError.Input("afterSequence", "afterSequence is 0 or more.");
                    if (GlobalId.ReadAgencyYear(context.GetArgument<string>("id")) is not { } key)
                        throw RequestError.NotFound("agency's year");
                    await Node(viewer, key).ConfigureAwait(false);
                    return cancel => Read(viewer, key, after, cancel);
                })
            .Argument<NonNullGraphType<IdGraphType>>("id", "Global id of the year.")
            .Argument<IntGraphType>("afterSequence", "Sequence of the last entry received; entries after it come with the first message.");

    private async IAsyncEnumerable<AgencyYearChange> Read(Viewer viewer, string key, long? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watched = years.Join(key);
        try
        {
            var node = await Node(viewer, key).ConfigureAwait(false);
            var sent = after ?? node.View.Length;
            var isFirst = true;
            while (true)
            {
                var next = watched.NextChange;
                if (isFirst || watched.Length > sent)
                {
                    node = isFirst ? node : await Node(viewer, key).ConfigureAwait(false);
                    if (isFirst || node.View.Length > sent)
                        yield return new AgencyYearChange(node, await traces.After(node, sent).ConfigureAwait(false));
                    (sent, isFirst) = (node.View.Length, false);
                }

                await next.WaitAsync(cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            watched.Leave();
        }
    }

    private async Task<AgencyYearNode> Node(Viewer viewer, string key) =>
        AgencyYearNode.Of(viewer.Actor, await grains.GetGrain<IAgencyYearGrain>(key).Get().ConfigureAwait(false)) ?? throw RequestError.NotFound("agency's year");
}
