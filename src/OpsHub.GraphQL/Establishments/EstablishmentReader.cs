using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Establishments;

/// <summary>Organs, nameplates and posts for those who may read them, and what they may do. What may not be read answers as if it weren't there.</summary>
internal sealed class EstablishmentReader(IEstablishmentIndex index, IHubDirectory directory, IRuleBook rules, FreeText text, HubClock clock)
{
    public bool Reads(Actor actor, UnitCode unit) => EstablishmentAccess.Reads(actor, unit, directory.IsWithin);

    public bool ReadsTrace(Actor actor, UnitCode county) => EstablishmentAccess.ReadsTrace(actor, county, directory.IsWithin);

    /// <summary>A nameplate for an actor.</summary>
    public Nameplate Shown(Actor actor, TownshipEstablishmentNode of, Nameplate plate) => EstablishmentAccess.ReadsUnmasked(actor, of.Of.County, of.Township) ? plate : plate with
    {
        Name = text.Masked(plate.Name),
        Reason = plate.Reason is { } reason ? text.Masked(reason) : null,
        Approval = plate.Approval is { } approval ? text.Masked(approval) : null,
    };

    /// <summary>A document's name for an actor; null for those who read counts alone.</summary>
    public string? Shown(Actor actor, TownshipEstablishmentNode of, string? source) => source is null || !EstablishmentAccess.ReadsNames(actor) ? null
        : EstablishmentAccess.ReadsUnmasked(actor, of.Of.County, of.Township) ? source
        : text.Masked(source);

    /// <summary>A county's record, all of a query in one question; null where it is none, or none that the viewer may read.</summary>
    public IDataLoaderResult<CountyEstablishmentNode?>? County(IResolveFieldContext context, UnitCode county) =>
        county.Level == UnitLevel.County && directory.Unit(county) is not null && Reads(Viewer.Of(context).Actor, county) ? Load(context, county) : null;

    /// <summary>A township's set, in the record of the county where it stands now; null where it is none, or none that the viewer may read.</summary>
    public IDataLoaderResult<TownshipEstablishmentNode?>? Township(IResolveFieldContext context, UnitCode township) =>
        directory.CountyOfTownship(township) is { } county && Reads(Viewer.Of(context).Actor, township)
            ? Load(context, county).Then<CountyEstablishmentNode, TownshipEstablishmentNode>(of => new(of!, township, Fact(of!.County, township)))
            : null;

    /// <summary>Records of all counties that the viewer reads, by code.</summary>
    public async Task<IReadOnlyList<CountyEstablishmentNode>> Counties(Actor actor, CancellationToken cancel)
    {
        var counties = directory.City is { } city ? directory.Descendants(city, UnitLevel.County).Select(c => c.Code).Where(c => Reads(actor, c)).Order().ToList() : [];
        if (counties.Count == 0)
            return [];
        var rows = await index.Of(counties, cancel).ConfigureAwait(false);
        return [.. counties.Select(c => new CountyEstablishmentNode(c, rows.GetValueOrDefault(c), clock.Now))];
    }

    /// <summary>The county's townships in force, and those of which something is still recorded, by code.</summary>
    public IReadOnlyList<TownshipEstablishmentNode> Townships(CountyEstablishmentNode of)
    {
        var facts = directory.TownshipFactsOf(of.County);
        return [.. facts.Select(f => f.Code).Concat(of.State.Townships.Select(t => t.Township)).Distinct().Order().Select(t => new TownshipEstablishmentNode(of, t, facts.Find(f => f.Code == t)))];
    }

    /// <summary>How far the county has come with one seal, one team, one platform.</summary>
    public UnityCoverage Coverage(CountyEstablishmentNode of) => UnityCoverage.Of(of.State, directory.TownshipFactsOf(of.County).ConvertAll(f => f.Code));

    public RuleBook Book(UnitCode county) => rules.On(LocalDay.Of(clock.Now), county);

    /// <summary>What a decision of the actor would rest on now.</summary>
    public EstablishmentContext Facts(Actor actor, UnitCode county) => new(actor, clock.Now, county, Book(county).Establishments, directory.TownshipFactsOf(county));

    /// <summary>What is flagged of a township's set.</summary>
    public IReadOnlyList<EstablishmentFlag> Flags(TownshipEstablishmentNode t) => EstablishmentFlags.Of(t.State, t.Fact, Book(t.Of.County).Establishments);

    private IDataLoaderResult<CountyEstablishmentNode?> Load(IResolveFieldContext context, UnitCode county) => context.RequestServices!.GetRequiredService<Batches>()
        .Load<UnitCode, EstablishmentRow>("establishments", county, keys => index.Of(keys, context.CancellationToken))
        .Then<EstablishmentRow, CountyEstablishmentNode>(row => new(county, row, clock.Now));

    private TownshipFact? Fact(UnitCode county, UnitCode township) => directory.TownshipFactsOf(county).Find(f => f.Code == township);
}
