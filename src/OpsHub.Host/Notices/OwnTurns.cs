using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpsHub.Contracts.Notices;
using OpsHub.Storage;

namespace OpsHub.Host.Notices;

/// <summary>The turns this process has: taken from the database when they are needed, and kept while they are young, so that an idle hub writes nothing.</summary>
internal sealed class OwnTurns(INoticeQueue queue, string owner)
{
    /// <summary>How long others wait for a process that died while it sent: longer than a message may take.</summary>
    public static readonly TimeSpan Sending = TimeSpan.FromSeconds(45);

    /// <summary>How long others wait for one that died while it handed out, which is short work, and an emergency may wait behind it.</summary>
    public static readonly TimeSpan HandingOut = TimeSpan.FromSeconds(9);

    private readonly ConcurrentDictionary<string, (Turn Turn, DateTimeOffset At)> _taken = new();

    /// <summary>A data folder has one process at a time, so that the next one need not wait for the one before; processes on a database each have a name of their own.</summary>
    public static string OwnerOn(StorageKind storage) => storage == StorageKind.Sqlite ? "embedded" : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The turn, or null while another process has it.</summary>
    public async Task<Turn?> Take(string name, DateTimeOffset now, TimeSpan keep, CancellationToken cancel)
    {
        var turn = new Turn(name, owner);
        if (_taken.TryGetValue(name, out var taken) && now - taken.At < keep / 3)
            return turn;
        if (!await queue.Take(turn, now, keep, cancel))
        {
            _taken.TryRemove(name, out _);
            return null;
        }

        _taken[name] = (turn, now);
        return turn;
    }

    /// <summary>Gives them back, so that others need not wait.</summary>
    public async Task Release(DateTimeOffset now)
    {
        foreach (var (name, (turn, _)) in _taken)
        {
            _taken.TryRemove(name, out _);
            await queue.Take(turn, now, TimeSpan.FromTicks(-1));
        }
    }
}
