using System.Collections.Immutable;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A case in memory.</summary>
public sealed class FakeCase(string key, TestHub hub) : FakeSubject<Case, CaseEvent>(key, hub), ICaseGrain
{
    private CaseCommand? _first;

    /// <summary>When set, commands are carried out, but reading the trace fails with it.</summary>
    public Exception? ReadFailure { get; set; }

    protected override string? Number => State?.Number;

    public Task<CommandReply> Do(CaseCommand command, CommandContext context) => Carry(context, () => CaseDecisions.Decide(State, command, Facts(command, context)), () =>
    {
        if (State is { } existing && command is ReportCase again)
            return Again(existing, again, context);
        _first ??= command;
        return null;
    });

    /// <summary>State and trace as they would be stored; without a state where it was never reported.</summary>
    public SubjectDocument<Case> Document() => Read(trace => State is null ? new SubjectDocument<Case>() :
        new() { State = State, Trace = new() { Length = trace.Count, Head = trace[^1].Hash, Segments = Cut(trace), Recent = [.. trace.Skip(Cut(trace) * TraceChain.SegmentSize)] } });

    /// <summary>What has left the document, as the hub cuts it.</summary>
    public IReadOnlyList<TraceSegment> Segments() => Read<IReadOnlyList<TraceSegment>>(trace =>
        [.. trace.Take(Cut(trace) * TraceChain.SegmentSize).Chunk(TraceChain.SegmentSize).Select((entries, number) => TraceSegment.Of(Key, number, [.. entries]))]);

    public Task<CaseView?> Get()
    {
        Asked("Get");
        return Task.FromResult(Read(_ => State is null ? null : new CaseView(Key, State, Length, Newest.Hash)));
    }

    public Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit)
    {
        if (ReadFailure is { } failure)
            throw failure;
        Asked("Trace");
        return Task.FromResult(Read<IReadOnlyList<TraceEntry>>(t => [.. t.Skip((int)after).Take(limit)]));
    }

    public Task<long> Watch(ICaseObserver observer) => Add(observer);

    public Task Unwatch(ICaseObserver observer) => Remove(observer);

    public Task<bool> CatchUp(int since, int calendar) => Task.FromResult(false);

    public Task<bool> Follow() => Task.FromResult(false);

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<int> Late(DateTimeOffset now, long published) => throw new NotSupportedException();

    public Task Settle() => Task.CompletedTask;

    protected override Case Apply(Case? state, CaseEvent happened) => Case.Apply(state, happened);

    protected override (string Name, string? Why, string? Rule) Describe(CaseEvent happened) => (happened.Name, happened.Why, happened.Rule);

    protected override string? StageOf(Case state) => state.Stage.ToString();

    protected override void Publish(Case state) => Hub.Publish(Key, state, Length, Newest);

    protected override void Tell(IGrainObserver observer) => ((ICaseObserver)observer).Changed(Key, Length);

    private static int Cut(List<TraceEntry> trace) => trace.Count < TraceChain.Fold ? 0 : (trace.Count / TraceChain.SegmentSize) - 1;

    // As the grain does: told only to those who may report it, and the number only to those who may read it.
    private CommandReply Again(Case existing, ReportCase again, CommandContext context)
    {
        var forbidden = CaseAccess.ReportAgain(context.Actor, again, Hub.Directory.Place(again.Grid), CaseAccess.SystemsOf(context.Actor, Hub.Entered));
        return forbidden is not null ? new CommandReply(Key, forbidden, 0)
            : again == (ReportCase)_first! ? new CommandReply(Key, null, 1, existing.Number, Repeated: true)
            : Refused(new(RefusalCodes.Conflict, "G017", "三(四)", "commandId", "重复编号", "Conflict"));
    }

    private CaseContext Facts(CaseCommand command, CommandContext context) =>
        new(context.Actor, context.OccurredAt ?? Hub.Clock.Now, Hub.Rules.Current, Length + 1)
        {
            Placement = command is ReportCase report ? Hub.Directory.Place(report.Grid) : null,
            Destination = command is RelocateCase relocate ? Hub.Directory.Place(relocate.Grid) : null,
            Number = $"ZZ-{Key[5..9]}",
            GridKind = command is ReportCase { Grid: var grid } ? Hub.Directory.Unit(grid)?.Kind : null,
            Systems = CaseAccess.SystemsOf(context.Actor, Hub.Entered),
            Target = command is MergeCase merge && Hub.Index.Find(merge.Target) is { } row ? new(row.Key, row.Number, row.Grid, row.Category, row.Stage, row.ReportedAt, row.Contribution.Emergency) : null,
            Organs = (command switch
            {
                DispatchCase dispatch => dispatch.Parties,
                RedispatchCase dispatch => dispatch.Parties,
                AssignParts assign => assign.Parties,
                RecordMeeting meeting => [.. meeting.Attended.Select(o => new DispatchParty(o, DispatchPart.Assist))],
                FeedBackCase => [new DispatchParty(context.Actor.Organ, DispatchPart.Lead)],
                _ => [],
            }).ToImmutableDictionary(p => p.Organ, p => new OrganFacts(p.Organ, true, true, true)),
        };
}
