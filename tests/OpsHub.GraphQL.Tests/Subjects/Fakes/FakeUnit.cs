using OpsHub.Contracts.Agencies;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Agencies;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Trace;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A unit in memory whose figures the test sets.</summary>
public sealed class FakeUnit(UnitCode code, TestHub hub) : ICityGrain, ICountyGrain, ITownshipGrain, ICommunityGrain, IGridGrain
{
    private readonly HashSet<IUnitObserver> _observers = [];
    private LiveFamily _family = new(new LiveSummary(OrganCode.Of(code), 1, 0, UnitSummary.Empty), []);

    public int Watches { get; private set; }

    public int Watchers => _observers.Count;

    /// <summary>When set, watching fails with it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>When set, watching answers only after it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Gives the unit and some of its children other figures, and tells whoever watches.</summary>
    public void Set(UnitSummary own, params (string Child, UnitSummary Facts)[] children)
    {
        var version = _family.Own.Version + 1;
        _family = new(new LiveSummary(OrganCode.Of(code), 1, version, own), [.. children.Select(c => new LiveSummary(OrganCode.Parse(c.Child), 1, version, c.Facts))]);
        Tell(_family);
    }

    /// <summary>Tells whoever watches of figures that newer ones overtook on their way.</summary>
    public void TellLate(UnitSummary own, long version) => Tell(new(new LiveSummary(OrganCode.Of(code), 1, version, own), []));

    public Task<LiveFamily> Family()
    {
        hub.Grains.Calls.Enqueue($"{code}.Family");
        return Task.FromResult(_family);
    }

    public async Task<LiveFamily> Watch(IUnitObserver observer)
    {
        hub.Grains.Calls.Enqueue($"{code}.Watch");
        Watches++;
        if (Failure is not null)
            throw Failure;
        if (Gate is { } gate)
            await gate.Task;
        _observers.Add(observer);
        return _family;
    }

    public Task Unwatch(IUnitObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task<LiveSummary> Summary() => throw new NotSupportedException();

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(FakeTrace.Slice(after, limit));

    public Task<CommandReply> Do(UnitCommand command, CommandContext context) => throw new NotSupportedException();

    public Task<Unit?> Get() => throw new NotSupportedException();

    public Task PushSubject(SubjectPush push) => throw new NotSupportedException();

    public Task PushConsultation(ConsultationPush push) => throw new NotSupportedException();

    public Task PushChild(ChildPush push) => throw new NotSupportedException();

    public Task<int> Recount() => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();

    private void Tell(LiveFamily family)
    {
        foreach (var observer in _observers.ToList())
            observer.Changed(family);
    }
}

/// <summary>An agency in memory with nothing to do.</summary>
public sealed class FakeAgency(OrganCode code, TestHub hub) : IAgencyGrain
{
    public Task<LiveSummary> Summary()
    {
        hub.Grains.Calls.Enqueue($"{code}.Summary");
        return Task.FromResult(new LiveSummary(code, 1, 1, UnitSummary.Empty));
    }

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(FakeTrace.Slice(after, limit));

    public Task<CommandReply> Do(AgencyCommand command, CommandContext context) => throw new NotSupportedException();

    public Task<Agency?> Get() => throw new NotSupportedException();

    public Task PushSubject(SubjectPush push) => throw new NotSupportedException();

    public Task<int> Recount() => throw new NotSupportedException();

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}

/// <summary>The trace of a record that was established and changed twice.</summary>
internal static class FakeTrace
{
    private static readonly List<TraceEntry> Entries = [.. Enumerable.Range(1, 3).Select(n => new TraceEntry
    {
        Sequence = n, At = TestHub.Monday, Principal = "admin", Role = Role.Administrator, Organ = OrganCode.Parse("4302"), Event = n == 1 ? "UnitEstablished" : "UnitRenamed",
        Command = "", Body = "", Rule = "G011", Content = "{}", PreviousHash = $"hash-{n - 1}", Hash = $"hash-{n}",
    })];

    public static TraceSlice Slice(long after, int limit) => new([.. Entries.Skip((int)after).Take(limit)], Entries.Count);
}
