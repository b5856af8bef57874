using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Summaries for resolvers: out of memory at once where they are held, otherwise batched.</summary>
internal sealed class Summaries(LiveUnits live, IHubDirectory directory, Access access)
{
    /// <summary>One unit's figures.</summary>
    public ValueTask<object?> Of(IResolveFieldContext context, UnitCode unit)
    {
        if (live.Held(unit) is { } held)
            return new(held.Own);
        return new(context.RequestServices!.GetRequiredService<Batches>().Load<UnitCode, SummaryView>("summaries", unit, Batch));
    }

    /// <summary>Figures of all units of a level, one or two below: a family each for their parents, nothing for each of them.</summary>
    public async ValueTask<IReadOnlyList<SummaryView>> Below(Actor actor, UnitCode unit, UnitLevel level)
    {
        if (level == unit.Level + 1)
            return OfChildren(actor, await live.Read(unit).ConfigureAwait(false), unit);
        var children = access.Seen(actor, directory.Children(unit));
        var families = new ValueTask<FamilyReading>[children.Count];
        for (var i = 0; i < families.Length; i++)
            families[i] = live.Read(children[i].Code);
        var found = new List<SummaryView>();
        for (var i = 0; i < families.Length; i++)
            found.AddRange(OfChildren(actor, await families[i].ConfigureAwait(false), children[i].Code));
        return found;
    }

    /// <summary>A family's children, all that are in force and that the actor may see, by code.</summary>
    public SummaryView[] OfChildren(Actor actor, FamilyReading family, UnitCode unit)
    {
        var children = access.Seen(actor, directory.Children(unit));
        var views = new SummaryView[children.Count];
        for (var i = 0; i < views.Length; i++)
            views[i] = family.Child(children[i].Code);
        return views;
    }

    // Brothers and sisters come out of their parent's family in one call.
    private async Task<IReadOnlyDictionary<UnitCode, SummaryView>> Batch(IReadOnlyCollection<UnitCode> codes)
    {
        var found = new Dictionary<UnitCode, SummaryView>();
        foreach (var siblings in codes.GroupBy(c => directory.Unit(c)?.Parent))
        {
            var family = siblings.Key is { } parent && siblings.Skip(1).Any() ? await live.Read(parent).ConfigureAwait(false) : null;
            foreach (var code in siblings)
                found[code] = family?.Child(code) ?? (await live.Read(code).ConfigureAwait(false)).Own;
        }

        return found;
    }
}
