using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Hierarchy;

/// <summary>Pushes a unit's absolute summary to its parent in force, and once to each parent that it has left, which then drops its cell.
/// Without a record the code names the parent, so that no case is missing from the city's figures.</summary>
internal sealed class UpwardPush(UnitCode code, Func<Unit?> record, Func<DateOnly> today, IGrainFactory grains)
{
    private readonly HashSet<UnitCode> _left = [];
    private UnitCode? _at;
    private bool _started;

    /// <summary>True when the unit now stands elsewhere than when it last pushed.</summary>
    internal bool IsElsewhere => _started && _at != Parent;

    private UnitCode? Parent => record() is { } unit ? unit.ParentOn(today()) : code.ParentByCode;

    internal async Task Send(long epoch, long version, UnitSummary facts)
    {
        var parent = Parent;
        Move(parent);
        var left = _left.ToArray();
        var pushes = left.Select(p => grains.Unit(p).PushChild(new ChildPush(code, epoch, version, null)));
        if (parent is { } above)
            pushes = pushes.Append(grains.Unit(above).PushChild(new ChildPush(code, epoch, version, facts)));
        await Task.WhenAll(pushes);
        _left.ExceptWith(left);
    }

    private void Move(UnitCode? parent)
    {
        if (!_started && record() is { History.Count: > 1 } unit) // parents left before this activation may not have heard of it
            _left.UnionWith(unit.History.Where(p => p.From <= today() && p.Parent is not null).Select(p => p.Parent!.Value));
        if (_at is { } former)
            _left.Add(former);
        (_at, _started) = (parent, true);
        if (parent is { } now)
            _left.Remove(now);
    }
}
