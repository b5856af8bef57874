using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using Orleans.Runtime;

namespace OpsHub.Grains.Deadlines;

/// <summary>One shard of the rung index: a timer for the head, a scan every few seconds, a reminder that keeps it alive.
/// It holds no truth: subjects refuse rungs that have fired, so two of these are harmless.</summary>
internal sealed class RungsGrain(IHubIndex index, IGrainFactory grains, HubClock clock, ILogger<RungsGrain> logger) : Grain, IRungsGrain, IRemindable
{
    private const int Batch = 1000;
    private const int AtOnce = 16;
    private static readonly TimeSpan ScanEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _backOff = [];
    private IGrainTimer _timer = null!;
    private DateTimeOffset _next = DateTimeOffset.MaxValue;

    private int Shard => int.Parse(this.GetPrimaryKeyString().AsSpan("rungs-".Length));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await this.RegisterOrUpdateReminder("alive", KeepAlive, KeepAlive);
        _timer = this.RegisterGrainTimer(Scan, new GrainTimerCreationOptions(TimeSpan.Zero, ScanEvery) { KeepAlive = true });
    }

    public Task Wake() => Scan();

    public Task Expect(DateTimeOffset at)
    {
        if (at < _next)
            Aim(at);
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private async Task Scan()
    {
        try
        {
            var full = true;
            while (full)
            {
                var now = clock.Now;
                _next = DateTimeOffset.MaxValue; // what is expected while this scan runs stays
                var rows = await index.Rungs(Shard, now + KeepAlive, Batch);
                var passed = rows.Where(r => r.At <= now).Select(r => r.Subject).Distinct().Where(s => !Backs(s, now)).ToList();
                await Parallel.ForEachAsync(passed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, TaskScheduler = TaskScheduler.Current }, (s, _) => Fire(s));
                full = rows.Count == Batch && passed.Count > 0;
                Aim(rows.Where(r => r.At > now).Select(r => r.At).Append(_next).Min());
            }
        }
        catch (Exception error)
        {
            RungsLog.ScanFailed(logger, this.GetPrimaryKeyString(), error);
        }
    }

    private async ValueTask Fire(string subject)
    {
        try
        {
            if (await grains.Case(subject).Tick() > 0)
            {
                _backOff.Remove(subject);
                return;
            }

            // Nothing was left to fire, so the rows are behind the state: have them written again, and do not ask every scan.
            _backOff[subject] = clock.Now + KeepAlive;
            await grains.Case(subject).Republish();
        }
        catch (Exception error)
        {
            _backOff[subject] = clock.Now + ScanEvery;
            RungsLog.FireFailed(logger, subject, error);
        }
    }

    private bool Backs(string subject, DateTimeOffset now)
    {
        if (!_backOff.TryGetValue(subject, out var until))
            return false;
        if (until > now)
            return true;
        _backOff.Remove(subject);
        return false;
    }

    private void Aim(DateTimeOffset at)
    {
        _next = at;
        var wait = at - clock.Now;
        _timer.Change(wait < ScanEvery ? (wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1)) : ScanEvery, ScanEvery);
    }
}
