using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Councils;

/// <summary>A council, live: the commit path around <see cref="CouncilDecisions"/>.</summary>
internal sealed class CouncilGrain([PersistentState("state")] IPersistentState<SubjectDocument<Council>> store, CommitServices commits, CouncilShape shape, IHubDirectory directory)
    : Grain, ICouncilGrain
{
    private Subject<Council, CouncilEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Community => GrainKeys.UnitOf(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(CouncilCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing => ValueTask.FromResult(() => CouncilDecisions.Decide(
            standing.State, command, new(Community, directory.IsCommunity(Community, standing.Now), context.Actor, standing.Now, directory.IsWithin))));

    public async Task<CouncilView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(state, _subject.Trace.Length) : null;
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
