using System.Collections.Concurrent;
using OpsHub.Domain.Notices;

namespace OpsHub.Host.Notices;

/// <summary>How fast messages leave through each channel (限流): a rate for all of them, and after a bundle a pause for those that are no emergency.
/// Kept by the process whose turn the channel is.</summary>
internal sealed class Throttle(NoticeRules rules)
{
    // A few seconds' worth may leave at once.
    private const double BurstSeconds = 3;

    private readonly ConcurrentDictionary<string, State> _channels = new();

    /// <summary>Whether a message may leave now; it is counted if so.</summary>
    public bool May(NoticeChannel channel, DateTimeOffset now)
    {
        var perSecond = rules.RateOf(channel.Kind) / 60.0;
        var most = Math.Max(1, Math.Floor(perSecond * BurstSeconds));
        var state = _channels.GetOrAdd(channel.Id, _ => new State { Left = most, At = now });
        lock (state)
        {
            state.Left = Math.Min(most, state.Left + (Math.Max(0, (now - state.At).TotalSeconds) * perSecond));
            state.At = now;
            if (state.Left < 1 - 1e-9)
                return false;
            state.Left--;
            return true;
        }
    }

    /// <summary>Gives back what was counted for nothing.</summary>
    public void Return(string channel)
    {
        if (!_channels.TryGetValue(channel, out var state))
            return;
        lock (state)
            state.Left++;
    }

    /// <summary>Whether the channel still gathers after a bundle.</summary>
    public bool Gathers(string channel, DateTimeOffset now) => _channels.TryGetValue(channel, out var state) && now < state.GathersUntil;

    /// <summary>A bundle went out: what comes next waits and goes together.</summary>
    public void Bundled(string channel, DateTimeOffset now)
    {
        if (_channels.TryGetValue(channel, out var state))
            state.GathersUntil = now + rules.BundleEvery;
    }

    private sealed class State
    {
        public double Left { get; set; }

        public DateTimeOffset At { get; set; }

        public DateTimeOffset GathersUntil { get; set; }
    }
}
