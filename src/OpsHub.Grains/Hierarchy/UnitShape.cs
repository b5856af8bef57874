using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Hierarchy;

/// <summary>How a unit is folded, named and indexed. Its summary goes upward by itself, see <see cref="SummaryActivation"/>.</summary>
internal sealed class UnitShape(RowPlacing placing, HubClock clock) : SubjectShape<Unit, UnitEvent>
{
    public override Unit Fold(Unit? state, UnitEvent happened) => Unit.Apply(state, happened);

    public override EventLine Describe(UnitEvent happened) => happened switch
    {
        UnitEstablished { Crossing: { } crossing } => new(nameof(UnitEstablished), crossing.Reason, "G002"),
        UnitEstablished { Figures: not null } or GridFiguresSet => new(happened.GetType().Name, null, "G001"),
        _ => new(happened.GetType().Name, null, "G011"),
    };

    public override Task Push(string key, Unit? before, Unit state, TraceChain trace, long version) => placing.Place(state);

    public override Publication Publish(string key, Unit state, TraceChain trace, long version, long after)
    {
        var today = LocalDay.Of(clock.Now);
        var now = state.PeriodOn(today);
        var ended = state.Ending is { } ending && ending.On <= today ? ending : null;
        return new Publication(key, version)
        {
            Unit = new UnitRow(state.Code, version, now.Kind, now.Name, now.Parent, now.From, ended?.On, ended?.MergedInto, state.Generated),
        };
    }
}
