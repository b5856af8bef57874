using System.Collections.Concurrent;
using OpsHub.Contracts.Consultations;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Grains.Tests.Fakes;

/// <summary>Consultations of the index in memory.</summary>
internal sealed partial class MemoryIndex : IConsultationIndex
{
    private readonly ConcurrentDictionary<string, ConsultationRow> _consultations = new();

    public Task<IReadOnlyDictionary<string, (long Version, ConsultationContribution Contribution)>> Contributions(UnitCode home, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<string, (long, ConsultationContribution)>>(
            _consultations.Values.Where(c => c.Contribution.Open && c.Place.Home == home).ToDictionary(c => c.Key, c => (c.Version, c.Contribution)));

    public Task<IReadOnlyDictionary<string, ConsultationRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyDictionary<string, ConsultationRow>>(_consultations.Where(c => keys.Contains(c.Key)).ToDictionary());

    public Task<ConsultationRow?> ByNumber(string number, CancellationToken cancel = default) => Task.FromResult(_consultations.Values.SingleOrDefault(c => c.Number == number));

    public Task<Page<ConsultationRow>> Consultations(ConsultationFilter filter, ConsultationOrder order, PageRequest page, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<int> Count(ConsultationFilter filter, CancellationToken cancel = default) => throw new NotSupportedException();

    public Task<ConsultationIndicators> Indicators(UnitCode unit, DateTimeOffset from, DateTimeOffset before, CancellationToken cancel = default) => throw new NotSupportedException();

    private static UnitCode? At(ConsultationPlace place, UnitLevel level) => level switch
    {
        UnitLevel.City => place.City,
        UnitLevel.County => place.County,
        UnitLevel.Township => place.Township,
        UnitLevel.Community => place.Community,
        _ => null, // a consultation is no grid's
    };

    private IEnumerable<(UnitCode Child, ConsultationFigures Figures)> ChildFigures(UnitCode unit, UnitLevel below, DateTimeOffset now) => _consultations.Values
        .Where(c => c.Contribution.Open && At(c.Place, unit.Level) == unit && At(c.Place, below) is not null && below != unit.Level)
        .GroupBy(c => At(c.Place, below)!.Value)
        .Select(g => (g.Key, ConsultationFiguresFold.Of(g.Select(c => c.Contribution), now)));

    private void PlaceConsultations(UnitCode unit, IReadOnlyList<UnitCode> above)
    {
        foreach (var row in _consultations.Values.Where(c => At(c.Place, unit.Level) == unit))
        {
            _consultations[row.Key] = row with
            {
                Place = above.Aggregate(row.Place, (p, a) => a.Level switch
                {
                    UnitLevel.City => p with { City = a },
                    UnitLevel.County => p with { County = a },
                    UnitLevel.Township => p with { Township = a },
                    _ => p with { Community = a },
                }),
            };
        }
    }
}
