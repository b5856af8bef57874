using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Councils;

/// <summary>A unit's support file, live: the commit path around <see cref="SupportDecisions"/>.</summary>
internal sealed class SupportGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<SupportFile>> store, CommitServices commits, SupportShape shape, ICouncilIndex index, IHubDirectory directory,
    IRuleBook rules)
    : Grain, ISupportGrain
{
    private Subject<SupportFile, SupportEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Unit => GrainKeys.UnitOf(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(SupportCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            var indexed = command is EndSupport { Id: var id } && await index.Record(id) is { } row && row.Unit == Unit ? new SupportMark(id, row.Record.Kind, row.EndedAt is not null) : null;
            var concerned = command is RecordSupport { Consultation: { } key } ? await Concerned(key) : null;
            if (concerned is not null)
                await rules.Know(concerned.Rules, concerned.Place.City);
            var facts = new SupportFacts(
                Unit, directory.IsInForce(Unit, standing.Now), context.Actor, standing.Now, context.CommandId, directory.IsWithin, indexed,
                concerned, concerned is null ? null : rules.Of(concerned, directory).Consultations);
            return () => SupportDecisions.Decide(standing.State, command, facts);
        });

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<Consultation?> Concerned(string key) =>
        GrainKeys.IsConsultation(key) && await GrainFactory.Consultation(key).Get() is { State: var s } && s.Communities.Any(c => directory.IsWithin(c, Unit)) ? s : null;
}
