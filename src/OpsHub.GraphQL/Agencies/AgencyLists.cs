using GraphQL;
using OpsHub.Contracts.Deadlines;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Agencies;

/// <summary>Lists of stationed agencies, within what the actor may see. From memory.</summary>
internal sealed class AgencyLists(IHubDirectory directory, Access access, HubClock clock)
{
    /// <summary>A page of those that serve a township, or any township of a county or city; all agencies without a unit.</summary>
    public Connection<AgencyRow> Page(IResolveFieldContext context, Viewer viewer, UnitCode? unit, OrganCode? department = null)
    {
        var found = Townships(unit ?? directory.City).SelectMany(directory.AgenciesOf).DistinctBy(a => a.Code)
            .Where(a => (department is null || a.Department == department) && access.Agency(viewer.Actor, a))
            .OrderBy(a => a.Code.Value, StringComparer.Ordinal);
        return ListPages.Of("agencies", [.. found], a => a.Code.Value, Paging.Read(context), clock.Now);
    }

    private IEnumerable<UnitCode> Townships(UnitCode? unit) => unit switch
    {
        { Level: < UnitLevel.Township } above => directory.Descendants(above, UnitLevel.Township).Select(t => t.Code),
        { Level: UnitLevel.Township } township => [township],
        _ => [],
    };
}
