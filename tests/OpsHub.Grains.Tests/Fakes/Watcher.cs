using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>Watches a unit and waits, without polling, until its figures are as expected.</summary>
internal sealed class Watcher : IUnitObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IUnitGrain _unit;
    private readonly Lock _gate = new();
    private readonly List<LiveFamily> _heard = [];
    private readonly List<(Func<LiveFamily, bool> Expected, TaskCompletionSource<LiveFamily> Done)> _waiting = [];

    private IUnitObserver _reference = null!;

    private Watcher(IUnitGrain unit) => _unit = unit;

    /// <summary>Everything heard so far, the first state included.</summary>
    internal IReadOnlyList<LiveFamily> Heard
    {
        get
        {
            lock (_gate)
                return [.. _heard];
        }
    }

    internal static async Task<Watcher> Of(HubCluster hub, UnitCode unit)
    {
        var watcher = new Watcher(hub.Client.Unit(unit));
        watcher._reference = hub.Client.CreateObjectReference<IUnitObserver>(watcher);
        await watcher.Renew();
        return watcher;
    }

    /// <summary>Watches on; the answer is the present state.</summary>
    internal async Task Renew() => await Changed(await _unit.Watch(_reference));

    public Task Changed(LiveFamily family)
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

        return Task.CompletedTask;
    }

    /// <summary>The first state, heard already or still to come, that is as expected.</summary>
    internal Task<LiveFamily> Until(Func<LiveFamily, bool> expected)
    {
        lock (_gate)
        {
            if (_heard.Find(f => expected(f)) is { } already)
                return Task.FromResult(already);
            var done = new TaskCompletionSource<LiveFamily>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((expected, done));
            return done.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Waits until so many are open.</summary>
    internal Task<LiveFamily> UntilOpen(int count) => Until(f => f.Own.Facts.ByStage.Sum() == count);
}
