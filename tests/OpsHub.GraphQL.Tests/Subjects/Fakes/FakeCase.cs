using System.Collections.Immutable;
using System.Text.Json;
using OpsHub.Contracts.Cases;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;
using Case = OpsHub.Domain.Cases.Case;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A case in memory, decided by the real decisions and published to the fake index.</summary>
public sealed class FakeCase(string key, TestHub hub) : ICaseGrain
{
    private readonly Lock _gate = new();
    private readonly List<TraceEntry> _trace = [];
    private readonly HashSet<ICaseObserver> _observers = [];
    private Case? _state;
    private CaseCommand? _first;

    public Task<CommandReply> Do(CaseCommand command, CommandContext context)
    {
        hub.Grains.Calls.Enqueue($"{key}.Do");
        if (hub.Failure is { } failure)
            throw failure;
        lock (_gate)
        {
            if (_trace.FindLast(e => e.Command == context.Key) is { } done)
                return Task.FromResult(new CommandReply(key, null, done.Sequence, _state!.Number, Repeated: true));
            if (_state is { } existing && command is ReportCase again)
                return Task.FromResult(Again(existing, again, context));
            _first ??= command;
            if (context.ExpectedVersion is { } expected && expected != _trace.Count)
                return Task.FromResult(new CommandReply(key, new Refusal(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale"), _trace.Count));
            var decision = CaseDecisions.Decide(_state, command, Facts(command, context));
            if (decision.IsRefused)
                return Task.FromResult(new CommandReply(key, decision.Refusal, _trace.Count));
            foreach (var happened in decision.Events)
                Fold(happened, context);
        }

        hub.Publish(key, _state!, _trace.Count, _trace[^1]);
        foreach (var observer in _observers)
            observer.Changed(key, _trace.Count);
        return Task.FromResult(new CommandReply(key, null, _trace.Count, _state!.Number));
    }

    /// <summary>When set, commands are carried out, but reading the trace fails with it.</summary>
    public Exception? ReadFailure { get; set; }

    /// <summary>State and trace as they would be stored.</summary>
    public SubjectDocument<Case> Document()
    {
        lock (_gate)
            return new() { State = _state, Trace = new() { Length = _trace.Count, Head = _trace[^1].Hash, Recent = [.. _trace] } };
    }

    public Task<CaseView?> Get()
    {
        hub.Grains.Calls.Enqueue($"{key}.Get");
        lock (_gate)
            return Task.FromResult(_state is null ? null : new CaseView(key, _state, _trace.Count, _trace[^1].Hash));
    }

    public Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit)
    {
        if (ReadFailure is { } failure)
            throw failure;
        hub.Grains.Calls.Enqueue($"{key}.Trace");
        lock (_gate)
            return Task.FromResult<IReadOnlyList<TraceEntry>>([.. _trace.Skip((int)after).Take(limit)]);
    }

    public Task<long> Watch(ICaseObserver observer)
    {
        _observers.Add(observer);
        return Task.FromResult((long)_trace.Count);
    }

    public Task Unwatch(ICaseObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task<bool> CatchUp(int since, int calendar) => Task.FromResult(false);

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task Settle() => Task.CompletedTask;

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    // As the grain does: told only to those who may report it, and the number only to those who may read it.
    private CommandReply Again(Case existing, ReportCase again, CommandContext context)
    {
        var forbidden = CaseAccess.ReportAgain(context.Actor, again, hub.Directory.Place(again.Grid), CaseAccess.SystemsOf(context.Actor, hub.Entered));
        return forbidden is not null ? new CommandReply(key, forbidden, 0)
            : again == (ReportCase)_first! ? new CommandReply(key, null, 1, existing.Number, Repeated: true)
            : new CommandReply(key, new Refusal(RefusalCodes.Conflict, "G017", "三(四)", "commandId", "重复编号", "Conflict"), _trace.Count);
    }

    private CaseContext Facts(CaseCommand command, CommandContext context) =>
        new(context.Actor, context.OccurredAt ?? hub.Clock.Now, hub.Rules.Current, _trace.Count + 1)
        {
            Placement = command is ReportCase report ? hub.Directory.Place(report.Grid) : null,
            Destination = command is RelocateCase relocate ? hub.Directory.Place(relocate.Grid) : null,
            Number = $"ZZ-{key[5..9]}",
            GridKind = command is ReportCase { Grid: var grid } ? hub.Directory.Unit(grid)?.Kind : null,
            Systems = CaseAccess.SystemsOf(context.Actor, hub.Entered),
            Target = command is MergeCase merge && hub.Index.Find(merge.Target) is { } row ? new(row.Key, row.Number, row.Grid, row.Category, row.Stage, row.ReportedAt, row.Contribution.Emergency) : null,
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

    private void Fold(CaseEvent happened, CommandContext context)
    {
        var before = _state;
        _state = Case.Apply(_state, happened);
        _trace.Add(new TraceEntry
        {
            Sequence = _trace.Count + 1,
            At = hub.Clock.Now,
            OccurredAt = context.OccurredAt,
            Principal = context.Actor.Principal,
            Role = context.Actor.Role,
            Organ = context.Actor.Organ,
            Event = happened.Name,
            From = before?.Stage.ToString(),
            To = _state.Stage.ToString(),
            Reason = happened.Why,
            Command = context.Key,
            Body = "",
            Rule = happened.Rule,
            Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
            PreviousHash = _trace.Count == 0 ? new string('0', 64) : _trace[^1].Hash,
            Hash = CommandIds.Hash(key, $"{_trace.Count + 1}"),
        });
    }
}
