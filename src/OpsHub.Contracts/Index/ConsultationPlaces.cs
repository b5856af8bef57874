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

    /// <summary>The rules of the version it began with, under the calendar of the county that has it now.</summary>
    public static RuleBook Of(this IRuleBook rules, Consultation state, IHubDirectory directory) => rules.Of(state, directory.PlaceNow(state).County);
}
