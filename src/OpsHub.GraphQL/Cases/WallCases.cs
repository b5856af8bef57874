using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Cases;

/// <summary>What a wall may show of a case.</summary>
internal sealed record WallCase(CaseRow Row);

/// <summary>An event with its position in the order that this process read.</summary>
internal sealed record PlacedEvent(long Position, CaseEventRow Row);

/// <summary>The lists that walls show: category, units, holder and age; never a title or text. Rules part 4.</summary>
internal sealed class WallLists(IHubIndex index, HubClock clock)
{
    public async ValueTask<object?> Late(UnitCode unit, int count, CancellationToken cancel)
    {
        // An act at the due instant is late (N07), so due now counts.
        var filter = new CaseFilter { Unit = unit, OpenOnly = true, DueBefore = clock.Now.AddTicks(1) };
        var page = await index.Cases(filter, CaseOrder.DueAt, new PageRequest(count, null, null, null), cancel).ConfigureAwait(false);
        return page.Items.Select(i => new WallCase(i.Row)).ToList();
    }

    public async ValueTask<object?> Next(UnitCode unit, int count, CancellationToken cancel) =>
        (await index.NearestDue(unit, clock.Now.AddTicks(1), count, cancel).ConfigureAwait(false)).Select(r => new WallCase(r)).ToList();

    public async ValueTask<object?> Holders(UnitCode unit, int count, CancellationToken cancel) =>
        await index.Holders(unit, clock.Now, count, cancel).ConfigureAwait(false);

    public async ValueTask<object?> Recent(UnitCode unit, int count, CancellationToken cancel) =>
        (await index.Events(unit, null, count, cancel).ConfigureAwait(false))
            .OrderByDescending(e => e.Position).Select(e => new PlacedEvent(e.Position, e.Event)).ToList();
}

/// <summary>The category that everyone may see: of disputes and special groups only the first level.</summary>
internal static class WallCategories
{
    public static CaseCategory Shown(this IRuleBook rules, string code)
    {
        var categories = rules.Current.Cases.Categories;
        var known = categories.GetValueOrDefault(code);
        // Unknown codes, of rules that were replaced, show no more than their class either.
        var shown = known is null or { IsSensitive: true } ? code.Split('-')[0] : code;
        return categories.GetValueOrDefault(shown) ?? new CaseCategory(shown, null, shown, shown, null, null, null, false, null);
    }
}
