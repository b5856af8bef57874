using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Hierarchy;

/// <summary>What the shells of units need; one for each process.</summary>
internal sealed class UnitServices(CommitServices commits, SummaryServices summaries, UnitShape shape, RowPlacing placing)
{
    public CommitServices Commits => commits;

    public SummaryServices Summaries => summaries;

    public UnitShape Shape => shape;

    public RowPlacing Placing => placing;

    public DateOnly Today => LocalDay.Of(summaries.Clock.Now);

    /// <summary>Asks what a decision must know of other units. Looks up, decides nothing.</summary>
    public async ValueTask<UnitFacts> FactsFor(UnitCode unit, UnitCommand command)
    {
        var inForce = UnitDecisions.OtherOf(command, Today) is { } other
            && await summaries.Grains.Unit(other.Code).Get() is { } record && record.IsInForceOn(other.On);
        var hasChildren = command is MergeUnit or DissolveUnit
            && (await summaries.Index.Children(unit, new PageRequest(1, null, null, null))).Items.Count > 0;
        return new(inForce, hasChildren);
    }
}
