using OpsHub.Contracts.Index;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Rules;

/// <summary>How the rules are folded and named. They stand in no list of the index: every process asks for them.</summary>
internal sealed class RulesShape : SubjectShape<RuleSet, RuleEvent>
{
    public override RuleSet Fold(RuleSet? state, RuleEvent happened) => RuleSet.Apply(state, happened);

    public override EventLine Describe(RuleEvent happened) => happened is RuleChanged { Change: var change }
        ? new(change.Value.GetType().Name, change.Reason, RuleOf(change.Value))
        : throw new InvalidOperationException($"No name for {happened.GetType().Name}.");

    public override Publication? Publish(string key, RuleSet state, TraceChain trace, long version, long after) => null;

    private static string RuleOf(RuleValue value) => value switch
    {
        CategorySet { Parent: not null } => "G056",
        CategorySet => "G010",
        LimitsSet => "G022",
        ParameterSet p => RuleParameters.All[p.Name].Rule,
        _ => "C035", // resolution 6
    };
}
