using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Tests.Hierarchy;

/// <summary>A city, 3 counties and 12 grids over an unreliable network: messages are lost, late and doubled, activations die,
/// come back and linger as zombies, cases crash between write and publish and move between grids, consultations between their homes, which stand
/// halfway up as communities and townships do. Discrete events, one seed.</summary>
internal sealed class SummarySimulation(int seed, bool recounts = true, bool epochs = true)
{
    private const double Chaos = 30, Horizon = 50, Window = 0.05, RecountPeriod = 5;
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 7, 59, 30, TimeSpan.Zero);
    private static readonly UnitCode City = new("4302");

    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, (double At, int Order)> _queue = new();
    private readonly Dictionary<int, CaseTruth> _cases = [];
    private readonly Dictionary<int, CaseTruth> _index = [];
    private readonly Dictionary<int, (long Version, HashSet<UnitCode> Unacknowledged)> _marks = [];
    private readonly Dictionary<int, TalkTruth> _talks = [];
    private readonly Dictionary<int, TalkTruth> _talkIndex = [];
    private readonly Dictionary<int, (long Version, HashSet<UnitCode> Unacknowledged)> _talkMarks = [];
    private readonly Dictionary<UnitCode, Activation> _active = [];
    private double _now;
    private int _order;
    private long _epoch;

    private DateTimeOffset Now => Start.AddSeconds(_now);

    /// <summary>Runs, and says whether the city equals the truth when everything has settled.</summary>
    internal bool Converges()
    {
        for (var t = 0.0; t < Chaos; t += Exponential(8))
            At(t, CaseChanges);
        for (var t = 0.0; t < Chaos; t += Exponential(3))
            At(t, TalkChanges);
        for (var t = 0.0; t < Chaos; t += Exponential(0.7))
            At(t, Kill);
        for (var t = 5.0; t < Horizon - 8; t += 5)
            At(t, Republish);
        while (_queue.TryDequeue(out var next, out var when) && when.At <= Horizon)
        {
            _now = when.At;
            next();
        }

        var city = Get(City);
        city.Children.Age(Now);
        return city.Children.Total == SummaryFold.Of(_cases.Values.Select(c => c.Contribution), Now) with
        {
            Consultations = ConsultationFiguresFold.Of(_talks.Values.Select(t => t.Contribution), Now),
        };
    }

    private void TalkChanges()
    {
        var id = _random.Next(20);
        var old = _talks.GetValueOrDefault(id);
        var home = old is null || _random.NextDouble() < 0.15 ? County(_random.Next(3)) : old.Home;
        UnitCode[] left = old is null ? [] : [.. old.Left.Append(old.Home).Distinct().Where(u => u != home)];
        var next = new TalkTruth((old?.Version ?? 0) + 1, Talk(), home, left);
        _talks[id] = next;
        _talkMarks[id] = (next.Version, [home, .. left]);
        if (_random.NextDouble() >= 0.05) // else: the process died between write and publish
            Publish(id, next);
    }

    private ConsultationContribution Talk()
    {
        var minute = SummaryFold.MinuteNow(Start) + _random.Next(-1, 3);
        return new((ConsultationStage)_random.Next(12), _random.Next(4) > 0, _random.Next(3) * minute, Buckets.One(minute, _random.Next(2)).Plus(Buckets.One(minute + 1440, _random.Next(2))), minute, minute, _random.Next(5) == 0, _random.Next(1, 4),
            _random.Next(6) == 0, _random.Next(2) * minute, _random.Next(7) == 0);
    }

    private void Publish(int id, TalkTruth version)
    {
        if (_talkIndex.GetValueOrDefault(id) is not { } row || version.Version > row.Version)
            _talkIndex[id] = version;
        Send(() => TakeTalk(version.Home, id, version.Version, version.Contribution));
        foreach (var home in version.Left)
            Send(() => TakeTalk(home, id, version.Version, null));
    }

    private void TakeTalk(UnitCode home, int id, long version, ConsultationContribution? contribution)
    {
        var unit = Get(home);
        if (_talkMarks.TryGetValue(id, out var mark) && mark.Version <= version && mark.Unacknowledged.Remove(home) && mark.Unacknowledged.Count == 0)
            _talkMarks.Remove(id);
        if (unit.Talks.Push($"consultation-{id}", version, contribution, Now))
            Changed(unit);
    }

    private void CaseChanges()
    {
        var id = _random.Next(60);
        var old = _cases.GetValueOrDefault(id);
        var grid = old is null || _random.NextDouble() < 0.1 ? Grid(_random.Next(3), _random.Next(4)) : old.Grid;
        var left = old is null ? [] : old.Left.Append(old.Grid).Distinct().Where(g => g != grid).ToArray();
        var next = new CaseTruth((old?.Version ?? 0) + 1, Contribution(), grid, left);
        _cases[id] = next;
        _marks[id] = (next.Version, [grid, .. left]);
        if (_random.NextDouble() >= 0.05) // else: the process died between write and publish
            Publish(id, next);
    }

    private CaseContribution Contribution()
    {
        var open = _random.Next(2) == 0;
        var hour = SummaryFold.HourOf(Start);
        var due = SummaryFold.MinuteNow(Start) + _random.Next(-1, 3);
        return new(open ? (CaseStage)_random.Next(8) : CaseStage.Closed, "Q0" + _random.Next(1, 4), hour, open ? 0 : hour, open ? due : 0, 0,
            false, open ? null : _random.Next(2) == 0, _random.Next(9) == 0, 0, _random.Next(9) == 0, false);
    }

    private void Publish(int id, CaseTruth version)
    {
        if (_index.GetValueOrDefault(id) is not { } row || version.Version > row.Version)
            _index[id] = version;
        Send(() => TakeSubject(version.Grid, id, version.Version, version.Contribution));
        foreach (var grid in version.Left)
            Send(() => TakeSubject(grid, id, version.Version, null));
    }

    private void Republish()
    {
        foreach (var id in _marks.Keys.ToArray())
            Publish(id, _cases[id]);
        foreach (var id in _talkMarks.Keys.ToArray())
            Publish(id, _talks[id]);
    }

    private void TakeSubject(UnitCode grid, int id, long version, CaseContribution? contribution)
    {
        var unit = Get(grid);
        if (_marks.TryGetValue(id, out var mark) && mark.Version <= version && mark.Unacknowledged.Remove(grid) && mark.Unacknowledged.Count == 0)
            _marks.Remove(id);
        if (unit.Subjects.Push($"case-{id}", version, contribution, Now))
            Changed(unit);
    }

    private void TakeChild(UnitCode parent, UnitCode child, SummaryStamp stamp, UnitSummary summary)
    {
        var unit = Get(parent);
        if (unit.Children.Push(child, stamp, summary, Now))
            Changed(unit);
    }

    private Activation Get(UnitCode code) => _active.TryGetValue(code, out var unit) ? unit : Activate(code);

    private Activation Activate(UnitCode code)
    {
        var unit = new Activation(code, epochs ? ++_epoch : 0);
        _active[code] = unit;
        Read(unit)((long.MaxValue, long.MaxValue));
        Changed(unit);
        if (recounts)
            At(_now + RecountPeriod * (0.5 + _random.NextDouble() / 2), () => Recount(unit));
        return unit;
    }

    /// <summary>Reads the index now; the answer is applied later, as over a connection.</summary>
    private Func<(long Own, long Talks), int> Read(Activation unit)
    {
        var (code, at) = (unit.Code, Now);
        if (code.Level == UnitLevel.Grid)
        {
            var rows = _index.Where(c => c.Value.Grid == code).ToDictionary(c => $"case-{c.Key}", c => (c.Value.Version, c.Value.Contribution));
            return since => unit.Subjects.Recount(rows, since.Own, at);
        }

        var groups = _index.Values.Where(c => c.Grid.Value.StartsWith(code.Value, StringComparison.Ordinal))
            .GroupBy(c => code == City ? c.Grid.At(UnitLevel.County) : c.Grid)
            .ToDictionary(g => g.Key, g => SummaryFold.Of(g.Select(c => c.Contribution), at));
        if (code != City)
        {
            var talks = _talkIndex.Where(t => t.Value.Home == code && t.Value.Contribution.Open).ToDictionary(t => $"consultation-{t.Key}", t => (t.Value.Version, t.Value.Contribution));
            return since => unit.Children.Recount(groups, since.Own, at) + unit.Talks.Recount(talks, since.Talks, at);
        }

        foreach (var home in _talkIndex.Values.Where(t => t.Contribution.Open).GroupBy(t => t.Home))
            groups[home.Key] = groups.GetValueOrDefault(home.Key, UnitSummary.Empty) with { Consultations = ConsultationFiguresFold.Of(home.Select(t => t.Contribution), at) };
        return since => unit.Children.Recount(groups, since.Own, at);
    }

    private void Recount(Activation unit)
    {
        if (unit.Dead || _active.GetValueOrDefault(unit.Code) != unit)
            return;
        var (read, since) = (Read(unit), unit.Change);
        At(_now + _random.NextDouble() * 0.3, () =>
        {
            if (!unit.Dead && read(since) > 0)
                Changed(unit);
        });
        At(_now + RecountPeriod, () => Recount(unit));
    }

    private void Changed(Activation unit)
    {
        unit.Version++;
        unit.Dirty = true;
        Arm(unit);
    }

    private void Arm(Activation unit)
    {
        if (unit.Armed || unit.Dead)
            return;
        unit.Armed = true;
        At(_now + Window, () =>
        {
            unit.Armed = false;
            if (unit.Dirty)
                PushUp(unit);
        });
    }

    private void PushUp(Activation unit)
    {
        unit.Dirty = false;
        if (unit.Code == City)
            return;
        var parent = unit.Code.Level == UnitLevel.County ? City : unit.Code.At(UnitLevel.County);
        var (stamp, total) = (new SummaryStamp(unit.Epoch, unit.Version), unit.Total);
        Send(() => TakeChild(parent, unit.Code, stamp, total), lost: () =>
        {
            unit.Dirty = !unit.Dead;
            Arm(unit);
        });
    }

    private void Kill()
    {
        if (_active.Count == 0)
            return;
        var unit = _active.Values.ElementAt(_random.Next(_active.Count));
        _active.Remove(unit.Code);
        if (_random.NextDouble() >= 0.3)
        {
            unit.Die();
            return;
        }

        At(_now + 0.5 + _random.NextDouble() * 3.5, () => // a frozen process: its timers may still fire late
        {
            PushUp(unit);
            unit.Die();
        });
    }

    private void Send(Action arrives, Action? lost = null)
    {
        var delay = _random.NextDouble() < 0.9 ? Exponential(100) : 0.1 + _random.NextDouble() * 2.9;
        if (_random.NextDouble() < 0.05 && _now < Chaos)
        {
            if (lost is not null)
                At(_now + 1, lost); // the sender sees a timeout
            return;
        }

        At(_now + delay, arrives);
        if (_random.NextDouble() < 0.05)
            At(_now + delay + _random.NextDouble() * 2, arrives);
    }

    private void At(double when, Action what) => _queue.Enqueue(what, (when, _order++));

    private double Exponential(double rate) => -Math.Log(1 - _random.NextDouble()) / rate;

    private static UnitCode County(int county) => new($"43020{county + 1}");

    private static UnitCode Grid(int county, int grid) => new($"43020{county + 1}001001{grid + 1:000}");

    private sealed record TalkTruth(long Version, ConsultationContribution Contribution, UnitCode Home, UnitCode[] Left);

    private sealed record CaseTruth(long Version, CaseContribution Contribution, UnitCode Grid, UnitCode[] Left);

    private sealed class Activation(UnitCode code, long epoch)
    {
        internal UnitCode Code => code;

        internal long Epoch => epoch;

        internal SubjectCells Subjects { get; } = new();

        internal ChildCells Children { get; } = new();

        internal long Version { get; set; }

        internal bool Dirty { get; set; }

        internal bool Armed { get; set; }

        internal bool Dead { get; private set; }

        internal ConsultationCells Talks { get; } = new();

        internal (long Own, long Talks) Change => (code.Level == UnitLevel.Grid ? Subjects.Change : Children.Change, Talks.Change);

        internal UnitSummary Total => code.Level == UnitLevel.Grid ? Subjects.Total : Children.Total.Plus(Talks.Total);

        internal void Die() => (Dead, Dirty) = (true, false);
    }
}
