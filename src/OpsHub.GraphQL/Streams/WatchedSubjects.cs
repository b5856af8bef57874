using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Streams;

/// <summary>Subjects of one kind that somebody in this process subscribes to: one observer for each, however many subscribe.</summary>
internal abstract partial class WatchedSubjects(HubClock clock, ILogger log)
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, WatchedSubject> _watched = new();

    /// <summary>How many are watched.</summary>
    public int Watched => _watched.Count;

    /// <summary>Watches a subject for a subscriber, who gives it back with <see cref="Joined.Leave"/>.</summary>
    public WatchedSubject Join(string key)
    {
        while (true)
        {
            var watched = _watched.GetOrAdd(key, k => new WatchedSubject(k));
            if (watched.TryJoin(out var isFirst))
            {
                if (isFirst)
                    _ = Task.Run(() => Keep(watched));
                return watched;
            }

            _watched.TryRemove(new(key, watched));
        }
    }

    /// <summary>Makes the observer known to the subject's grain: how to renew the watch, which gives the trace's length, and how to end it.</summary>
    protected abstract (Func<Task<long>> Renew, Func<Task> End) Attach(WatchedSubject watched);

    private async Task Keep(WatchedSubject watched)
    {
        // A strong reference is held here: the runtime keeps only a weak one to the observer.
        var (renew, end) = Attach(watched);
        while (!watched.Ended.IsCancellationRequested)
        {
            try
            {
                await watched.Changed(watched.Key, await renew().ConfigureAwait(false)).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // a watch that can't be renewed is tried again; changes meanwhile are read when it succeeds
            catch (Exception failure)
            {
                LogNotRenewed(log, failure, watched.Key);
            }
#pragma warning restore CA1031
            await Task.Delay(RenewEvery, clock.Time, watched.Ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _watched.TryRemove(new(watched.Key, watched));
        await end().ConfigureAwait(false);
        GC.KeepAlive(watched);
    }

    [LoggerMessage(LogLevel.Warning, "The watch of {Subject} could not be renewed; it is tried again")]
    private static partial void LogNotRenewed(ILogger log, Exception failure, string subject);
}

/// <summary>One subject that is watched: how long its trace is known to be.</summary>
internal sealed class WatchedSubject(string key) : Joined, ICaseObserver, IConsultationObserver, IAgencyYearObserver
{
    private readonly Lock _gate = new();
    private readonly Signal _changed = new();
    private long _length;

    public string Key => key;

    public long Length => Interlocked.Read(ref _length);

    public Task NextChange => _changed.Next;

    public Task Changed(string key, long length)
    {
        lock (_gate)
        {
            if (length <= _length)
                return Task.CompletedTask;
            Interlocked.Exchange(ref _length, length);
        }

        _changed.Set();
        return Task.CompletedTask;
    }
}
