using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Establishments;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Tests.Subjects.Fakes;

/// <summary>A county's establishment in memory, by the real decisions.</summary>
public sealed class FakeEstablishment(string key, TestHub hub) : IEstablishmentGrain
{
    private readonly Dictionary<string, CommandReply> _answered = [];
    private CountyEstablishment? _state;
    private long _length;

    public Task<CommandReply> Do(EstablishmentCommand command, CommandContext context)
    {
        if (_answered.TryGetValue(context.Key, out var before))
            return Task.FromResult(before with { Repeated = true });
        var county = GrainKeys.CountyOfEstablishment(key);
        var decision = EstablishmentDecisions.Decide(_state, command, new(context.Actor, hub.Clock.Now, county, hub.Rules.Current.Establishments, hub.Directory.TownshipFactsOf(county)));
        if (decision.IsRefused)
            return Task.FromResult(new CommandReply(key, decision.Refusal, _length));
        _state = decision.Events.Aggregate(_state, EstablishmentFold.Apply);
        _length += decision.Events.Count;
        hub.Establishments.Rows[county] = new(key, _length, _state!);
        return Task.FromResult(_answered[context.Key] = new(key, null, _length));
    }

    public Task<EstablishmentView?> Get() => Task.FromResult(_state is null ? null : new EstablishmentView(key, _state, _length));

    public Task<TraceSlice> Trace(long after, int limit) => Task.FromResult(new TraceSlice([], _length));

    public Task Republish() => throw new NotSupportedException();

    public Task Drop() => throw new NotSupportedException();
}

/// <summary>Counties' establishments in memory.</summary>
public sealed class FakeEstablishmentIndex : IEstablishmentIndex
{
    public Dictionary<UnitCode, EstablishmentRow> Rows { get; } = [];

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public Task<IReadOnlyDictionary<UnitCode, EstablishmentRow>> Of(IReadOnlyCollection<UnitCode> counties, CancellationToken cancel = default)
    {
        Asked++;
        return Task.FromResult<IReadOnlyDictionary<UnitCode, EstablishmentRow>>(counties.Where(Rows.ContainsKey).ToDictionary(c => c, c => Rows[c]));
    }
}
