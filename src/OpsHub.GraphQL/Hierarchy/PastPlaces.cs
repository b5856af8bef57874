using System.Text.Json;
using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Contracts.Index;
using OpsHub.Contracts.Trace;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Who stood under whom at a past instant: the hierarchy in force, and the former parents of those that have another since.</summary>
internal sealed class PastPlaces
{
    private readonly IHubDirectory _directory;
    private readonly Dictionary<UnitCode, UnitCode?> _formerly = [];

    private PastPlaces(IHubDirectory directory) => _directory = directory;

    /// <summary>Reads the records of the units that changed since; few ever do.</summary>
    public static async Task<PastPlaces> Read(IHubDirectory directory, IStoredStates states, DateTimeOffset at, CancellationToken cancel)
    {
        var (places, day) = (new PastPlaces(directory), LocalDay.Of(at));
        if (directory.City is not { } city)
            return places;
        var changed = Enum.GetValues<UnitLevel>().Where(l => l > UnitLevel.City).SelectMany(l => directory.Descendants(city, l)).Where(u => u.EffectiveFrom > day).ToList();
        foreach (var stored in await states.ByKey([.. changed.Select(u => GrainKeys.Unit(u.Code))], cancel).ConfigureAwait(false))
        {
            if (StoredSubject.Of(stored) is { } subject && subject.State.Deserialize<Unit>(DomainSerialization.Options) is { } unit)
                places._formerly[unit.Code] = unit.ParentOn(day);
        }

        foreach (var same in changed.Where(u => places._formerly.GetValueOrDefault(u.Code) == u.Parent))
            places._formerly.Remove(same.Code);
        return places;
    }

    /// <summary>Units that together hold, now, whatever the unit held then: itself, and what has left it.</summary>
    public IEnumerable<UnitCode> Holding(UnitCode unit) =>
        _formerly.Keys.Where(m => !_directory.IsWithin(m, unit) && WasWithin(m, unit)).Prepend(unit);

    /// <summary>True when the one stood at or below the other.</summary>
    public bool WasWithin(UnitCode unit, UnitCode above) => Upwards(unit).Contains(above);

    /// <summary>The county in which the unit stood; null where it stood in none.</summary>
    public UnitCode? CountyOf(UnitCode unit) => Upwards(unit).Where(u => u.Level == UnitLevel.County).Select(u => (UnitCode?)u).FirstOrDefault();

    private IEnumerable<UnitCode> Upwards(UnitCode unit)
    {
        for (UnitCode? next = unit; next is { } code; next = _formerly.TryGetValue(code, out var former) ? former : Parent(code))
            yield return code;
    }

    private UnitCode? Parent(UnitCode code) => _directory.Unit(code) is { } known ? known.Parent : code.ParentByCode;
}
