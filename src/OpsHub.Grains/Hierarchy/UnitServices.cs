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
        var today = Today;
        var other = UnitDecisions.OtherOf(command, today) is { } named ? await summaries.Grains.Unit(named.Code).Get() : null;
        var children = UnitDecisions.EndOf(command) is null ? [] : await Children(unit);
        return UnitDecisions.FactsOf(unit, command, other, children, today);
    }

    // Where a child will stand on the day is in its record only.
    private async Task<IReadOnlyCollection<Unit>> Children(UnitCode unit)
    {
        var children = new List<Unit>();
        for (string? after = null; ;)
        {
            var page = await summaries.Index.Children(unit, new PageRequest(100, after, null, null));
            var records = await Task.WhenAll(page.Items.Select(i => summaries.Grains.Unit(i.Row.Code).Get()));
            children.AddRange(records.OfType<Unit>());
            if (!page.HasNext)
                return children;
            after = page.Items[^1].Cursor;
        }
    }
}
