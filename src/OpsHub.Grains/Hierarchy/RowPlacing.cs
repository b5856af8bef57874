using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Publishing;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Hierarchy;

/// <summary>Puts the index rows of a re-parented unit's cases under its units in force, so that recounts of the old parent and of the new one agree
/// with what the unit pushes. Does nothing for a unit that never moved.</summary>
internal sealed class RowPlacing(IGrainFactory grains, IPublisher publisher, HubClock clock)
{
    public async Task Place(Unit unit)
    {
        var today = LocalDay.Of(clock.Now);
        if (!unit.HasMovedBy(today))
            return;
        var above = new List<UnitCode>();
        for (var next = unit.ParentOn(today); next is { } code; next = (await grains.Unit(code).Get())?.ParentOn(today) ?? code.ParentByCode)
            above.Add(code);
        await publisher.Place(unit.Code, above);
    }
}
