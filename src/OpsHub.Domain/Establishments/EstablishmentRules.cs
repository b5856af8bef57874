using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>Limits and parameters of organs and establishment (机构编制参数). Limits and quotas are the policy's text; the rest is assumed.</summary>
public sealed record EstablishmentRules
{
    /// <summary>Most party-government organs of a township (党政机构限额), <c>OrganLimit</c>. T030, R020.</summary>
    public int OrganLimit { get; init; } = 6;

    /// <summary>Most counted stations (事业站所限额), <c>StationLimit</c>. T031, R020.</summary>
    public int StationLimit { get; init; } = 3;

    /// <summary>Most enforcement brigades (执法大队限额), <c>BrigadeLimit</c>. T032, R020.</summary>
    public int BrigadeLimit { get; init; } = 1;

    /// <summary>Most nameplates without a reason and the county's approval (加挂牌子限额), <c>NameplateLimit</c>. T034, R021.</summary>
    public int NameplateLimit { get; init; } = 3;

    /// <summary>Leaders by class 1, 2, 3 (领导职数), <c>LeaderQuotas</c>. R004, R005.</summary>
    public ImmutableList<int> LeaderQuotas { get; init; } = [11, 11, 9];

    /// <summary>Co-managed stations on county posts count toward the limit of stations, too (双管站所计入限额), <c>CountCoManagedStations</c>. T035, resolution 54: not, unless set.</summary>
    public bool CountCoManagedStations { get; init; }

    /// <summary>Whole months before this one over which cases per post are counted where nobody says (工作量统计月数), <c>WorkloadMonths</c>. R026; assumed.</summary>
    public int WorkloadMonths { get; init; } = 12;

    /// <summary>What parameters rest on that were set: the source by name, null where it is assumed.</summary>
    public ImmutableSortedDictionary<string, string?> Sources { get; init; } = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>Does an organ count toward its kind's limit (计入限额)? T035.</summary>
    public bool Counts(bool onCountyPosts) => !onCountyPosts || CountCoManagedStations;

    /// <summary>Most organs of a kind.</summary>
    public int LimitOf(TownshipOrganKind kind) => kind switch
    {
        TownshipOrganKind.Office => OrganLimit,
        TownshipOrganKind.Station => StationLimit,
        TownshipOrganKind.Brigade => BrigadeLimit,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Leaders of a class; null where there is no class. R004, R005, R008: another class, another quota.</summary>
    public int? LeadersOf(TownshipClass? of) => of is { } known ? LeaderQuotas[(int)known] : null;
}

/// <summary>A township of the county, in force (现有乡镇街道).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsTown">True for 乡镇, whose numeric limits are hard; false for streets and special units, where they warn. R023, resolution 59.</param>
public sealed record TownshipFact(UnitCode Code, string Name, bool IsTown);

/// <summary>All that a decision about a county's establishment rests on besides state and command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Now">When it takes effect.</param>
/// <param name="County">The county.</param>
/// <param name="Rules">Limits.</param>
/// <param name="Townships">The county's townships in force.</param>
public sealed record EstablishmentContext(Actor Actor, DateTimeOffset Now, UnitCode County, EstablishmentRules Rules, ImmutableList<TownshipFact> Townships)
{
    /// <summary>A township in force; null where there is none such in the county.</summary>
    public TownshipFact? Fact(UnitCode township) => Townships.Find(t => t.Code == township);
}
