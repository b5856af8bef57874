using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Streams;

namespace OpsHub.GraphQL.Cases;

/// <summary>Events of units for subscribers: one reader for each unit however many subscribe, each of whom keeps only its own place.</summary>
internal sealed partial class UnitEvents(LiveUnits live, IHubIndex index, Access access, HubClock clock, ILogger<UnitEvents> log)
{
    private const int Overlap = 1_000;
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MayBeLate = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<UnitCode, Lazy<Shared>> _readers = new();

    /// <summary>How many units are being read.</summary>
    public int Readers => _readers.Count;

    public async IAsyncEnumerable<PlacedEvent> Read(Viewer viewer, UnitCode unit, long? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var shared = Join(unit);
        try
        {
            // Who was there before the reader began hears all that it has read since, however late its turn comes.
            var waited = !shared.Reader.IsCompleted;
            var reader = await shared.Reader.WaitAsync(cancel).ConfigureAwait(false);
            var begins = waited ? reader.Began : (reader.End, reader.Newest);
            var place = after is { } last ? reader.After(last) : begins.End;
            var reached = after ?? begins.Newest;
            // What was caught up from the index, and this process's reader may come to know as well.
            var caught = new HashSet<(string Case, long Sequence)>();
            while (true)
            {
                var next = reader.NextChange;
                var known = place is { } here ? reader.From(here) : null;
                if (known is null)
                {
                    // Not known here any more, or never was.
                    var newest = reader.Newest;
                    place = reader.End;
                    await foreach (var happened in CatchUp(unit, reached, cancel).ConfigureAwait(false))
                    {
                        access.RequireStatus(viewer.Actor, unit);
                        if (happened.Position > newest)
                            caught.Add((happened.Row.Case, happened.Row.Sequence));
                        reached = Math.Max(reached, happened.Position);
                        yield return happened;
                    }

                    continue;
                }

                foreach (var happened in known)
                {
                    place++;
                    if (caught.Remove((happened.Row.Case, happened.Row.Sequence)))
                        continue;
                    access.RequireStatus(viewer.Actor, unit);
                    reached = Math.Max(reached, happened.Position);
                    yield return happened;
                }

                if (known.Count == 0)
                    await next.WaitAsync(cancel).ConfigureAwait(false);
            }
        }
        finally
        {
            shared.Leave();
        }
    }

    private async IAsyncEnumerable<PlacedEvent> CatchUp(UnitCode unit, long seen, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Lower positions that appeared after the client had read its last one: recent ones come again rather than never.
        var from = Math.Max(0, seen - Overlap);
        var young = clock.Now - MayBeLate;
        while (true)
        {
            var read = await index.Events(unit, from, UnitEventReader.Batch, cancel).ConfigureAwait(false);
            foreach (var (position, row) in read)
            {
                if (position > seen || (position < seen && row.At >= young))
                    yield return new PlacedEvent(position, row);
            }

            if (read.Count < UnitEventReader.Batch)
                yield break;
            from = read[^1].Position;
        }
    }

    private Shared Join(UnitCode unit)
    {
        while (true)
        {
            var lazy = _readers.GetOrAdd(unit, code => new(() => new Shared(this, code)));
            if (lazy.Value.TryJoin(out _))
                return lazy.Value;
            _readers.TryRemove(new(unit, lazy));
        }
    }

    private async Task Keep(UnitCode unit, TaskCompletionSource<UnitEventReader> ready, CancellationToken ended)
    {
        var reader = new UnitEventReader(unit, index, clock);
        WatchedUnit? watched = null;
        while (!ended.IsCancellationRequested)
        {
            try
            {
                watched ??= await live.Join(unit).ConfigureAwait(false);
                var next = watched.NextChange;
                if (!ready.Task.IsCompleted)
                    await reader.Begin(ended).ConfigureAwait(false);
                else
                    await reader.Read(ended).ConfigureAwait(false);
                ready.TrySetResult(reader);
                await Signal.Wait(next, ReadEvery, clock.Time, ended).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
            }
#pragma warning disable CA1031 // a reader that many subscribers share goes on after a failure of the database or a grain
            catch (Exception failure)
            {
                LogNotRead(log, failure, unit.Value);
                await Task.Delay(ReadEvery, clock.Time, CancellationToken.None).ConfigureAwait(false);
            }
#pragma warning restore CA1031
        }

        watched?.Leave();
        ready.TrySetCanceled(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "Events of unit {Unit} could not be read; they are read again in a moment")]
    private static partial void LogNotRead(ILogger log, Exception failure, string unit);

    /// <summary>A reader with those who share it; ends with the last of them.</summary>
    private sealed class Shared : Joined
    {
        private readonly TaskCompletionSource<UnitEventReader> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Shared(UnitEvents owner, UnitCode unit) => _ = Task.Run(() => owner.Keep(unit, _ready, Ended));

        public Task<UnitEventReader> Reader => _ready.Task;
    }
}
