using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Roots;

namespace OpsHub.GraphQL.Agencies;

/// <summary>Root query for stationed agencies.</summary>
internal sealed class AgencyQueries(IHubDirectory directory, Access access) : IRootFields<HubQuery>, INodes
{
    public string Type => "Agency";

    public void AddTo(HubQuery query) =>
        query.Ask<AgencyType>("agency", "A stationed agency by its code (派驻机构); null when there is none, or none that the actor may see.",
                (context, viewer) => new(Find(viewer, context.GetArgument<string>("code"))))
            .Argument<NonNullGraphType<StringGraphType>>("code", "Host township, dash, department, e.g. `430203001-D12`.");

    public ValueTask<object?> Node(IResolveFieldContext context, Viewer viewer, string key) => new(Find(viewer, key));

    private AgencyRow? Find(Viewer viewer, string code) =>
        OrganCode.TryParse(code, out var organ) && directory.Agency(organ) is { } row && access.Agency(viewer.Actor, row) ? row : null;
}
