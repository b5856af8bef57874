using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Schemes;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Schemes;
using OpsHub.Domain.Trace;
using OpsHub.Grains.Commits;

namespace OpsHub.Grains.Schemes;

/// <summary>An assessment scheme, live: the commit path around <see cref="SchemeDecisions"/>.</summary>
internal sealed class SchemeGrain([PersistentState("state")] IPersistentState<SubjectDocument<AssessmentScheme>> store, CommitServices commits, SchemeShape shape) : Grain, ISchemeGrain
{
    private Subject<AssessmentScheme, SchemeEvent> _subject = null!;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _subject = new(Key, new(store), shape, commits, DeactivateOnIdle);
        return Task.CompletedTask;
    }

    public Task<CommandReply> Do(SchemeCommand command, CommandContext context)
    {
        // The key is the county's one scheme of a year: whoever sends another's to it has the key wrong.
        if (command is CreateScheme { Target: { } target } c && GrainKeys.Scheme(c.County, c.Year, target) != Key)
            throw new ArgumentException($"{GrainKeys.Scheme(c.County, c.Year, target)} is not {Key}.", nameof(command));
        return _subject.Commit(context, JsonSerializer.Serialize(command, DomainSerialization.Options),
            standing => ValueTask.FromResult(() => SchemeDecisions.Decide(standing.State, command, context.Actor, standing.Now)));
    }

    public async Task<SchemeView?> Get()
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

/// <summary>How a scheme is folded, named and indexed.</summary>
internal sealed class SchemeShape(IHubDirectory directory) : SubjectShape<AssessmentScheme, SchemeEvent>
{
    public override AssessmentScheme Fold(AssessmentScheme? state, SchemeEvent happened) => AssessmentScheme.Apply(state, happened);

    public override bool Reads(Actor actor, AssessmentScheme state) => SchemeAccess.Reads(actor, state.County, directory.IsWithin);

    public override EventLine Describe(SchemeEvent happened) => new(happened.GetType().Name, null, "T016");

    public override Publication Publish(string key, AssessmentScheme state, TraceChain trace, long version, long after) => new(key, version) { Scheme = new(key, version, state) };
}
