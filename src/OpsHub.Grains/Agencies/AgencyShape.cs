using OpsHub.Contracts.Index;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Agencies;

/// <summary>How a stationed agency is folded, named and indexed.</summary>
internal sealed class AgencyShape : SubjectShape<Agency, AgencyEvent>
{
    public override Agency Fold(Agency? state, AgencyEvent happened) => Agency.Apply(state, happened);

    public override EventLine Describe(AgencyEvent happened) =>
        new(happened.GetType().Name, null, happened is EnforcementPowersSet ? "R031" : "A001");

    public override Publication Publish(string key, Agency state, TraceChain trace, long version, long after) => new(key, version)
    {
        Agency = new AgencyRow(
            state.Code, version, state.Name, state.Department, state.Host, state.Served, state.Generated)
        {
            Powers = state.EnforcementPowers,
        },
    };
}
