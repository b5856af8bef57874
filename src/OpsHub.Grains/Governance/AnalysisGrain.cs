using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Governance;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Governance;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;
using OpsHub.Grains.Councils;

namespace OpsHub.Grains.Governance;

/// <summary>A township's analysis report of a cycle, live: the commit path around <see cref="AnalysisDecisions"/>.</summary>
internal sealed class AnalysisGrain([PersistentState("state")] IPersistentState<SubjectDocument<AnalysisReport>> store, CommitServices commits, AnalysisShape shape, IHubDirectory directory)
    : Grain, IAnalysisGrain
{
    private Subject<AnalysisReport, AnalysisEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(AnalysisCommand command, CommandContext context)
    {
        var (township, from) = GrainKeys.AnalysisOf(Key);
        return _subject.Commit(
            context,
            JsonSerializer.Serialize(command, DomainSerialization.Options),
            standing => ValueTask.FromResult(() => AnalysisDecisions.Decide(
                standing.State, from, command, new(township, u => directory.IsInForce(u, standing.Now), context.Actor, standing.Now, directory.IsWithin))));
    }

    public async Task<AnalysisView?> Get()
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
