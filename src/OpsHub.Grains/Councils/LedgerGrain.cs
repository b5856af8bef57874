using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Privacy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Councils;

/// <summary>An opinion ledger, live: the commit path around <see cref="OpinionDecisions"/>.</summary>
internal sealed class LedgerGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<OpinionLedger>> store, CommitServices commits, LedgerShape shape, ICouncilIndex index, IHubDirectory directory)
    : Grain, ILedgerGrain
{
    private Subject<OpinionLedger, OpinionEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode Community => GrainKeys.UnitOf(Key);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(OpinionCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        async standing =>
        {
            var facts = await Facts(standing, command, context);
            var refused = command is LinkOpinion link && OpinionDecisions.Decide(standing.State, link, facts) is { IsRefused: false, Events.IsEmpty: false }
                ? await Put(OpinionDecisions.Find(standing.State, link.Entry, facts)!, link.Consultation, context.Actor)
                : null;
            return () => refused is null ? OpinionDecisions.Decide(standing.State, command, facts) : refused;
        });

    public async Task<LedgerView> Get()
    {
        await _subject.ReadIfDoubtful();
        return new(_subject.State, _subject.Trace.Length);
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task<OpinionFacts> Facts(Standing<OpinionLedger> standing, OpinionCommand command, CommandContext context)
    {
        var entry = command switch
        {
            EnterOpinion { Ticket: { } ticket } => OpinionEntry.IdOfTicket(Community, ticket),
            LinkOpinion link => link.Entry,
            _ => null,
        };
        var row = entry is null ? null : await index.Opinion(entry);
        return new(Community, directory.IsCommunity(Community, standing.Now), context.Actor, standing.Now, context.CommandId, directory.IsWithin,
            row is null || row.Community != Community ? null : new(row.Entry, row.Consultation), command is LinkOpinion { Consultation: var key } ? await Near(key) : null);
    }

    // A consultation of another community of the township may take it too: that is how a matter of two communities comes up. C013.
    private async Task<Consultation?> Near(string key) =>
        GrainKeys.IsConsultation(key) && await GrainFactory.Consultation(key).Get() is { State: var s } && directory.IsWithin(Community, directory.PlaceNow(s).Township) ? s : null;

    // Judged by the role of who links it, but under the hub's principal and an id of the two: whoever links it, and however often, it is in there once.
    private async Task<Refusal?> Put(OpinionEntry entry, string consultation, Actor actor)
    {
        var command = new AddOpinion(entry.Source, Community, entry.Kind, directory.Masked(entry.Text), entry.Id);
        var context = new CommandContext(new OpinionLink(entry.Id, consultation).CommandId, actor with { Principal = Actor.Hub(Community).Principal, Backdates = false });
        var refusal = (await GrainFactory.Consultation(consultation).Do(command, context)).Refusal;
        // Somebody entered it there by hand under the ledger's id: it is in, where it is the same.
        return refusal?.Code == RefusalCodes.Conflict && (await GrainFactory.Consultation(consultation).Get())?.State.Opinions.Find(o => o.Id == entry.Id) is { } held
            ? OpinionDecisions.Same(entry, Community, held, directory.Masked)
            : refusal;
    }
}
