using Microsoft.Extensions.Logging;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using Orleans.Runtime;

namespace OpsHub.Grains.Deadlines;

/// <summary>One shard of the rung index: a timer for the head, a scan every few seconds, a reminder that keeps it alive.
/// It holds no truth: subjects refuse rungs that have fired, so two of these are harmless.</summary>
internal sealed class RungsGrain(IHubIndex index, IGrainFactory grains, TickPace pace, HubClock clock, ILogger<RungsGrain> logger) : Grain, IRungsGrain, IRemindable
{
    private const int Batch = 200;
    private const int Turn = 64; // between two, emergencies that came meanwhile go ahead
    private const int AtOnce = 16;
    private const int WakingAtOnce = 4;
    private const int RowsOfOne = 20;

    // What has passed waits until all shards live and the hub answers: after a long stop it takes minutes, and would keep the start waiting.
    private static readonly TimeSpan FirstScan = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ScanEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // What fell due longer ago than this is late by a downtime, not by a rush: it is told with its tick, which is one step less for each of very many.
    private static readonly TimeSpan Rush = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _backOff = [];
    private readonly Dictionary<string, bool> _left = []; // fired and durable, to be published; emergencies first
    private readonly HashSet<string> _awake = [];
    private Task _waking = Task.CompletedTask;
    private Task _settling = Task.CompletedTask;
    private IGrainTimer _timer = null!;
    private DateTimeOffset _next = DateTimeOffset.MinValue; // nothing is nearer than the first scan
    private DateTimeOffset _expected = DateTimeOffset.MaxValue;

    private int Shard => int.Parse(this.GetPrimaryKeyString().AsSpan("rungs-".Length));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await this.RegisterOrUpdateReminder("alive", KeepAlive, KeepAlive);
        _timer = this.RegisterGrainTimer(Scan, new GrainTimerCreationOptions(FirstScan, ScanEvery) { KeepAlive = true });
    }

    public Task Wake() => Scan();

    public Task Expect(DateTimeOffset at)
    {
        // Remembered besides, because a scan under way may have read its rows before this one came.
        _expected = at < _expected ? at : _expected;
        if (at < _next)
            Aim(at);
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private async Task Scan()
    {
        try
        {
            while (true)
            {
                var now = clock.Now;
                _expected = DateTimeOffset.MaxValue;
                foreach (var over in _backOff.Where(b => b.Value <= now).Select(b => b.Key).ToList())
                    _backOff.Remove(over);
                // Rows of subjects that back off, or are still to be published, are passed over, so as many more are read: they must not hide the rest.
                var limit = Batch + (RowsOfOne * _backOff.Count) + _left.Count;
                var rows = await index.Rungs(Shard, now + KeepAlive, limit);
                var passed = rows.Where(r => r.At <= now && !_backOff.ContainsKey(r.Subject) && !_left.ContainsKey(r.Subject)).DistinctBy(r => r.Subject).ToList();
                if (passed is [var first, ..] && (first.Emergency || _left.Count < Batch))
                    await Together(passed.Take(Turn), r => pace.Run(() => Fire(r, now), r.Emergency ? TickTurn.Emergency : TickTurn.Tick));
                else if (_left.Count > 0)
                {
                    if (_settling.IsCompleted)
                        _settling = Settle();
                    await Task.WhenAny(_settling, Task.Delay(Look, clock.Time)); // an emergency that falls due meanwhile goes ahead
                }

                var head = rows.Where(r => r.At > now).Select(r => r.At).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
                Aim(head < _expected ? head : _expected);
                if (passed.Count > 0 || _left.Count > 0)
                    continue;
                if (_waking.IsCompleted)
                    _waking = WakeAhead(rows, head); // not waited for: what falls due meanwhile goes first
                return;
            }
        }
        catch (Exception error)
        {
            RungsLog.ScanFailed(logger, this.GetPrimaryKeyString(), error);
        }
    }

    // What falls due within the minute is read into memory before it does: many terms end in one second, and their events must be durable soon after it.
    private async Task WakeAhead(IReadOnlyList<RungRow> rows, DateTimeOffset head)
    {
        _awake.IntersectWith(rows.Select(r => r.Subject));
        var ahead = rows.Where(r => r.At >= head).Select(r => r.Subject).Distinct().Where(s => !_awake.Contains(s)).ToList();
        await Parallel.ForEachAsync(ahead, new ParallelOptions { MaxDegreeOfParallelism = WakingAtOnce, TaskScheduler = TaskScheduler.Current }, async (s, _) =>
        {
            if (clock.Now + ScanEvery > head || !_awake.Add(s))
                return;
            try
            {
                await pace.Run(() => Read(s));
            }
            catch (Exception error)
            {
                RungsLog.WakeFailed(logger, s, error); // it is read when it falls due
            }
        });
    }

    // What has passed meanwhile fires nonetheless, and is settled here.
    private async Task Read(string subject)
    {
        if (await grains.Tick(subject, clock.Now) > 0 && IsCase(subject))
            await grains.Case(subject).Settle();
    }

    // Of all else there are few at once: they publish with their tick.
    private static bool IsCase(string subject) => subject.StartsWith("case-", StringComparison.Ordinal);

    private async Task Settle()
    {
        var turn = _left.OrderByDescending(l => l.Value).Take(Turn).ToList();
        await Together(turn, l => pace.Run(() => Settle(l.Key), l.Value ? TickTurn.Emergency : TickTurn.Publication));
        turn.ForEach(l => _left.Remove(l.Key));
    }

    private async Task Settle(string subject)
    {
        try
        {
            await grains.Case(subject).Settle();
        }
        catch (Exception error)
        {
            _backOff[subject] = clock.Now + ScanEvery; // its mark stands
            RungsLog.FireFailed(logger, subject, error);
        }
    }

    private static Task Together<T>(IEnumerable<T> all, Func<T, ValueTask> act) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, TaskScheduler = TaskScheduler.Current }, (one, _) => act(one));

    private async Task Fire(RungRow row, DateTimeOffset now)
    {
        var subject = row.Subject;
        try
        {
            var late = IsCase(subject) && row.At < now - Rush;
            if (await (late ? grains.Case(subject).Late(now, row.Published) : grains.Tick(subject, now)) > 0)
            {
                if (IsCase(subject) && !late)
                    _left[subject] = row.Emergency;
                return;
            }

            // Nothing was left to fire, so the rows are behind the state: have them written again, and do not ask every scan.
            _backOff[subject] = clock.Now + KeepAlive;
            await grains.Subject(subject)!.Republish();
        }
        catch (Exception error)
        {
            _backOff[subject] = clock.Now + ScanEvery;
            RungsLog.FireFailed(logger, subject, error);
        }
    }

    private void Aim(DateTimeOffset at)
    {
        _next = at;
        var wait = at - clock.Now;
        _timer.Change(wait < ScanEvery ? (wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1)) : ScanEvery, ScanEvery);
    }
}
