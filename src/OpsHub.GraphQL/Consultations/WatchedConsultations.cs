using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>Consultations that somebody in this process subscribes to: one observer for each, however many subscribe.</summary>
internal sealed partial class WatchedConsultations(IGrainFactory grains, HubClock clock, ILogger<WatchedConsultations> log)
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, WatchedConsultation> _watched = new();

    /// <summary>How many are watched.</summary>
    public int Watched => _watched.Count;

    /// <summary>Watches a consultation for a subscriber, who gives it back with <see cref="WatchedConsultation.Leave"/>.</summary>
    public WatchedConsultation Join(string key)
    {
        while (true)
        {
            var watched = _watched.GetOrAdd(key, k => new WatchedConsultation(k));
            if (watched.TryJoin(out var isFirst))
            {
                if (isFirst)
                    _ = Task.Run(() => Keep(watched));
                return watched;
            }

            _watched.TryRemove(new(key, watched));
        }
    }

    private async Task Keep(WatchedConsultation watched)
    {
        var grain = grains.Consultation(watched.Key);
        // A strong reference is held here: the runtime keeps only a weak one to the observer.
        var reference = grains.CreateObjectReference<IConsultationObserver>(watched);
        while (!watched.Ended.IsCancellationRequested)
        {
            try
            {
                await watched.Changed(watched.Key, await grain.Watch(reference).ConfigureAwait(false)).ConfigureAwait(false);
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
        await grain.Unwatch(reference).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        grains.DeleteObjectReference<IConsultationObserver>(reference);
        GC.KeepAlive(watched);
    }

    [LoggerMessage(LogLevel.Warning, "The watch of {Consultation} could not be renewed; it is tried again")]
    private static partial void LogNotRenewed(ILogger log, Exception failure, string consultation);
}

/// <summary>One consultation that is watched: how long its trace is known to be.</summary>
internal sealed class WatchedConsultation(string key) : IConsultationObserver
{
    private readonly Lock _gate = new();
    private readonly Signal _changed = new();
    private readonly CancellationTokenSource _ended = new();
    private long _length;
    private int _joined;

    public string Key => key;

    public long Length => Interlocked.Read(ref _length);

    public Task NextChange => _changed.Next;

    public CancellationToken Ended => _ended.Token;

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

    public bool TryJoin(out bool isFirst)
    {
        lock (_gate)
        {
            isFirst = _joined == 0;
            if (_ended.IsCancellationRequested)
                return false;
            _joined++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_joined == 0)
                _ended.Cancel();
        }
    }
}
