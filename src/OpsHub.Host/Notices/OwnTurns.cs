using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpsHub.Contracts.Notices;

namespace OpsHub.Host.Notices;

/// <summary>The turns this process has: taken from the database when they are needed, and kept while they are young, so that an idle hub writes nothing.</summary>
internal sealed class OwnTurns(INoticeQueue queue)
{
    /// <summary>How long others wait for a process that died.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromSeconds(45);

    // Well before it lapses, and with room for one message that takes its whole time.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(15);

    private readonly string _owner = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private readonly ConcurrentDictionary<string, DateTimeOffset> _taken = new();

    public async Task<Turn?> Take(string name, DateTimeOffset now, CancellationToken cancel)
    {
        var turn = new Turn(name, _owner);
        if (_taken.TryGetValue(name, out var taken) && now - taken < Young)
            return turn;
        if (!await queue.Take(turn, now, Keep, cancel))
        {
            _taken.TryRemove(name, out _);
            return null;
        }

        _taken[name] = now;
        return turn;
    }
}
