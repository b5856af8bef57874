using System.Runtime.CompilerServices;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>A unit's figures and its children's at a moment.</summary>
internal sealed record UnitSummaryChange(SummaryView Summary, IReadOnlyList<SummaryView> Children, bool Heartbeat, DateTimeOffset ServerTime);

/// <summary>A unit's figures for one subscriber: read when the client is ready for them, so that the newest always wins and a slow wall costs nothing.</summary>
internal sealed class SummaryStream(LiveUnits live, Summaries summaries, Access access, HubClock clock)
{
    /// <summary>At least this long between two messages: about four a second.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>At most this long between two messages.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    /// <param name="viewer">Who subscribes.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="seen">The pair of the last message the client has; null for none.</param>
    /// <param name="cancel">The client has gone.</param>
    public async IAsyncEnumerable<UnitSummaryChange> Read(Viewer viewer, UnitCode unit, (long Epoch, long Version)? seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watched = await live.Join(unit).ConfigureAwait(false);
        try
        {
            var held = seen is { } pair && watched.Reading().Own.IsOf(pair.Epoch, pair.Version) ? watched.Reading().Own : null;
            while (true)
            {
                var next = watched.NextChange;
                var reading = watched.Reading();
                var isChange = held is null || !SamePair(held, reading.Own);
                if (isChange || !await Signal.Wait(next, Heartbeat, clock.Time, cancel).ConfigureAwait(false))
                {
                    // Figures that can't be trusted are no sign of life: the client finds out by the silence.
                    if (!isChange && !watched.IsFresh)
                        continue;
                    access.RequireStatus(viewer.Actor, unit);
                    reading = watched.Reading();
                    held = reading.Own;
                    yield return new UnitSummaryChange(reading.Own, summaries.OfChildren(viewer.Actor, reading, unit), !isChange, clock.Now);
                    await Task.Delay(Pause, clock.Time, cancel).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            watched.Leave();
        }
    }

    private static bool SamePair(SummaryView a, SummaryView b) => a.Epoch == b.Epoch && a.Version == b.Version;
}
