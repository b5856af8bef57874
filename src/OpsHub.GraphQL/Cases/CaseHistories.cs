using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Cases;

/// <summary>Whole histories of cases, and cases as they once stood.</summary>
internal sealed class CaseHistories(IGrainFactory grains, ISegmentStore segments, HubClock clock)
{
    /// <summary>The longest history told in one piece. None is known that comes near it; a longer one is read by pages of its trace.</summary>
    public const int Longest = 2_000;

    // What a case's grain gives at once.
    private const int Piece = 200;

    /// <summary>All entries up to a length, oldest first. Segments never change, so they are read past the grain, each once; it gives what is newer.</summary>
    public async Task<IReadOnlyList<TraceEntry>> Whole(string key, long length)
    {
        if (length > Longest)
            throw new RequestError("TOO_MANY", $"This history has {length} entries; more than {Longest} are read by pages of trace.");
        var found = new List<TraceEntry>((int)length);
        if (length > TraceChain.SegmentSize)
            found.AddRange((await segments.Read(key).ConfigureAwait(false)).SelectMany(s => s.Entries).Take((int)length));
        while (found.Count < length && await grains.Case(key).Trace(found.Count, Piece).ConfigureAwait(false) is { Count: > 0 } piece)
            found.AddRange(piece.Take((int)length - found.Count));
        return found;
    }

    /// <summary>The case as it stood; null when it had not been reported yet. Of a case that may be read now: past and present have the same readers, and the same masks.</summary>
    public async Task<CaseNode?> At(CaseView now, DateTimeOffset at) =>
        CaseHistory.At(now.Key, await Whole(now.Key, now.Length).ConfigureAwait(false), Instants.Through(at)) is { } then ? CaseNode.Of(then) with { AsOf = at, Present = now.Case } : null;

    /// <summary>A past instant that was asked for.</summary>
    public DateTimeOffset Past(string field, DateTimeOffset at) =>
        at <= clock.Now ? at : throw RequestError.Input(field, $"{field} lies in the future; the hub's time is {Domain.Calendars.LocalDay.Local(clock.Now):O}.");
}
