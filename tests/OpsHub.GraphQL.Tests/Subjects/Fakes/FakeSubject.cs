using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A subject in memory, as its grain would have it: commands are decided by the real decisions, each step leaves its trace entry, the fake index hears of it, and whoever watches.</summary>
public abstract class FakeSubject<TState, TEvent>(string key, TestHub hub)
    where TState : class
    where TEvent : class
{
    private readonly Lock _gate = new();
    private readonly List<TraceEntry> _trace = [];
    private readonly HashSet<IGrainObserver> _observers = [];

    protected string Key => key;

    protected TestHub Hub => hub;

    protected TState? State { get; private set; }

    protected int Length => _trace.Count;

    protected TraceEntry Newest => _trace[^1];

    protected virtual string? Number => null;

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    protected abstract TState Apply(TState? state, TEvent happened);

    protected abstract (string Name, string? Why, string? Rule) Describe(TEvent happened);

    protected abstract void Publish(TState state);

    protected virtual string? StageOf(TState state) => null;

    protected virtual void Tell(IGrainObserver observer) => throw new NotSupportedException();

    protected void Asked(string method) => hub.Grains.Calls.Enqueue($"{key}.{method}");

    /// <summary>Carries out a command.</summary>
    /// <param name="context">Who gives it, under which id.</param>
    /// <param name="decide">The real decision.</param>
    /// <param name="known">The answer where the subject itself is what the command made before, else null.</param>
    protected Task<CommandReply> Carry(CommandContext context, Func<Decision<TEvent>> decide, Func<CommandReply?>? known = null)
    {
        Asked("Do");
        if (hub.Failure is { } failure)
            throw failure;
        lock (_gate)
        {
            if (_trace.FindLast(e => e.Command == context.Key) is { } done)
                return Task.FromResult(new CommandReply(key, null, done.Sequence, Number, Repeated: true));
            if (known?.Invoke() is { } before)
                return Task.FromResult(before);
            if (context.ExpectedVersion is { } expected && expected != _trace.Count)
                return Task.FromResult(Refused(new(RefusalCodes.StaleVersion, "HUB", "", "expectedVersion", "版本已变", "Stale")));
            var decision = decide();
            if (decision.IsRefused)
                return Task.FromResult(Refused(decision.Refusal));
            foreach (var happened in decision.Events)
                Fold(happened, context);
        }

        if (State is { } state)
            Publish(state);
        foreach (var observer in _observers)
            Tell(observer);
        return Task.FromResult(new CommandReply(key, null, _trace.Count, Number));
    }

    protected CommandReply Refused(Refusal refusal) => new(key, refusal, _trace.Count);

    protected T Read<T>(Func<List<TraceEntry>, T> read)
    {
        lock (_gate)
            return read(_trace);
    }

    protected Task<TraceSlice> Slice(long after, int limit) => Task.FromResult(Read(t => new TraceSlice([.. t.Skip((int)after).Take(limit)], t.Count)));

    protected Task<long> Add(IGrainObserver observer)
    {
        _observers.Add(observer);
        return Task.FromResult((long)_trace.Count);
    }

    protected Task Remove(IGrainObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    private void Fold(TEvent happened, CommandContext context)
    {
        var (before, line) = (State, Describe(happened));
        State = Apply(before, happened);
        _trace.Add(new TraceEntry
        {
            Sequence = _trace.Count + 1,
            At = hub.Clock.Now,
            OccurredAt = context.OccurredAt,
            Principal = context.Actor.Principal,
            Role = context.Actor.Role,
            Organ = context.Actor.Organ,
            Event = line.Name,
            From = before is null ? null : StageOf(before),
            To = StageOf(State),
            Reason = line.Why,
            Command = context.Key,
            Body = "",
            Rule = line.Rule,
            Content = JsonSerializer.Serialize(happened, DomainSerialization.Options),
            PreviousHash = _trace.Count == 0 ? new string('0', 64) : _trace[^1].Hash,
            Hash = CommandIds.Hash(key, $"{_trace.Count + 1}"),
        });
    }
}
