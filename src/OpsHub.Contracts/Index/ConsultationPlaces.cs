using OpsHub.Contracts.Consultations;
using OpsHub.Domain.Accounts;
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

    /// <summary>Where it stands now, open or over: units move, merge and end, and it goes with them (协商现行区划). As known where none is in force, or where this process has yet to hear of them.</summary>
    public static ConsultationPlace PlaceNow(this IHubDirectory directory, Consultation state) => directory.AreaOf(state).Place;

    /// <summary>The same of a place alone, with the communities concerned.</summary>
    public static ConsultationPlace PlaceNow(this IHubDirectory directory, ConsultationPlace known, IEnumerable<UnitCode> communities) =>
        directory.PlaceOf(known.Community is { } community ? directory.Within(known.Grid, community) : directory.Across(known.Township, communities)) ?? known;

    /// <summary>The units in force of a consultation, which it is to follow: a grid, community or township that others took over among them. A hierarchy older than the one by which it was
    /// handed over last says nothing of it, or a process that has yet to hear of a change would take it back. G011.</summary>
    public static ConsultationArea AreaOf(this IHubDirectory directory, Consultation state)
    {
        while (true)
        {
            var version = directory.Version;
            if (version < state.Directory)
                return new(state.Place, unit => unit, directory.NameOf, state.Directory);
            var place = directory.PlaceNow(state.Place, state.Communities);
            if (directory.Version == version) // or it was read again in between
                return new(place, directory.InForce, directory.NameOf, version);
        }
    }

    /// <summary>The consultation as it will be once it has followed its units: by it is judged who holds it now. G049.</summary>
    public static Consultation Followed(this IHubDirectory directory, Consultation state) =>
        ConsultationFollowing.Of(state, state.ChangedAt, directory.AreaOf(state)) is { } follows ? ConsultationFold.Apply(state, follows) : state;

    /// <summary>May the actor read it, by the units in force? Rules part 4.</summary>
    public static bool Reads(this IHubDirectory directory, Actor actor, Consultation state) =>
        ConsultationAccess.Reads(actor, directory.PlaceNow(state), directory.CommunitiesNow(state.Communities), state.Matter.DelegatedBy, ConsultationStanding.Of(state), directory.IsWithin);

    /// <summary>The same of a row.</summary>
    public static bool Reads(this IHubDirectory directory, Actor actor, ConsultationRow row) =>
        ConsultationAccess.Reads(actor, directory.PlaceNow(row.Place, row.Communities), directory.CommunitiesNow(row.Communities), row.DelegatedBy, row.Standing, directory.IsWithin);

    /// <summary>The communities concerned by those in force: whoever took one over has it in its stead.</summary>
    public static IEnumerable<UnitCode> CommunitiesNow(this IHubDirectory directory, IEnumerable<UnitCode> communities) => communities.Select(directory.InForce);

    private static UnitCode InForce(this IHubDirectory directory, UnitCode unit) => directory.SuccessorInForce(unit) ?? unit;

    // Its grid, or who took that over; without one the community, and of a grid that ended the one that it last stood in.
    private static UnitCode Within(this IHubDirectory directory, UnitCode? grid, UnitCode community) => grid is { } own && directory.Successor(own) is var now && directory.PlaceOf(now) is not null
        ? now
        : directory.Successor(grid is { } ended && directory.Unit(ended)?.Parent is { } parent ? parent : community);

    // Across communities the township leads that has all of them, be it another; as long as they are several's, the one that began it. C044.
    private static UnitCode Across(this IHubDirectory directory, UnitCode township, IEnumerable<UnitCode> communities) =>
        communities.Select(c => directory.PlaceOf(directory.Successor(c))).OfType<ConsultationPlace>().Select(p => p.Township).Distinct().ToList() is [var one] ? one : directory.Successor(township);

    /// <summary>The rules of the version it began with, under the calendar of the county that has it now.</summary>
    public static RuleBook Of(this IRuleBook rules, Consultation state, IHubDirectory directory) => rules.Of(state, directory.PlaceNow(state).County);
}
