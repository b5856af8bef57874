using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Deadlines;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Scoreboards that somebody in this process subscribes to: one reader for each, however many subscribe. Every second it asks which years stand on the board and in which
/// version, and reads those that are new: whatever happened within that second, in whichever process, is one change.</summary>
internal sealed partial class WatchedBoards(IAgencyYearIndex index, HubClock clock, ILogger<WatchedBoards> log)
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<YearBoard, WatchedBoard> _watched = new();

    /// <summary>How many are watched.</summary>
    public int Watched => _watched.Count;

    /// <summary>Watches a board for a subscriber, who gives it back with <see cref="Joined.Leave"/>.</summary>
    public WatchedBoard Join(YearBoard board)
    {
        while (true)
        {
            var watched = _watched.GetOrAdd(board, b => new WatchedBoard(b, clock.Time));
            if (watched.TryJoin(out var isFirst))
            {
                if (isFirst)
                    _ = Task.Run(() => Keep(watched));
                return watched;
            }

            _watched.TryRemove(new(board, watched));
        }
    }

    private async Task Keep(WatchedBoard watched)
    {
        while (!watched.Ended.IsCancellationRequested)
        {
            try
            {
                await watched.Read(index).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (watched.Ended.IsCancellationRequested)
            {
            }
#pragma warning disable CA1031 // a reader that many subscribers share goes on after a failure of the database
            catch (Exception failure)
            {
                LogNotRead(log, failure, watched.Board.Of.Value, watched.Board.Year);
            }
#pragma warning restore CA1031
            await Task.Delay(ReadEvery, clock.Time, watched.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _watched.TryRemove(new(watched.Board, watched));
    }

    [LoggerMessage(LogLevel.Warning, "The scoreboard of {Of} for {Year} could not be read; it is read again in a second")]
    private static partial void LogNotRead(ILogger log, Exception failure, string of, int year);
}

/// <summary>One board that is watched, with its rows as they were read last.</summary>
internal sealed class WatchedBoard(YearBoard board, TimeProvider time) : Joined
{
    // A reader that the database keeps waiting for longer knows nothing of the present.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    private readonly Signal _changed = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ImmutableDictionary<string, AgencyYearRow> _rows = ImmutableDictionary<string, AgencyYearRow>.Empty;
    private long _readAt;

    public YearBoard Board => board;

    /// <summary>Completes once its rows are here.</summary>
    public Task Started => _started.Task;

    /// <summary>Completes at the next change; take it before reading.</summary>
    public Task NextChange => _changed.Next;

    /// <summary>Its rows, whoever may read them.</summary>
    public IEnumerable<AgencyYearRow> Rows => _rows.Values;

    /// <summary>Whether the rows are as the database has them.</summary>
    public bool IsFresh => Started.IsCompleted && time.GetElapsedTime(Interlocked.Read(ref _readAt)) < Trusted;

    /// <summary>Reads what is new.</summary>
    public async Task Read(IAgencyYearIndex index)
    {
        var versions = await index.Versions(board, Ended).ConfigureAwait(false);
        var former = _rows;
        var changed = versions.Where(v => former.GetValueOrDefault(v.Key)?.Version != v.Value).Select(v => v.Key).ToList();
        if (changed.Count > 0 || versions.Count != former.Count)
        {
            var read = changed.Count == 0 ? ImmutableDictionary<string, AgencyYearRow>.Empty : await index.ByKey(changed, Ended).ConfigureAwait(false);
            _rows = versions.Keys.Select(key => read.GetValueOrDefault(key) ?? former.GetValueOrDefault(key)).OfType<AgencyYearRow>().ToImmutableDictionary(r => r.Key);
        }

        Interlocked.Exchange(ref _readAt, time.GetTimestamp());
        if (!_started.TrySetResult() && !ReferenceEquals(_rows, former))
            _changed.Set();
    }
}
