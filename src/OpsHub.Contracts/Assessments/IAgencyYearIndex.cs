using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Assessments;

/// <summary>Reads years of agencies from the index. A port with one implementation.</summary>
public interface IAgencyYearIndex
{
    /// <summary>Years of the agencies that serve a township; of a county or the city: of all agencies hosted in it. By agency.</summary>
    Task<IReadOnlyList<AgencyYearRow>> OfUnit(UnitCode unit, int year, CancellationToken cancel = default);

    /// <summary>Years of a department's agencies (<c>430203-D12</c>). By agency.</summary>
    Task<IReadOnlyList<AgencyYearRow>> OfDepartment(OrganCode department, int year, CancellationToken cancel = default);

    /// <summary>Which years stand on a board, by key, and in which storage version: tells at little cost what has changed.</summary>
    Task<IReadOnlyDictionary<string, long>> Versions(YearBoard board, CancellationToken cancel = default);

    /// <summary>All years of an agency, the newest first.</summary>
    Task<IReadOnlyList<AgencyYearRow>> OfAgency(OrganCode agency, CancellationToken cancel = default);

    /// <summary>Years by grain key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<string, AgencyYearRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);

    /// <summary>Years in one of these stages, by key after <paramref name="after"/>, at most <paramref name="limit"/>: what a job goes through.</summary>
    Task<IReadOnlyList<AgencyYearRow>> InStages(IReadOnlyCollection<AgencyYearStage> stages, string? after, int limit, CancellationToken cancel = default);

    /// <summary>Results that were fed into a township's or department's own assessment of a year (共享结果), by agency. A032: each agency once.</summary>
    Task<IReadOnlyList<AgencyYearRow>> Shared(ShareTarget target, OrganCode organ, int year, CancellationToken cancel = default);

    /// <summary>Snapshots of an agency's year, in order of their ends.</summary>
    Task<IReadOnlyList<YearSnapshot>> Snapshots(OrganCode agency, int year, CancellationToken cancel = default);

    /// <summary>Keeps a snapshot; one that is there already stays as it is. True where it was new.</summary>
    Task<bool> Keep(YearSnapshot snapshot, int year, CancellationToken cancel = default);
}

/// <summary>Counts an agency's evidence from the rows of its cases (佐证). A port with one implementation.</summary>
public interface IAgencyEvidence
{
    /// <summary>Totals of an agency's cases of a year, by township served; townships without a case are in it with zeroes. A004, A022, A023.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="served">Townships that it serves.</param>
    /// <param name="year">The year.</param>
    /// <param name="through">The instant up to which it counts.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<IReadOnlyDictionary<UnitCode, CaseEvidence>> Count(OrganCode agency, IReadOnlyCollection<UnitCode> served, int year, DateTimeOffset through, CancellationToken cancel = default);

    /// <summary>What each case behind those totals counts for (逐案佐证), by key of the case; cases that count for nothing are left out. Their counts sum to the township's totals.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="township">The township.</param>
    /// <param name="year">The year.</param>
    /// <param name="through">The instant up to which it counts.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<IReadOnlyList<EvidenceOfCase>> Cases(OrganCode agency, UnitCode township, int year, DateTimeOffset through, CancellationToken cancel = default);
}

/// <summary>A case with what it counts for in an agency's evidence (逐案佐证).</summary>
/// <param name="Case">Grain key of the case.</param>
/// <param name="Counts">What it counts for.</param>
public sealed record EvidenceOfCase(string Case, CaseEvidence Counts);
