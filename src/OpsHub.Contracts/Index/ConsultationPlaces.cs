using OpsHub.Domain.Cases;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Index;

/// <summary>Where consultations stand by parents in force (协商所属区划).</summary>
public static class ConsultationPlaces
{
    /// <summary>The place of a grid, community or township that is in force, else null.</summary>
    public static ConsultationPlace? PlaceOf(this IHubDirectory directory, UnitCode unit) => directory.Unit(unit) is not { EndedOn: null } ? null : directory.Upwards(unit) switch
    {
        [var grid, var community, var township, var county, var city] => new(grid, community, township, county, city),
        [var community, var township, var county, var city] => new(null, community, township, county, city),
        [var township, var county, var city] => new(null, null, township, county, city),
        _ => null,
    };

    /// <summary>Where it stands now: when a community moves, its consultations move with it. Of a unit that ended, where it stood when it began.</summary>
    public static ConsultationPlace PlaceNow(this IHubDirectory directory, Consultation state) => directory.PlaceNow(state.Place);

    /// <summary>The same of a place alone.</summary>
    public static ConsultationPlace PlaceNow(this IHubDirectory directory, ConsultationPlace began) => directory.PlaceOf(began.Grid ?? began.Home) ?? began;

    /// <summary>The units in force of an open one, which it is to follow (协商现行区划): a grid, community or township that others took over among them. As known where none is in force.</summary>
    public static ConsultationArea AreaOf(this IHubDirectory directory, Consultation state) =>
        new(directory.PlaceOf(state.Place.Community is { } community ? directory.Within(state.Place.Grid, community) : directory.Across(state)) ?? state.Place, directory.InForce, directory.NameOf);

    private static UnitCode InForce(this IHubDirectory directory, UnitCode unit) => directory.Successor(unit) is var into && directory.Unit(into) is { EndedOn: null } ? into : unit;

    // Its grid, or who took that over; without one the community, and of a grid that ended the one that it last stood in.
    private static UnitCode Within(this IHubDirectory directory, UnitCode? grid, UnitCode community) => grid is { } own && directory.Successor(own) is var now && directory.PlaceOf(now) is not null
        ? now
        : directory.Successor(grid is { } ended && directory.Unit(ended)?.Parent is { } parent ? parent : community);

    // Across communities the township leads that has all of them, be it another; as long as they are several's, the one that began it. C044.
    private static UnitCode Across(this IHubDirectory directory, Consultation state) =>
        state.Communities.Select(c => directory.PlaceOf(directory.Successor(c))).OfType<ConsultationPlace>().Select(p => p.Township).Distinct().ToList() is [var one]
            ? one
            : directory.Successor(state.Place.Township);

    /// <summary>The rules of the version it began with, under the calendar of the county that has it now.</summary>
    public static RuleBook Of(this IRuleBook rules, Consultation state, IHubDirectory directory) => rules.Of(state, directory.PlaceNow(state).County);
}
