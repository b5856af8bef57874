using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Root queries for units.</summary>
internal sealed class HierarchyQueries(IHubDirectory directory, Access access) : IRootFields<HubQuery>, INodes
{
    public string Type => "Unit";

    public void AddTo(HubQuery query) =>
        query.Ask<UnitType>("unit", "A unit by its official code (区划单元); null when there is none, or none that the actor may see.",
                (context, viewer) => new(Find(viewer, context.GetArgument<string>("code"))))
            .Argument<NonNullGraphType<StringGraphType>>("code", "Official code (区划代码), 4, 6, 9, 12 or 15 digits.")
            .AsLive();

    /// <summary>Any unit, because names are told to everyone signed in, ancestors' ids among them; every figure guards itself.</summary>
    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) =>
        new(UnitCode.TryParse(key, out var unit) ? directory.Unit(unit) : null);

    private UnitRow? Find(Viewer viewer, string code) =>
        UnitCode.TryParse(code, out var unit) && directory.Unit(unit) is { } row && access.Unit(viewer.Actor, unit) ? row : null;
}
