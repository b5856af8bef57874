using GraphQL;
using OpsHub.Contracts.Assessments;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Traces of agencies' years, as an actor may read them: not by those who read evidence only, and without the reasons of what the other side scored.
/// Hashes stay those of the entries as written.</summary>
internal sealed class AgencyYearTraces(IGrainFactory grains, TracePages pages, FreeText text)
{
    private const int Batch = 200;

    /// <summary>A page of the trace; null where the actor reads none.</summary>
    public async ValueTask<object?> Page(IResolveFieldContext context, AgencyYearNode node) => !node.Sight.Trace ? null
        : await pages.Page(context, node.View.Key, node.View.Length, async (after, limit) => Shown(node, (await Grain(node).Trace(after, limit).ConfigureAwait(false)).Entries)).ConfigureAwait(false);

    /// <summary>All entries after a sequence; none where the actor reads no trace.</summary>
    public async Task<IReadOnlyList<TraceEntry>> After(AgencyYearNode node, long after)
    {
        if (!node.Sight.Trace)
            return [];
        var entries = new List<TraceEntry>();
        while (after < node.View.Length)
        {
            var read = await Grain(node).Trace(after, (int)Math.Min(Batch, node.View.Length - after)).ConfigureAwait(false);
            if (read.Entries.Count == 0)
                break;
            entries.AddRange(read.Entries);
            after = read.Entries[^1].Sequence;
        }

        return Shown(node, entries);
    }

    private IReadOnlyList<TraceEntry> Shown(AgencyYearNode node, IEnumerable<TraceEntry> entries) =>
        [.. entries.Select(e => e.Reason is not { } why ? e : e with { Reason = node.Sight.Reason(e.Event, e.Organ) ? text.Masked(why) : null })];

    private IAgencyYearGrain Grain(AgencyYearNode node) => grains.GetGrain<IAgencyYearGrain>(node.View.Key);
}
