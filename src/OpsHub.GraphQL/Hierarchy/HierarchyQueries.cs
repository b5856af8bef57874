using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Root queries for units.</summary>
internal sealed class HierarchyQueries(IHubDirectory directory, Access access, HubClock clock) : IRootFields<HubQuery>, INodes
{
    private const int LongestSearch = 100;

    public string Type => "Unit";

    public void AddTo(HubQuery query)
    {
        query.Ask<UnitType>("unit", "A unit by its official code (区划单元); null when there is none, or none that the actor may see.",
                (context, viewer) => new(Find(viewer, context.GetArgument<string>("code"))))
            .Argument<NonNullGraphType<StringGraphType>>("code", "Official code (区划代码), 4, 6, 9, 12 or 15 digits.")
            .AsLive();
        query.AskOne<UnitConnectionType>("units", "Units in force that the actor may see, by part of their name or the beginning of their code (区划查找), by code.",
                (context, viewer) => new(ListPages.Of("units", Search(viewer, context.GetArgument<string>("search"), context.GetArgument<UnitLevel?>("level")), u => u.Code.Value, Paging.Read(context), clock.Now)))
            .Argument<NonNullGraphType<StringGraphType>>("search", $"Part of the name, or the first digits of the code, 1 to {LongestSearch} characters.")
            .Argument<UnitLevelType>("level", "Only units of this level (层级).")
            .Paged().WithCost(FieldMarks.OneQuestion);
    }

    /// <summary>Any unit, because names are told to everyone signed in, ancestors' ids among them; every figure guards itself.</summary>
    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        new(UnitCode.TryParse(key, out var unit) ? directory.Unit(unit) : null);

    private List<UnitRow> Search(Viewer viewer, string search, UnitLevel? level)
    {
        if (search.Length is 0 or > LongestSearch)
            throw RequestError.Input("search", $"search takes 1 to {LongestSearch} characters, got {search.Length}.");
        if (directory.City is not { } city)
            return [];
        var all = (directory.Unit(city) is { } top ? [top] : Enumerable.Empty<UnitRow>())
            .Concat(Enum.GetValues<UnitLevel>().SelectMany(l => l > UnitLevel.City ? directory.Descendants(city, l) : []));
        return [.. all.Where(u => (level is null || u.Code.Level == level)
                && (u.Name.Contains(search, StringComparison.Ordinal) || u.Code.Value.StartsWith(search, StringComparison.Ordinal)) && access.Unit(viewer.Actor, u.Code))
            .OrderBy(u => u.Code.Value, StringComparer.Ordinal)];
    }

    private UnitRow? Find(Viewer viewer, string code) =>
        UnitCode.TryParse(code, out var unit) && directory.Unit(unit) is { } row && access.Unit(viewer.Actor, unit) ? row : null;
}
