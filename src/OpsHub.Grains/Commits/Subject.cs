using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>What a decision may look at: the state, the sequence that its first event will have, and the instant at which it takes effect.</summary>
internal readonly record struct Standing<TState>(TState? State, long NextSequence, DateTimeOffset Now)
    where TState : class;

/// <summary>The one path for every change: decide, write, publish, reply. Composed into each grain that has stored state.
/// Memory never runs ahead of disk: after any storage error the state is read again before it is used.</summary>
internal sealed class Subject<TState, TEvent>(
    string key, IPersistentState<SubjectDocument<TState>> store, SubjectShape<TState, TEvent> shape, CommitServices services, Action drop)
    where TState : class
    where TEvent : notnull
{
    private readonly Publisher<TState, TEvent> _publisher = new(key, store, shape, services);
    private bool _stale;

    /// <summary>The state as stored; null before the first event.</summary>
    public TState? State => store.State.State;

    /// <summary>The trace as stored.</summary>
    public TraceChain Trace => store.State.Trace;

    /// <summary>Called after each change that became durable.</summary>
    public Action? Changed { get; set; }

    /// <summary>Carries out a command: the first answer for a repeated id, a refusal, or events that are durable and in the index when this returns.</summary>
    public async Task<CommandReply> Commit(CommandContext context, string body, Func<Standing<TState>, ValueTask<Decision<TEvent>>> decide)
    {
        if (CommandChecks.Id(context) is { } badId)
            return Refused(badId);
        var bodyHash = CommandIds.Hash(body, context.OccurredAt?.UtcTicks.ToString() ?? "");
        var started = services.Clock.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Attempt(context, bodyHash, decide);
            }
            catch (Exception error) when (error.GetBaseException() is StorageOverloadedException) // the provider wraps it
            {
                _stale = true;
                return Refused(CommandChecks.Busy);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The write may have committed although it failed here; the command id in the re-read trace tells.
                _stale = true;
                CommitLog.StorageFailed(services.Logger, key, attempt, error);
                if (services.Clock.Time.GetElapsedTime(started) > CommitServices.Patience)
                {
                    drop();
                    return Refused(CommandChecks.Busy);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << attempt, 1000)));
            }
        }
    }

    /// <summary>Trace entries after a sequence, oldest first, from segments where they have left the document.</summary>
    public async Task<IReadOnlyList<TraceEntry>> Entries(long after, int limit)
    {
        await ReadIfStale();
        var recent = Trace.Recent;
        if (Trace.Segments == 0 || (recent.Count > 0 && after >= recent[0].Sequence - 1))
            return [.. recent.Where(e => e.Sequence > after).Take(limit)];
        var segments = await services.Segments.Read(key);
        return [.. segments.SelectMany(s => s.Entries).Concat(recent).Where(e => e.Sequence > after).Take(limit)];
    }

    /// <summary>Publishes the stored version again: index, pushes, mark. Does nothing for a subject without state.</summary>
    public async Task Republish()
    {
        await ReadIfStale();
        await _publisher.Everything();
    }

    private async Task<CommandReply> Attempt(CommandContext context, string bodyHash, Func<Standing<TState>, ValueTask<Decision<TEvent>>> decide)
    {
        await ReadIfStale();
        if (await FindRepeated(context, bodyHash) is { } repeated)
            return repeated;
        var now = services.Clock.Now;
        if ((CommandChecks.Occurred(context, now) ?? CommandChecks.Version(context, Trace)) is { } refusal)
            return Refused(refusal);
        var standing = new Standing<TState>(State, Trace.Length + 1, context.OccurredAt ?? now);
        var decision = await decide(standing);
        if (decision.IsRefused)
            return Refused(decision.Refusal);
        if (decision.Events.IsEmpty)
            return Accepted(Trace.Length, repeated: false);
        await Write(TraceWriter.Append(key, store.State, shape, context, bodyHash, now, decision.Events));
        var sequence = Trace.Length;
        services.Faults.AfterWrite();
        await _publisher.Index();
        Changed?.Invoke();
        _publisher.PushAfterReply();
        return Accepted(sequence, repeated: false);
    }

    private async Task Write(SubjectDocument<TState> next)
    {
        while (next.Trace.Overflow(key) is { } segment)
        {
            await services.Segments.Append(segment);
            next = next with { Trace = next.Trace.WithoutOldest() };
        }

        var before = store.State;
        try
        {
            store.State = next;
            await store.WriteStateAsync();
        }
        catch
        {
            // Whether it was written is unknown: show what was known before, and read again before the next decision.
            store.State = before;
            _stale = true;
            throw;
        }
    }

    /// <summary>Reads the state again if a write failed since.</summary>
    public async Task ReadIfStale()
    {
        if (!_stale)
            return;
        await store.ReadStateAsync();
        _stale = false;
    }

    private async Task<CommandReply?> FindRepeated(CommandContext context, string bodyHash)
    {
        var known = Trace.OfCommand(context.Key) is { IsEmpty: false } recent ? recent[^1]
            : Trace.Segments > 0 ? await services.Segments.FindCommand(key, context.Key) : null;
        if (known is null)
            return null;
        if (known.Body != bodyHash)
            return Refused(CommandChecks.Conflict(State is { } s ? shape.NumberOf(s) : null));
        await _publisher.IndexIfPending();
        return Accepted(known.Sequence, repeated: true);
    }

    private CommandReply Accepted(long sequence, bool repeated) => new(key, null, sequence, State is { } s ? shape.NumberOf(s) : null, repeated);

    private CommandReply Refused(Refusal refusal) => new(key, refusal, Trace.Length, State is { } s ? shape.NumberOf(s) : null);
}
