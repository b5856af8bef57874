using System.Runtime.ExceptionServices;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;

namespace OpsHub.Grains.Commits;

/// <summary>What a decision may look at: the state, the sequence that its first event will have, and the instant at which it takes effect.</summary>
internal readonly record struct Standing<TState>(TState? State, long NextSequence, DateTimeOffset Now)
    where TState : class;

/// <summary>Of the command that creates a subject: the subject's key is its identity then, whatever the command id. Who else sent it before is
/// told only to those who may send it.</summary>
/// <param name="Refuses">Why the actor may not be told that the subject exists; null when it may.</param>
internal sealed record Beginning<TState>(Func<TState, Refusal?> Refuses);

/// <summary>The one path for every change: decide, write, publish, reply. Composed into each grain that has stored state.
/// Memory never runs ahead of disk: after any storage error the state is read again before it is used.</summary>
internal sealed class Subject<TState, TEvent>(
    string key, StoredDocument<TState> stored, SubjectShape<TState, TEvent> shape, CommitServices services, Action drop)
    where TState : class
    where TEvent : notnull
{
    private readonly Publisher<TState, TEvent> _publisher = new(key, stored, shape, services, new(key, stored, services.Segments));
    private readonly TraceHistory<TState> _history = new(key, stored, services.Segments);
    private long _told = stored.Document.Trace.Length;
    private bool _left; // written, to be published by Settle

    /// <summary>The state as stored; null before the first event.</summary>
    public TState? State => stored.Document.State;

    /// <summary>The trace as stored.</summary>
    public TraceChain Trace => stored.Document.Trace;

    /// <summary>Called after each change that became durable.</summary>
    public Action? Changed { get; set; }

    /// <summary>Carries out a command: the first answer for a repeated id, a refusal, or events that are durable and in the index when this returns.</summary>
    /// <param name="context">Who gives the command, under which id.</param>
    /// <param name="body">The command itself, to tell a retry from a conflict.</param>
    /// <param name="prepare">Looks up what the decision rests on, and returns the pure decision. A look-up that fails is tried again; a decision that throws is a mistake
    /// in the program and goes to the caller as it is.</param>
    /// <param name="begins">For the command that creates the subject; null for all others.</param>
    /// <param name="settles">The caller calls <see cref="Settle"/> afterwards: nothing is published before. For what nobody waits for.</param>
    public async Task<CommandReply> Commit(
        CommandContext context, string body, Func<Standing<TState>, ValueTask<Func<Decision<TEvent>>>> prepare, Beginning<TState>? begins = null, bool settles = false)
    {
        if (CommandChecks.Id(context) is { } badId)
            return Refused(context, badId);
        var bodyHash = CommandIds.Hash(body, context.OccurredAt?.UtcTicks.ToString() ?? "");
        var started = services.Clock.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Attempt(context, bodyHash, prepare, begins, settles);
            }
            catch (MistakeException mistake)
            {
                ExceptionDispatchInfo.Throw(mistake.InnerException!);
            }
            catch (Exception error) when (error.GetBaseException() is StorageOverloadedException) // the provider wraps it
            {
                stored.Doubt();
                return Refused(context, CommandChecks.Busy);
            }
            catch (Exception error) // nobody can cancel a command, so a cancellation too is the storage's
            {
                // The write may have committed although it failed here; the command id in the re-read trace tells.
                stored.Doubt();
                CommitLog.StorageFailed(services.Logger, key, attempt, error);
                if (services.Clock.Time.GetElapsedTime(started) > CommitServices.Patience)
                {
                    drop();
                    return Refused(context, CommandChecks.Busy);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(50 << attempt, 1000)), services.Clock.Time);
            }
        }
    }

    /// <summary>Trace entries after a sequence, oldest first, from segments where they have left the document.</summary>
    public async Task<IReadOnlyList<TraceEntry>> Entries(long after, int limit)
    {
        await stored.ReadIfDoubtful();
        return await _history.After(after, limit);
    }

    /// <summary>The same with the length of the whole trace, for those who ask a grain; at most 200.</summary>
    public async Task<TraceSlice> Slice(long after, int limit) => new(await Entries(after, Math.Clamp(limit, 1, 200)), Trace.Length);

    /// <summary>Reads the state again if a write failed since.</summary>
    public Task ReadIfDoubtful() => stored.ReadIfDoubtful();

    /// <summary>Somebody read in the index that a version is published: nothing of its trace needs to be published again by an activation that wrote nothing yet.</summary>
    public void IsPublished(long version) => _publisher.Known(version);

    /// <summary>Publishes what a commit left for it, unless another has meanwhile.</summary>
    public async Task Settle()
    {
        await stored.ReadIfDoubtful();
        if (!_left)
            return;
        await _publisher.IndexIfPending();
        _left = false;
        _publisher.PushAfterReply();
    }

    /// <summary>Publishes the stored version again: index, pushes, mark. Does nothing for a subject without state.</summary>
    public async Task Republish()
    {
        await stored.ReadIfDoubtful();
        // What is merely left has nothing before it that was lost.
        await (_left ? _publisher.Left() : _publisher.Everything());
        _left = false;
        Tell();
    }

    private async Task<CommandReply> Attempt(
        CommandContext context, string bodyHash, Func<Standing<TState>, ValueTask<Func<Decision<TEvent>>>> prepare, Beginning<TState>? begins, bool settles)
    {
        await stored.ReadIfDoubtful();
        if (await FindRepeated(context, bodyHash, begins) is { } repeated)
            return repeated;
        // Time never runs backwards for a subject, though another machine with a faster clock wrote its last step.
        var now = services.Clock.Now is var hub && Trace.Recent is [.., var last] && last.At > hub ? last.At : hub;
        // What happened since is told to those who read the subject; anyone else is judged by right first.
        var stale = CommandChecks.Version(context, Trace, shape.NameOf);
        var told = State is { } present && shape.Reads(context.Actor, present);
        if ((CommandChecks.Occurred(context, now) ?? (told ? stale : null)) is { } refusal)
            return Refused(context, refusal);
        var decide = await prepare(new Standing<TState>(State, Trace.Length + 1, context.OccurredAt ?? now));
        var decision = MistakeException.Marking(decide);
        if (decision.IsRefused)
            return Refused(context, decision.Refusal);
        if (stale is not null)
            return Refused(context, CommandChecks.Changed);
        if (decision.Events.IsEmpty)
            return Accepted(Trace.Length, repeated: false);
        await Write(MistakeException.Marking(() => TraceWriter.Append(key, stored.Document, shape, context, bodyHash, now, decision.Events)));
        var sequence = Trace.Length;
        services.Faults.AfterWrite();
        _left = settles;
        if (!settles)
            await _publisher.Index();
        Tell();
        if (!settles)
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

        await stored.Write(next);
    }

    private async Task<CommandReply?> FindRepeated(CommandContext context, string bodyHash, Beginning<TState>? begins)
    {
        var own = await _history.Last(context.Key);
        var known = own ?? (begins is null ? null : await _history.First());
        if (known is null)
            return null;
        if (own is null && State is { } before && begins!.Refuses(before) is { } forbidden)
            return new(key, forbidden, 0);
        if (known.Body != bodyHash)
            return Refused(context, CommandChecks.Conflict(NumberFor(context.Actor)));
        // Its first answer may have been lost after the write: whatever was left undone then is done now.
        await _publisher.IndexIfPending();
        Tell();
        _publisher.PushAfterReply();
        return Accepted(known.Sequence, repeated: true);
    }

    private void Tell()
    {
        if (_told == Trace.Length)
            return;
        _told = Trace.Length;
        Changed?.Invoke();
    }

    private CommandReply Accepted(long sequence, bool repeated) => new(key, null, sequence, State is { } s ? shape.NumberOf(s) : null, repeated);

    private CommandReply Refused(CommandContext context, Refusal refusal) => new(key, refusal, Trace.Length, NumberFor(context.Actor));

    // What was refused is no receipt: the number is for those who may read the subject.
    private string? NumberFor(Actor actor) => State is { } s && shape.Reads(actor, s) ? shape.NumberOf(s) : null;
}
