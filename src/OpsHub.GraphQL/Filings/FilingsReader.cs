using GraphQL;
using GraphQL.DataLoader;
using Microsoft.Extensions.DependencyInjection;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Privacy;

namespace OpsHub.GraphQL.Filings;

/// <summary>A document with the unit on whose record it stands.</summary>
internal sealed record FiledDocumentNode(UnitCode Unit, FiledDocument Document);

/// <summary>What units have on file, for those who may read it. What may not be read answers as if it weren't there.</summary>
internal sealed class FilingsReader(IGrainFactory grains, IHubDirectory directory, FreeText text, HubClock clock)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>May the actor read what a unit has on file?</summary>
    public bool Reads(Actor actor, UnitCode unit) => FilingAccess.Reads(actor, unit, directory.IsWithin);

    /// <summary>May the actor read what is owed below a unit, too?</summary>
    public bool ReadsBelow(Actor actor, UnitCode unit) => FilingAccess.ReadsBelow(actor, unit, directory.IsWithin);

    /// <summary>May the actor read the trace of a unit's record?</summary>
    public bool ReadsTrace(Actor actor, UnitCode unit) => FilingAccess.ReadsTrace(actor, unit, directory.IsWithin);

    /// <summary>A document for an actor: personal numbers in free text are masked for all but the unit itself, its county, and whose document it is.</summary>
    public FiledDocumentNode Shown(Actor actor, UnitCode unit, FiledDocument of) =>
        new(unit, actor.Organ == OrganCode.Of(unit) || actor.Organ == of.Of || directory.FilingPlaceOf(unit) is { County: var county } && actor.Organ == OrganCode.Of(county) ? of : of with
        {
            Schedule = of.Schedule.ConvertAll(s => s with { Work = text.Masked(s.Work) }),
            WithdrawnWhy = of.WithdrawnWhy is { } why ? text.Masked(why) : null,
        });

    /// <summary>A unit's record, each asked once in a query; null where the actor may not read it, or there is no such county or township.</summary>
    public IDataLoaderResult<FilingsView?> Find(IResolveFieldContext context, Actor actor, UnitCode unit) =>
        IsFilingUnit(unit) && Reads(actor, unit) ? Load(context, unit) : new Loaded<FilingsView>(() => Task.FromResult<FilingsView?>(null));

    /// <summary>The same at once.</summary>
    public async Task<FilingsView?> Read(Actor actor, UnitCode unit) => IsFilingUnit(unit) && Reads(actor, unit) ? await grains.Filings(unit).Get().ConfigureAwait(false) : null;

    /// <summary>Documents of a unit that the actor may read: all of them, or the published lists.</summary>
    public async Task<IReadOnlyList<FiledDocumentNode>> Documents(Actor actor, UnitCode unit) => IsFilingUnit(unit) && await grains.Filings(unit).Get().ConfigureAwait(false) is { } view
        ? [.. view.State.Documents.Where(d => FilingAccess.Reads(actor, unit, d, directory.IsWithin)).Select(d => Shown(actor, unit, d))]
        : [];

    /// <summary>Obligations of a record as rows of lists.</summary>
    public static IEnumerable<FilingObligationRow> Obligations(UnitFilings s) => FilingDuties.Obligations(s)
        .Select(o => new FilingObligationRow(s.Unit, o.Term.Id, o.Kind, new(o.Term.Holder), o.Term.OpenedAt, o.Term.Due, o.Term.DoneAt, o.Term.IsLifted));

    private static bool IsFilingUnit(UnitCode unit) => unit.Level is UnitLevel.County or UnitLevel.Township;

    private IDataLoaderResult<FilingsView?> Load(IResolveFieldContext context, UnitCode unit) => context.RequestServices!.GetRequiredService<Batches>().Load<UnitCode, FilingsView>("filings", unit, async units =>
        (await Task.WhenAll(units.Select(u => grains.Filings(u).Get())).ConfigureAwait(false)).OfType<FilingsView>().ToDictionary(v => v.State.Unit));
}
