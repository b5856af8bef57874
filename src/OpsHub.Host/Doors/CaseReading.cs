using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Host.Doors;

/// <summary>Whether an actor may read a case, by the units in force. R046, G011.</summary>
internal static class CaseReading
{
    public static bool May(IHubDirectory directory, Actor actor, Case state) =>
        May(actor, directory.InForce(state).Placement, state.Lead, state.Assists, state.Holder, state.Escalation, state.Reporters);

    public static bool May(IHubDirectory directory, Actor actor, CaseRow row) =>
        May(actor, directory.InForce(row), row.Lead, row.Assists, row.Holder, row.Escalation, null);

    private static bool May(
        Actor actor, Placement inForce, OrganCode? lead, IEnumerable<OrganCode> assists, OrganCode holder, int escalation, IEnumerable<string>? reporters) =>
        CaseAccess.Reads(actor, inForce, lead, assists, holder, escalation, reporters);
}
