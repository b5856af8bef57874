namespace OpsHub.Grains.Commits;

/// <summary>Those who watch a grain: each lapses 10 s after it last renewed. Telling never waits and never fails.</summary>
internal sealed class Observers<T>(TimeProvider time)
    where T : class, IGrainObserver
{
    private static readonly TimeSpan Lapse = TimeSpan.FromSeconds(10);

    private readonly Dictionary<T, long> _renewed = [];

    /// <summary>True while anyone watches.</summary>
    public bool Any => _renewed.Count > 0;

    /// <summary>Adds an observer or keeps it for another while.</summary>
    public void Renew(T observer) => _renewed[observer] = time.GetTimestamp();

    /// <summary>Removes an observer.</summary>
    public void Remove(T observer) => _renewed.Remove(observer);

    /// <summary>Sends to everyone; delivery is at most once, so what is sent carries a version.</summary>
    public void Tell(Func<T, Task> send)
    {
        if (_renewed.Count == 0)
            return;
        foreach (var gone in _renewed.Where(r => time.GetElapsedTime(r.Value) > Lapse).Select(r => r.Key).ToList())
            _renewed.Remove(gone);
        foreach (var observer in _renewed.Keys)
            send(observer).Ignore();
    }
}
