using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Assessments;

/// <summary>What changed on a scoreboard since the message before, as one actor sees it.</summary>
internal sealed record ScoreboardChange(IReadOnlyList<ScoreboardLine> Lines, IReadOnlyList<string> Gone, int Count, ScoreboardSums Sums, DateTimeOffset AsOf)
{
    public bool IsNothing => Lines.Count == 0 && Gone.Count == 0;

    /// <summary>The change from what the subscriber was told of, by key and version; none where nothing was yet.</summary>
    public static ScoreboardChange Of(IReadOnlyList<ScoreboardLine> lines, IReadOnlyDictionary<string, long>? told, DateTimeOffset now) => new(
        told is null ? [] : [.. lines.Where(l => !told.TryGetValue(l.Row.Key, out var version) || version != l.Row.Version)],
        told is null ? [] : [.. told.Keys.Except(lines.Select(l => l.Row.Key))], lines.Count, ScoreboardSums.Of(lines, now), now);
}

/// <summary>What changed on a scoreboard.</summary>
internal sealed class ScoreboardChangeType : Described<ScoreboardChange>
{
    public ScoreboardChangeType() : base("ScoreboardChange", "What changed on a scoreboard since the message before (计分榜变更), of what the actor reads.")
    {
        Many<ScoreboardLineType>("lines", "Lines that are new or changed, whole, by agency (变更行). None in the first message, nor where nothing changed.", c => c.Lines).WithAssumedSize(5);
        Many<IdGraphType>("gone", "Ids of lines that stand on it no longer (移出行).", c => c.Gone.Select(GlobalId.OfAgencyYear)).WithAssumedSize(1);
        One<IntGraphType>("totalCount", "How many lines the board has now (总数).", c => c.Count);
        One<ScoreboardSumsType>("sums", "Sums over all of them (合计).", c => c.Sums);
        One<InstantType>("asOf", "The hub's clock when the message was made (截至).", c => c.AsOf);
    }
}

/// <summary>Subscription to a scoreboard: who subscribes is told which lines changed, at most once a second; whoever reads the board once the first message is here misses nothing.</summary>
internal sealed class ScoreboardSubscriptions(WatchedBoards boards, Scoreboards scoreboards, HubClock clock) : IRootFields<HubSubscription>
{
    /// <summary>At most this long between two messages.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public void AddTo(HubSubscription subscription) =>
        subscription.Stream<ScoreboardChangeType, ScoreboardChange>("scoreboardChanged",
                "A scoreboard (计分榜变更): its sums first, then which lines changed, merged to at most one message a second and repeated without lines at least every 10 s. "
                + "Read `scoreboard` when the first message has come, and put what is told meanwhile on top: nothing is missed. NOT_FOUND, also later on, outside of what the actor may see.",
                async (context, viewer) =>
                {
                    var board = Scoreboards.Asked(context);
                    await scoreboards.Read(viewer, board, context.CancellationToken).ConfigureAwait(false);
                    return cancel => Read(viewer, board, cancel);
                })
            .Argument<StringGraphType>("unit", "Code of a township, county or city. Exactly one of unit and department is given, else INVALID_INPUT.")
            .Argument<StringGraphType>("department", "Code of a dispatching department, e.g. `430203:D12`.")
            .Argument<NonNullGraphType<IntGraphType>>("year", "The calendar year, 2018 or later.");

    private async IAsyncEnumerable<ScoreboardChange> Read(Viewer viewer, YearBoard board, [EnumeratorCancellation] CancellationToken cancel)
    {
        var watched = boards.Join(board);
        try
        {
            await watched.Started.WaitAsync(cancel).ConfigureAwait(false);
            var (told, at) = ((Dictionary<string, long>?)null, clock.Time.GetTimestamp());
            while (true)
            {
                var next = watched.NextChange;
                // Whoever may not read the board any more is told so, and nothing else.
                var lines = scoreboards.Lines(viewer, board, watched.Rows);
                var change = ScoreboardChange.Of(lines, told, clock.Now);
                // Rows that can't be trusted are no sign of life: the client finds out by the silence.
                if (told is null || !change.IsNothing || (watched.IsFresh && clock.Time.GetElapsedTime(at) >= Heartbeat))
                {
                    (told, at) = (lines.ToDictionary(l => l.Row.Key, l => l.Row.Version), clock.Time.GetTimestamp());
                    yield return change;
                }

                var rest = Heartbeat - clock.Time.GetElapsedTime(at);
                await Signal.Wait(next, rest > Pause ? rest : Pause, clock.Time, cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            watched.Leave();
        }
    }
}
