using System.Collections.Immutable;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Councils;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>What the three have in common: state, answers by command id, publication.</summary>
public abstract class FakeCouncilSubject<TState, TEvent>(string key, TestHub hub) where TState : class
{
    private readonly Dictionary<string, CommandReply> _answered = [];

    protected TestHub Hub => hub;

    protected TState? State { get; private set; }

    protected long Length { get; private set; }

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([], Length));

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    protected CommandReply Answer(CommandContext context, Func<Decision<TEvent>> decide)
    {
        if (hub.Failure is { } failure)
            throw failure;
        if (_answered.TryGetValue(context.Key, out var before))
            return before with { Repeated = true };
        var decision = decide();
        if (decision.IsRefused)
            return new(key, decision.Refusal, Length);
        State = decision.Events.Aggregate(State, Fold);
        Length += decision.Events.Count;
        hub.Councils.Take(Publish(decision.Events));
        return _answered[context.Key] = new(key, null, Length);
    }

    protected abstract TState Fold(TState? state, TEvent happened);

    protected abstract CouncilPublication Publish(ImmutableList<TEvent> events);

    protected async Task<Consultation?> Consultation(string named) =>
        GrainKeys.IsConsultation(named) && await hub.Grains.GetGrain<Contracts.Consultations.IConsultationGrain>(named).Get() is { State: var s } ? s : null;
}

/// <summary>A ledger in memory, by the real decisions.</summary>
public sealed class FakeLedger(UnitCode community, TestHub hub) : FakeCouncilSubject<OpinionLedger, OpinionEvent>(GrainKeys.Ledger(community), hub), ILedgerGrain
{
    public async Task<CommandReply> Do(OpinionCommand command, CommandContext context)
    {
        var row = command is LinkOpinion { Entry: var entry } ? await Hub.Councils.Opinion(entry) : null;
        var near = command is LinkOpinion { Consultation: var key } ? await Consultation(key) : null;
        var facts = new OpinionFacts(
            community, Hub.Directory.Unit(community) is not null, context.Actor, Hub.Clock.Now, context.CommandId, Hub.Directory.IsWithin, row is null ? null : new(row.Entry, row.Consultation), near);
        var put = command is LinkOpinion link && OpinionDecisions.Decide(State, link, facts) is { IsRefused: false, Events.IsEmpty: false } ? await Put(OpinionDecisions.Find(State, link.Entry, facts)!, link, context) : null;
        return Answer(context, () => put is null ? OpinionDecisions.Decide(State, command, facts) : put);
    }

    // As the grain does.
    private async Task<Refusal?> Put(OpinionEntry entry, LinkOpinion link, CommandContext context) =>
        (await Hub.Grains.GetGrain<Contracts.Consultations.IConsultationGrain>(link.Consultation).Do(
            new AddOpinion(entry.Source, community, entry.Kind, entry.Text, entry.Id), new(new OpinionLink(entry.Id, link.Consultation).CommandId, context.Actor))).Refusal;

    public Task<LedgerView> Get() => Task.FromResult(new LedgerView(State, Length));

    protected override OpinionLedger Fold(OpinionLedger? state, OpinionEvent happened) => OpinionLedger.Apply(state, happened);

    protected override CouncilPublication Publish(ImmutableList<OpinionEvent> events) => new() { Ledger = new(community, Length, State!.Count, State.LastVisit), Opinions = events };
}

/// <summary>A council in memory, by the real decisions.</summary>
public sealed class FakeCouncil(UnitCode community, TestHub hub) : FakeCouncilSubject<Council, CouncilEvent>(GrainKeys.Council(community), hub), ICouncilGrain
{
    public Task<CommandReply> Do(CouncilCommand command, CommandContext context) => Task.FromResult(Answer(context, () => CouncilDecisions.Decide(
        State, command, new(community, Hub.Directory.Unit(community) is not null, context.Actor, Hub.Clock.Now, Hub.Directory.IsWithin))));

    public Task<CouncilView?> Get() => Task.FromResult(State is null ? null : new CouncilView(State, Length));

    protected override Council Fold(Council? state, CouncilEvent happened) => Council.Apply(state, happened);

    protected override CouncilPublication Publish(ImmutableList<CouncilEvent> events) => new() { Council = new(community, Length, State!.EstablishedOn, State.TermEnd) };
}

/// <summary>A support file in memory, by the real decisions.</summary>
public sealed class FakeSupport(UnitCode unit, TestHub hub) : FakeCouncilSubject<SupportFile, SupportEvent>(GrainKeys.Support(unit), hub), ISupportGrain
{
    public async Task<CommandReply> Do(SupportCommand command, CommandContext context)
    {
        var concerned = command is RecordSupport { Consultation: { } key } ? await Consultation(key) : null;
        return Answer(context, () => SupportDecisions.Decide(
            State, command, new(unit, Hub.Directory.Unit(unit) is not null, context.Actor, Hub.Clock.Now, context.CommandId, Hub.Directory.IsWithin, null, concerned)));
    }

    protected override SupportFile Fold(SupportFile? state, SupportEvent happened) => SupportFile.Apply(state, happened);

    protected override CouncilPublication Publish(ImmutableList<SupportEvent> events) => new() { Support = new(unit, Length, State!.Count), Records = events };
}
