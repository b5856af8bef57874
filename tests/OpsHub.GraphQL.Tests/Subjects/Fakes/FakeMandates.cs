using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>Townships' rights and duties in memory, by the real decisions.</summary>
public sealed class FakeMandates(string key, TestHub hub) : IMandatesGrain
{
    private readonly List<TraceEntry> _trace = [];
    private CountyMandates? _state;

    private UnitCode County => GrainKeys.CountyOfMandates(key);

    public Task<CommandReply> Do(MandateCommand command, CommandContext context)
    {
        if (hub.Failure is { } failure)
            throw failure;
        if (_trace.FindLast(e => e.Command == context.Key) is { } done)
            return Task.FromResult(new CommandReply(key, null, done.Sequence, Repeated: true));
        if (context.ExpectedVersion is { } expected && expected != _trace.Count)
            return Task.FromResult(new CommandReply(key, new Refusal(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale"), _trace.Count));
        var book = hub.Rules.Current;
        var decision = MandateDecisions.DecideNow(_state, command, new(County, context.Actor, hub.Clock.Now, book.Calendar, book.Cases.Hours, book.Mandates, _trace.Count + 1, hub.Directory.IsWithin));
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply(key, decision.Refusal, _trace.Count));
        foreach (var happened in decision.Events)
        {
            _state = MandateFold.Apply(_state, happened);
            _trace.Add(new TraceEntry
            {
                Sequence = _trace.Count + 1, At = hub.Clock.Now, Principal = context.Actor.Principal, Role = context.Actor.Role, Organ = context.Actor.Organ, Event = happened.Name, Reason = happened.Why,
                Command = context.Key, Body = "", Rule = happened.Rule, Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
                PreviousHash = _trace.Count == 0 ? new string('0', 64) : _trace[^1].Hash, Hash = CommandIds.Hash(key, $"{_trace.Count + 1}"),
            });
        }

        return Task.FromResult(new CommandReply(key, null, _trace.Count));
    }

    public Task<MandatesView?> Get()
    {
        hub.Grains.Calls.Enqueue($"{key}.Get");
        return Task.FromResult<MandatesView?>(new(key, _state ?? new() { County = County, ChangedAt = hub.Clock.Now }, _trace.Count));
    }

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([.. _trace.Skip((int)after).Take(limit)], _trace.Count));

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}
