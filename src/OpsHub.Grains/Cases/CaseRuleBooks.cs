using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;

namespace OpsHub.Grains.Cases;

/// <summary>The rules that a case goes by.</summary>
internal static class CaseRuleBooks
{
    /// <summary>Those of the version it began with, under the calendar of the county that has it by parents in force.</summary>
    public static RuleBook Of(this IRuleBook rules, Case state, IHubDirectory directory) =>
        rules.Of(state, directory.InForce(state).Placement.County);
}
