using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors;

/// <summary>Whether an actor may read a case, by parents in force. R046.</summary>
internal static class CaseReading
{
    public static bool May(IHubDirectory directory, Actor actor, Case state) =>
        May(directory, actor, state.Placement, state.Lead, state.Assists, state.Holder, state.Escalation, state.Reporters);

    public static bool May(IHubDirectory directory, Actor actor, CaseRow row) =>
        May(directory, actor, new Placement(row.Grid, row.Community, row.Township, row.County, row.City), row.Lead, row.Assists, row.Holder, row.Escalation, null);

    private static bool May(
        IHubDirectory directory, Actor actor, Placement placement, OrganCode? lead, IEnumerable<OrganCode> assists, OrganCode holder, int escalation, IEnumerable<string>? reporters) =>
        CaseAccess.Reads(actor, directory.Place(placement.Grid) ?? placement, lead, assists, holder, escalation, reporters);
}
