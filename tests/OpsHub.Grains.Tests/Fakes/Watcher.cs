using System.Diagnostics;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>Watches a unit and waits, without polling, until its figures are as expected.</summary>
internal sealed class Watcher : IUnitObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lapse = TimeSpan.FromSeconds(10);

    private readonly IUnitGrain _unit;
    private readonly Lock _gate = new();
    private readonly List<LiveFamily> _heard = [];
    private readonly List<LiveFamily> _told = [];
    private readonly List<(Func<LiveFamily, bool> Expected, TaskCompletionSource<LiveFamily> Done)> _waiting = [];

    private IUnitObserver _reference = null!;
    private long _renewed;

    private Watcher(IUnitGrain unit) => _unit = unit;

    /// <summary>Everything heard so far, the first state included.</summary>
    internal IReadOnlyList<LiveFamily> Heard => Copy(_heard);

    /// <summary>What the unit told of itself; answers to the watcher's own calls are not among it.</summary>
    internal IReadOnlyList<LiveFamily> Told => Copy(_told);

    internal static async Task<Watcher> Of(HubCluster hub, UnitCode unit)
    {
        var watcher = new Watcher(hub.Client.Unit(unit));
        watcher._reference = hub.Client.CreateObjectReference<IUnitObserver>(watcher);
        await watcher.Renew();
        return watcher;
    }

    /// <summary>Watches on; the answer is the present state.</summary>
    internal async Task Renew()
    {
        Volatile.Write(ref _renewed, Stopwatch.GetTimestamp());
        Hear(await _unit.Watch(_reference));
    }

    public Task Changed(LiveFamily family)
    {
        lock (_gate)
            _told.Add(family);
        Hear(family);
        return Task.CompletedTask;
    }

    /// <summary>The first state, heard already or still to come, that is as expected.</summary>
    internal async Task<LiveFamily> Until(Func<LiveFamily, bool> expected)
    {
        var done = new TaskCompletionSource<LiveFamily>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_heard.Find(f => expected(f)) is { } already)
                return already;
            _waiting.Add((expected, done));
        }

        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            if (await Task.WhenAny(done.Task, Task.Delay(RenewEvery)) == done.Task)
                return await done.Task;
            await Stay();
        }

        throw new TimeoutException($"Not heard: {string.Join('\n', Heard)}");
    }

    /// <summary>Waits until so many are open.</summary>
    internal Task<LiveFamily> UntilOpen(int count) => Until(f => f.Own.Facts.ByStage.Sum() == count);

    // As any client must, or it lapses on a slow machine. What changed is to be told, so the answer counts only where telling may have ended meanwhile.
    private async Task Stay()
    {
        var before = Volatile.Read(ref _renewed);
        Volatile.Write(ref _renewed, Stopwatch.GetTimestamp());
        var present = await _unit.Watch(_reference);
        if (Stopwatch.GetElapsedTime(before) > Lapse)
            Hear(present);
    }

    private void Hear(LiveFamily family)
    {
        lock (_gate)
        {
            _heard.Add(family);
            foreach (var met in _waiting.Where(w => w.Expected(family)).ToArray())
            {
                _waiting.Remove(met);
                met.Done.SetResult(family);
            }
        }
    }

    private List<LiveFamily> Copy(List<LiveFamily> families)
    {
        lock (_gate)
            return [.. families];
    }
}
