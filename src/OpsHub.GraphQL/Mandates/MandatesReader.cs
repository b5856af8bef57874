using System.Globalization;
using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Mandates;

/// <summary>A county's record as one actor sees it.</summary>
/// <param name="View">The record.</param>
/// <param name="Actor">Who looks.</param>
/// <param name="IsWithin">Which unit stands below which.</param>
internal sealed record MandatesNode(MandatesView View, Actor Actor, IsWithin IsWithin)
{
    public CountyMandates State => View.State;

    public UnitCode County => State.County;

    public bool IsWhole => MandateAccess.ReadsAll(Actor, County);

    public IEnumerable<MandateMatter<AreaPlan>> Plans => State.Plans.Where(p => MandateAccess.Reads(Actor, County, p)).Select(p => new MandateMatter<AreaPlan>(this, p, p.Id, "opinion"));

    public IEnumerable<MandateMatter<TownshipSuggestion>> Suggestions =>
        State.Suggestions.Where(g => MandateAccess.Reads(Actor, County, g)).Select(g => new MandateMatter<TownshipSuggestion>(this, g, g.Id, "reply"));

    public IEnumerable<MandateMatter<TownshipDuty>> Duties => State.Duties.Where(d => MandateAccess.Reads(Actor, County, d)).Select(d => new MandateMatter<TownshipDuty>(this, d, d.Id, "review"));

    public IEnumerable<MandateMatter<AssignedTask>> Tasks =>
        State.Tasks.Where(t => MandateAccess.Reads(Actor, County, t, IsWithin)).Select(t => new MandateMatter<AssignedTask>(this, t, t.Id, "task"));

    public IEnumerable<MandateMatter<AwardActivity>> Activities => State.Activities.Where(a => MandateAccess.Reads(Actor, County, a)).Select(a => new MandateMatter<AwardActivity>(this, a, a.Id, ""));

    public IEnumerable<MandateMatter<TownshipResult>> Results =>
        State.Results.Where(r => MandateAccess.ReadsResult(Actor, County, r.Township)).Select(r => new MandateMatter<TownshipResult>(this, r, r.Id, "measure"));

    public IEnumerable<MandateMatter<ResultMeasure>> Measures =>
        State.Measures.Where(m => MandateAccess.ReadsResult(Actor, County, m.Township)).Select(m => new MandateMatter<ResultMeasure>(this, m, m.Id, "rectify"));
}

/// <summary>A matter with the record that it belongs to.</summary>
/// <param name="Of">The record.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Number">Its number.</param>
/// <param name="Stem">How the ids of its terms begin; empty where it has none.</param>
internal sealed record MandateMatter<T>(MandatesNode Of, T Matter, long Number, string Stem)
{
    public IEnumerable<Term> Terms => Stem.Length == 0 ? [] : MandateTerms.Of(Of.State, Stem, Number);

    /// <summary>Its place in lists: in the order in which matters began.</summary>
    public string Place => Number.ToString("D12", CultureInfo.InvariantCulture);
}

/// <summary>Townships' rights and duties for those who may read them. What may not be read answers as if it weren't there.</summary>
internal sealed class MandatesReader(IGrainFactory grains, IHubDirectory directory, HubClock clock)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>A county's record as a node, each asked once in a query; null where the viewer may not read it, or there is no such county.</summary>
    public IDataLoaderResult<TNode?> Find<TNode>(IResolveFieldContext context, UnitCode county, Func<MandatesNode, TNode?> next) where TNode : class
    {
        var actor = Viewer.Of(context).Actor;
        return context.RequestServices!.GetRequiredService<Batches>().Load<UnitCode, MandatesView>("mandates", county, Fetch).Then(view => Node(actor, county, view) is { } node ? next(node) : null);
    }

    /// <summary>The same at once.</summary>
    public async Task<MandatesNode?> Read(Actor actor, UnitCode county) => Known(county) ? Node(actor, county, await grains.Mandates(county).Get().ConfigureAwait(false)) : null;

    private MandatesNode? Node(Actor actor, UnitCode county, MandatesView? view) =>
        view is not null && MandateAccess.Reads(actor, county, directory.IsWithin) ? new(view, actor, directory.IsWithin) : null;

    private bool Known(UnitCode county) => county.Level == UnitLevel.County && directory.Unit(county) is not null;

    private async Task<IReadOnlyDictionary<UnitCode, MandatesView>> Fetch(IReadOnlyCollection<UnitCode> counties)
    {
        var views = await Task.WhenAll(counties.Where(Known).Select(c => grains.Mandates(c).Get())).ConfigureAwait(false);
        return views.OfType<MandatesView>().ToDictionary(v => v.State.County);
    }
}

/// <summary>Matters as nodes of their own: county and number are the key.</summary>
internal sealed class MandateNodes<T>(string type, MandatesReader reader, Func<MandatesNode, IEnumerable<MandateMatter<T>>> all) : INodes
{
    public string Type => type;

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        new(key.Split('/') is [var code, var text] && UnitCode.TryParse(code, out var county) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? reader.Find(context, county, node => all(node).FirstOrDefault(m => m.Number == number))
            : null);
}
