using OpsHub.Contracts.Cases;

namespace OpsHub.Grains.Tests.Cases;

/// <summary>Watches a case and waits, without polling, until its trace is so long.</summary>
internal sealed class CaseWatcher : ICaseObserver
{
    private readonly ICaseGrain _case;
    private readonly Lock _gate = new();
    private readonly List<long> _heard = [];
    private readonly List<(long Length, TaskCompletionSource Done)> _waiting = [];
    private ICaseObserver _reference = null!;

    private CaseWatcher(ICaseGrain @case) => _case = @case;

    /// <summary>Lengths it was told, in order.</summary>
    internal IReadOnlyList<long> Heard
    {
        get
        {
            lock (_gate)
                return [.. _heard];
        }
    }

    internal static async Task<CaseWatcher> Of(CaseTown town, string key)
    {
        var watcher = new CaseWatcher(town.Case(key));
        watcher._reference = town.Hub.Client.CreateObjectReference<ICaseObserver>(watcher);
        await watcher.Renew();
        return watcher;
    }

    internal Task<long> Renew() => _case.Watch(_reference);

    internal Task End() => _case.Unwatch(_reference);

    public Task Changed(string key, long length)
    {
        lock (_gate)
        {
            _heard.Add(length);
            foreach (var met in _waiting.Where(w => w.Length <= length).ToArray())
            {
                _waiting.Remove(met);
                met.Done.SetResult();
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Until it was told of this length.</summary>
    internal Task Until(long length)
    {
        lock (_gate)
        {
            if (_heard.Exists(h => h >= length))
                return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((length, done));
            return done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }
}
