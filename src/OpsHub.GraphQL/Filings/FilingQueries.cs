using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Filings;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Filings;

/// <summary>Root queries for what counties and townships have on file, and what they owe.</summary>
internal sealed class FilingQueries(IFilingIndex index, FilingsReader reader, IHubDirectory directory) : IRootFields<HubQuery>, INodes
{
    public string Type => "UnitFilings";

    public void AddTo(HubQuery query)
    {
        query.Ask<UnitFilingsType>("unitFilings", "What a county or township has on file, and what it owes (制度备案); null where there is none, or none that the actor may read. A042, R019.",
                (context, viewer) => new(reader.Find(context, viewer.Actor, Unit(context, UnitLevel.County))))
            .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the county or township, 6 or 9 digits (单位).").WithCost(FieldMarks.OneQuestion);
        query.AskOne<FilingObligationConnectionType>("filingObligations",
                "What is owed in an area, nearest due first (备案义务): of a city or county with its townships, of a township with the detailed rules that it owes. Who stands below the unit sees the unit's own only. "
                + "NOT_FOUND outside of what the actor may see.",
                Obligations)
            .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the city, county or township, 4, 6 or 9 digits (单位).")
            .Argument<StringGraphType>("holder", "Only what this organ owes, e.g. `430203:D12` (责任单位).")
            .Argument<FilingDutyKindType>("duty", "Only of this kind (义务).")
            .Argument<NonNullGraphType<BooleanGraphType>>("openOnly", "Only what is still owed (未完成).", a => a.DefaultValue = true)
            .Paged().WithCost(FieldMarks.OneQuestion);
        query.Ask<FilingCoverageType>("filingCoverage", "How many counties of the city have filed their implementing measures (备案覆盖率); null for those who may not read figures of the city. A043.", Coverage)
            .WithCost(FieldMarks.OneQuestion);
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        new(UnitCode.TryParse(key, out var unit) ? reader.Find(context, viewer.Actor, unit) : null);

    private async ValueTask<object?> Obligations(IResolveFieldContext context, Viewer viewer)
    {
        var (unit, request) = (Unit(context, UnitLevel.City), Paging.Read(context));
        if (!reader.Reads(viewer.Actor, unit))
            throw RequestError.NotFound($"unit {unit}");
        var filter = new FilingFilter
        {
            Unit = unit, OwnOnly = !reader.ReadsBelow(viewer.Actor, unit), Holder = CaseFilterInput.Organ(context, "holder"), Kind = context.GetArgument<FilingDutyKind?>("duty"),
            OpenOnly = context.GetArgument<bool>("openOnly"),
        };
        try
        {
            var page = await index.Obligations(filter, request, context.CancellationToken).ConfigureAwait(false);
            return Connection<FilingObligationRow>.Of(page, o => o, cancel => index.CountObligations(filter, cancel));
        }
        catch (BadCursorException bad)
        {
            throw RequestError.Input(request.After is null ? "before" : "after", bad.Message);
        }
    }

    private async ValueTask<object?> Coverage(IResolveFieldContext context, Viewer viewer)
    {
        if (directory.City is not { } city || !FilingAccess.ReadsCoverage(viewer.Actor, city, directory.IsWithin))
            return null;
        var counties = directory.Descendants(city, UnitLevel.County).Select(c => c.Code).ToList();
        var filed = (await index.CountiesFiled(city, context.CancellationToken).ConfigureAwait(false)).ToHashSet();
        var missing = counties.Where(c => !filed.Contains(c)).ToList();
        return new ShownCoverage(new(counties.Count, counties.Count - missing.Count), missing);
    }

    private static UnitCode Unit(IResolveFieldContext context, UnitLevel highest) =>
        UnitCode.TryParse(context.GetArgument<string>("unit"), out var unit) && unit.Level >= highest && unit.Level <= UnitLevel.Township
            ? unit
            : throw RequestError.Input("unit", highest == UnitLevel.City ? "unit is the code of a city, a county or a township: 4, 6 or 9 digits." : "unit is the code of a county or a township: 6 or 9 digits.");
}

/// <summary>Documents as nodes, and published lists: content that is open to everyone. Part 4.</summary>
internal sealed class PublishedLists(FilingsReader reader) : IRootFields<HubQuery>, INodes
{
    public string Type => "FiledDocument";

    public void AddTo(HubQuery query) => query.AskOne<ListGraphType<NonNullGraphType<FiledDocumentType>>>("publishedLists",
            "Published lists in force of a township: power list, responsibility list, directory of public services (已公布清单). Open to everyone. T009, R019.",
            async (context, viewer) =>
            {
                if (!UnitCode.TryParse(context.GetArgument<string>("unit"), out var unit) || unit.Level != UnitLevel.Township)
                    throw RequestError.Input("unit", "unit is the code of a township, 9 digits.");
                return (await reader.Documents(viewer.Actor, unit).ConfigureAwait(false)).Where(d => d.Document.IsPublic).OrderBy(d => d.Document.Kind).ToList();
            })
        .Argument<NonNullGraphType<StringGraphType>>("unit", "Code of the township, 9 digits (乡镇街道).").WithAssumedSize(3).WithCost(FieldMarks.OneQuestion);

    public async ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        key.Split('/') is [var code, var id] && UnitCode.TryParse(code, out var unit) && int.TryParse(id, System.Globalization.NumberStyles.None, null, out var number)
            ? (await reader.Documents(viewer.Actor, unit).ConfigureAwait(false)).FirstOrDefault(d => d.Document.Id == number)
            : null;
}
