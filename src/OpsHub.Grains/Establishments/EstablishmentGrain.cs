using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Establishments;

/// <summary>A county's organs, nameplates and posts, live: the commit path around <see cref="EstablishmentDecisions"/>.</summary>
internal sealed class EstablishmentGrain(
    [PersistentState("state")] IPersistentState<SubjectDocument<CountyEstablishment>> store, CommitServices commits, EstablishmentShape shape, IRuleBook rules, IHubDirectory directory)
    : Grain, IEstablishmentGrain
{
    private Subject<CountyEstablishment, EstablishmentEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    private UnitCode County => GrainKeys.CountyOfEstablishment(Key);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        await rules.Know(1, County.At(UnitLevel.City));
    }

    public Task<CommandReply> Do(EstablishmentCommand command, CommandContext context) => _subject.Commit(
        context,
        JsonSerializer.Serialize(command, DomainSerialization.Options),
        standing =>
        {
            var found = new EstablishmentContext(
                context.Actor, standing.Now, County, rules.On(LocalDay.Of(standing.Now), County).Establishments, directory.TownshipFactsOf(County));
            return ValueTask.FromResult(() => EstablishmentDecisions.Decide(standing.State, command, found));
        });

    public async Task<EstablishmentView?> Get()
    {
        await _subject.ReadIfDoubtful();
        return _subject.State is { } state ? new(Key, state, _subject.Trace.Length) : null;
    }

    public Task<TraceSlice> Trace(long after, int limit) => _subject.Slice(after, limit);

    public Task Republish() => _subject.Republish();

    public Task Drop()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

/// <summary>How a county's establishment is folded, named and indexed.</summary>
internal sealed class EstablishmentShape(IHubDirectory directory) : SubjectShape<CountyEstablishment, EstablishmentEvent>
{
    public override CountyEstablishment Fold(CountyEstablishment? state, EstablishmentEvent happened) => EstablishmentFold.Apply(state, happened);

    public override bool Reads(Actor actor, CountyEstablishment state) => EstablishmentAccess.ReadsTrace(actor, state.County, directory.IsWithin);

    public override EventLine Describe(EstablishmentEvent happened) => new(happened.GetType().Name, happened.Why, happened.Rule);

    public override Publication Publish(string key, CountyEstablishment state, TraceChain trace, long version, long after) => new(key, version) { Establishment = new(key, version, state) };
}
