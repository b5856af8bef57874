using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Mandates;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using OpsHub.Domain.Mandates;
using OpsHub.Host.Tests.Fakes;

namespace OpsHub.Host.Tests.Jobs.Years;

/// <summary>Counties' records of townships' rights, as their grains keep them: decided by the domain, without a silo.</summary>
internal sealed class CountyRecords(TimeProvider time, params UnitCode[] counties)
{
    private readonly Dictionary<UnitCode, Record> _records = counties.ToDictionary(c => c, _ => new Record(null, [], []));

    /// <summary>A county whose next answer is lost after the write: as where the silo dies in between.</summary>
    public UnitCode? Dying { get; set; }

    public IGrainFactory Grains => Fake.Of<IGrainFactory>((_, args) => Grain(GrainKeys.CountyOfMandates((string)args[0]!)));

    public IEnumerable<UnitCode> Counties => _records.Keys;

    public CountyMandates State(UnitCode county) => _records[county].State!;

    /// <summary>What happened there, of one kind.</summary>
    public List<TEvent> Happened<TEvent>(UnitCode county) => [.. _records[county].Events.OfType<TEvent>()];

    private IMandatesGrain Grain(UnitCode county) => Fake.Of<IMandatesGrain>((method, args) => method.Name switch
    {
        nameof(IMandatesGrain.Get) => Task.FromResult<MandatesView?>(new(GrainKeys.Mandates(county), _records[county].State ?? new() { County = county, ChangedAt = default }, _records[county].Events.Count)),
        nameof(IMandatesGrain.Do) => Task.FromResult(Do(county, (MandateCommand)args[0]!, (CommandContext)args[1]!)),
        _ => throw new NotSupportedException(method.Name),
    });

    private CommandReply Do(UnitCode county, MandateCommand command, CommandContext context)
    {
        lock (_records)
        {
            var (state, events, given) = _records[county];
            if (given.Contains(context.Key))
                return new(GrainKeys.Mandates(county), null, events.Count, Repeated: true);
            var decision = MandateDecisions.DecideNow(state, command, new(county, context.Actor, time.GetUtcNow(), OfficialCalendar.Empty, WorkingHours.Default, new(), events.Count + 1, (unit, above) => unit == above));
            if (!decision.Events.IsEmpty)
            {
                given.Add(context.Key);
                events.AddRange(decision.Events);
                _records[county] = new(decision.Events.Aggregate(state, MandateFold.Apply), events, given);
            }

            if (Dying == county)
            {
                Dying = null;
                throw new TimeoutException();
            }

            return new(GrainKeys.Mandates(county), decision.Refusal, events.Count);
        }
    }

    private sealed record Record(CountyMandates? State, List<MandateEvent> Events, HashSet<string> Given);
}
