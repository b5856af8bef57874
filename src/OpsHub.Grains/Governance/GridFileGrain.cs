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

/// <summary>A community's grid file, live: the commit path around <see cref="GridDecisions"/>.</summary>
internal sealed class GridFileGrain([PersistentState("state")] IPersistentState<SubjectDocument<GridFile>> store, CommitServices commits, GridFileShape shape, IHubDirectory directory)
    : Grain, IGridFileGrain
{
    private Subject<GridFile, GridFileEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Community => GrainKeys.UnitOf(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(GridFileCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing => ValueTask.FromResult(() => GridDecisions.Decide(
            standing.State, command, new(Community, u => directory.IsInForce(u, standing.Now), context.Actor, standing.Now, directory.IsWithin))));

    public async Task<GridFileView> Get()
    {
        await _subject.ReadIfDoubtful();
        return new(_subject.State ?? new GridFile { Community = Community }, _subject.Trace.Length);
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
