using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Relay;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Agencies;

/// <summary>Root query for stationed agencies.</summary>
internal sealed class AgencyQueries(IHubDirectory directory, Access access, AgencyLists lists) : IRootFields<HubQuery>, INodes
{
    public string Type => "Agency";

    public void AddTo(HubQuery query)
    {
        query.Ask<AgencyType>("agency", "A stationed agency by its code (派驻机构); null when there is none, or none that the actor may see.",
                (context, viewer) => new(Find(viewer, context.GetArgument<string>("code"))))
            .Argument<NonNullGraphType<StringGraphType>>("code", "Host township, dash, department, e.g. `430203001-D12`.");
        query.AskOne<AgencyConnectionType>("agencies", "Stationed agencies that the actor may see, by code (派驻机构): how a department finds its own. A001.",
                (context, viewer) => new(lists.Page(context, viewer, Unit(context), CaseFilterInput.Organ(context, "department"))))
            .Argument<StringGraphType>("unit", "Only those that serve this township, or any township of this county or city (服务乡镇).")
            .Argument<StringGraphType>("department", "Only those of this dispatching department, e.g. `430203:D12` (派出部门). A001.")
            .Paged();
    }

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => new(Find(viewer, key));

    private static UnitCode? Unit(IResolveFieldContext context) => context.GetArgument<string?>("unit") is not { Length: > 0 } code ? null
        : UnitCode.TryParse(code, out var unit) ? unit
        : throw RequestError.Input("unit", "unit is a unit code of 4, 6, 9, 12 or 15 digits.");

    private AgencyRow? Find(Viewer viewer, string code) =>
        OrganCode.TryParse(code, out var organ) && directory.Agency(organ) is { } row && access.Agency(viewer.Actor, row) ? row : null;
}
