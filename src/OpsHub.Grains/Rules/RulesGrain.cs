using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Rules;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Rules;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Rules;

/// <summary>The rules of a city, live: the commit path around <see cref="RuleDecisions"/>.</summary>
internal sealed class RulesGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<RuleSet>> store, CommitServices services, RulesShape shape, ISeedRules seeds, IHubDirectory directory)
    : Grain, IRulesGrain
{
    private Subject<RuleSet, RuleEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, services, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(RuleCommand command, CommandContext context) => _subject.Commit(
        context with { OccurredAt = null },
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing =>
        {
            var facts = Facts(context, standing);
            return ValueTask.FromResult(() => RuleDecisions.Decide(command, facts));
        });

    public Task<RuleSet?> NewerThan(int version) => Task.FromResult(_subject.State is { } state && state.Version > version ? state : null);

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private RuleFacts Facts(CommandContext context, Standing<RuleSet> standing)
    {
        var city = GrainKeys.CityOfRules(Key);
        return new(
            city, context.Actor, standing.Now, new RuleVersions(seeds.Seed, standing.State?.Changes ?? []),
            [.. seeds.Departments.Keys], [.. directory.Descendants(city, UnitLevel.County).Select(u => u.Code)]);
    }
}
