using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Rules;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>The rules in memory, by the real decisions.</summary>
public sealed class FakeRulesGrain(TestHub hub) : IRulesGrain
{
    private readonly Dictionary<string, CommandReply> _answered = [];

    public Task<CommandReply> Do(RuleCommand command, CommandContext context)
    {
        if (hub.Failure is not null)
            throw hub.Failure;
        if (_answered.TryGetValue(context.Key, out var before))
            return Task.FromResult(before with { Repeated = true });
        var counties = hub.Directory.Descendants(new("4302"), UnitLevel.County).Select(u => u.Code);
        var decision = RuleDecisions.Decide(command, new RuleFacts(new("4302"), context.Actor, hub.Clock.Now, hub.Rules.Versions, [.. hub.Rules.Departments.Keys], [.. counties]));
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply("rules-4302", decision.Refusal, hub.Rules.Versions.Changes.Count));
        hub.Rules.Take(decision.Events.OfType<RuleChanged>().Select(e => e.Change));
        return Task.FromResult(_answered[context.Key] = new CommandReply("rules-4302", null, hub.Rules.Versions.Changes.Count));
    }

    public Task<RuleSet?> NewerThan(int version) => Task.FromResult<RuleSet?>(null);

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([], 0));

    public Task Republish() => Task.CompletedTask;

    public Task Drop() => Task.CompletedTask;
}
