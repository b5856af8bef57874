using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Councils;

namespace OpsHub.Grains.Governance;

/// <summary>A unit's governance file, live: the commit path around <see cref="GovernanceDecisions"/>.</summary>
internal sealed class GovernanceGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<GovernanceFile>> store, CommitServices commits, GovernanceShape shape, IHubDirectory directory, IRuleBook rules)
    : Grain, IGovernanceGrain
{
    private Subject<GovernanceFile, GovernanceEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Unit => GrainKeys.UnitOf(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(GovernanceCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing => ValueTask.FromResult(() => GovernanceDecisions.Decide(
            standing.State, command,
            new(Unit, u => directory.IsInForce(u, standing.Now), context.Actor, standing.Now, directory.IsWithin) { IsCategory = rules.Current.Cases.Categories.ContainsKey })));

    public async Task<GovernanceView> Get()
    {
        await _subject.ReadIfDoubtful();
        return new(_subject.State ?? new GovernanceFile { Unit = Unit }, _subject.Trace.Length);
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
