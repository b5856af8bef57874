using System.Text.Json;
using OpsHub.Contracts.Assessments;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>An agency's year in memory, decided by the real decisions and published to the fake index.</summary>
public sealed class FakeAgencyYear(string key, TestHub hub) : IAgencyYearGrain
{
    private readonly Lock _gate = new();
    private readonly List<TraceEntry> _trace = [];
    private readonly HashSet<IAgencyYearObserver> _observers = [];
    private AgencyYear? _state;

    public Task<CommandReply> Do(AgencyYearCommand command, CommandContext context)
    {
        hub.Grains.Calls.Enqueue($"{key}.Do");
        if (hub.Failure is { } failure)
            throw failure;
        lock (_gate)
        {
            if (_trace.FindLast(e => e.Command == context.Key) is { } done)
                return Task.FromResult(new CommandReply(key, null, done.Sequence, Repeated: true));
            if (context.ExpectedVersion is { } expected && expected != _trace.Count)
                return Task.FromResult(new CommandReply(key, new Refusal(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale"), _trace.Count));
            var decision = AgencyYearDecisions.DecideNow(_state, command, Facts(context));
            if (decision.IsRefused)
                return Task.FromResult(new CommandReply(key, decision.Refusal, _trace.Count));
            foreach (var happened in decision.Events)
                Fold(happened, context);
        }

        hub.Years.Put(AgencyYearRow.Of(key, _state!, _trace.Count));
        foreach (var observer in _observers)
            observer.Changed(key, _trace.Count);
        return Task.FromResult(new CommandReply(key, null, _trace.Count));
    }

    public Task<AgencyYearView?> Get()
    {
        hub.Grains.Calls.Enqueue($"{key}.Get");
        lock (_gate)
            return Task.FromResult(_state is null ? null : new AgencyYearView(key, _state, _trace.Count, _trace[^1].Hash));
    }

    public Task<TraceSlice> Trace(long after, int limit)
    {
        lock (_gate)
            return Task.FromResult(new TraceSlice([.. _trace.Skip((int)after).Take(limit)], _trace.Count));
    }

    public Task<long> Watch(IAgencyYearObserver observer)
    {
        _observers.Add(observer);
        return Task.FromResult((long)_trace.Count);
    }

    public Task Unwatch(IAgencyYearObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task<int> Tick(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> CatchUp(int calendar) => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    private AgencyYearContext Facts(CommandContext context)
    {
        var (agency, book) = (GrainKeys.YearOf(key).Agency, hub.Rules.Current);
        var served = hub.Years.Served.GetValueOrDefault(agency.Value) ?? [agency.Unit];
        return new(context.Actor, context.OccurredAt ?? hub.Clock.Now, book.Calendar, book.Cases.Hours, book.Assessments, _trace.Count + 1)
        {
            Agency = new(agency, OrganCode.Parse($"{agency.Unit.At(UnitLevel.County)}:{agency.DepartmentId}"), agency.Unit, [.. served]),
        };
    }

    private void Fold(AgencyYearEvent happened, CommandContext context)
    {
        var before = _state;
        _state = AgencyYearFold.Apply(_state, happened);
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
