using OpsHub.Contracts.Index;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Cases;

/// <summary>What is known of the organs that a case may be given to (可派单位), the same for a decision and for what is offered before it.</summary>
public static class CaseOrgans
{
    /// <summary>What is known of an organ where a case of this category lies.</summary>
    public static OrganFacts Facts(this IHubDirectory directory, IRuleBook rules, OrganCode organ, Placement place, string category)
    {
        var agency = organ.Kind == OrganKind.Agency ? directory.Agency(organ) : null;
        var (exists, serves) = organ.Kind switch
        {
            OrganKind.Agency => (agency is not null, agency?.Served.Contains(place.Township) ?? false),
            OrganKind.Department => (rules.Departments.ContainsKey(organ.DepartmentId!) && directory.Unit(organ.Unit) is { EndedOn: null }, place.IsWithin(organ.Unit)),
            _ => (directory.Unit(organ.Unit) is { EndedOn: null }, place.IsWithin(organ.Unit)),
        };
        return new(organ, exists, serves, exists && rules.Current.Cases.HoldsPower(organ, category, agency?.Powers ?? []));
    }

    /// <summary>All organs that serve a place: its units, the township's agencies, the county's and the city's departments.</summary>
    public static IReadOnlyList<OrganCode> Around(this IHubDirectory directory, IRuleBook rules, Placement place) =>
    [
        OrganCode.Of(place.Community), OrganCode.Of(place.Township), OrganCode.Of(place.County),
        .. directory.AgenciesOf(place.Township).Select(a => a.Code),
        .. new[] { place.County, place.City }.SelectMany(unit => rules.Departments.Keys.Order(StringComparer.Ordinal).Select(id => OrganCode.Parse($"{unit}:{id}"))),
    ];
}
