using GraphQL;
using GraphQL.DataLoader;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Deadlines;
using OpsHub.Domain.Trace;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Cases;

/// <summary>Whole histories of cases, and cases as they once stood, from storage.</summary>
internal sealed class CaseHistories(StoredTraces traces, FreeText text, HubClock clock)
{
    /// <summary>The longest history told in one piece. None is known that comes near it; a longer one is read by pages of its trace.</summary>
    public const int Longest = 2_000;

    /// <summary>All entries of a case as it is shown, oldest first.</summary>
    public IDataLoaderResult<IReadOnlyList<TraceEntry>?> Whole(IResolveFieldContext context, CaseNode of)
    {
        var (actor, length) = (Viewer.Of(context).Actor, Told(of.Loaded));
        return traces.Whole(context, of.Key).Then(all => text.Shown(actor, of.Present, [.. (all ?? []).Take(length)]));
    }

    /// <summary>A page of its trace.</summary>
    public IDataLoaderResult Page(IResolveFieldContext context, CaseNode of)
    {
        var actor = Viewer.Of(context).Actor;
        return traces.Page(context, of.Key, of.Loaded.Length, entries => text.Shown(actor, of.Present, entries));
    }

    /// <summary>The case as it stood; null when it had not been reported yet. Of a case that may be read now: past and present have the same readers, and the same masks.</summary>
    public async Task<CaseNode?> At(CaseView now, DateTimeOffset at)
    {
        var length = Told(now);
        return CaseHistory.At(now.Key, (await traces.Whole(now.Key).ConfigureAwait(false)).Take(length), Instants.Through(at)) is { } then ? CaseNode.Of(then) with { AsOf = at, Present = now.Case } : null;
    }

    /// <summary>A past instant that was asked for.</summary>
    public DateTimeOffset Past(string field, DateTimeOffset at) =>
        at <= clock.Now ? at : throw RequestError.Input(field, $"{field} lies in the future; the hub's time is {Domain.Calendars.LocalDay.Local(clock.Now):O}.");

    private static int Told(CaseView view) => view.Length <= Longest ? (int)view.Length
        : throw new RequestError("TOO_MANY", $"This history has {view.Length} entries; more than {Longest} are read by pages of trace.");
}
