using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Assessments;

/// <summary>An agency's year as scoreboards see it (考核索引行). Written by its own grain; only a higher version replaces.</summary>
public sealed record AgencyYearRow
{
    /// <summary>Grain key.</summary>
    public required string Key { get; init; }

    /// <summary>Storage version.</summary>
    public required long Version { get; init; }

    /// <summary>The agency.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Dispatching department.</summary>
    public required OrganCode Department { get; init; }

    /// <summary>Host township.</summary>
    public required UnitCode Host { get; init; }

    /// <summary>Townships served.</summary>
    public required ImmutableList<UnitCode> Served { get; init; }

    /// <summary>Where it stands.</summary>
    public required AgencyYearStage Stage { get; init; }

    /// <summary>L as it stands or was submitted, weighted; null while evidence is missing.</summary>
    public decimal? Duty { get; init; }

    /// <summary>S as submitted, weighted; null while missing.</summary>
    public decimal? Satisfaction { get; init; }

    /// <summary>D as submitted.</summary>
    public decimal? Statutory { get; init; }

    /// <summary>T, once it is final.</summary>
    public decimal? Total { get; init; }

    /// <summary>R, once it is final.</summary>
    public decimal? TownshipRate { get; init; }

    /// <summary>Grade, once it is set.</summary>
    public AssessmentGrade? Grade { get; init; }

    /// <summary>The letter is signed by both.</summary>
    public required bool HasLetter { get; init; }

    /// <summary>Nearest open term, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Inputs that are missing, as codes of organs with what they owe: <c>430203001 duty</c>.</summary>
    public ImmutableList<string> Missing { get; init; } = [];

    /// <summary>Appeals open.</summary>
    public required int OpenAppeals { get; init; }

    /// <summary>Newest step.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>Reads scoreboards from the index. A port with one implementation.</summary>
public interface IAgencyYearIndex
{
    /// <summary>Years of the agencies that serve a township, or all of a county or city below it.</summary>
    Task<IReadOnlyList<AgencyYearRow>> OfUnit(UnitCode unit, int year, CancellationToken cancel = default);

    /// <summary>Years of a department's agencies.</summary>
    Task<IReadOnlyList<AgencyYearRow>> OfDepartment(OrganCode department, int year, CancellationToken cancel = default);

    /// <summary>Years by grain key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<string, AgencyYearRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);

    /// <summary>Totals of the trace for an agency by township, over a period: what evidence is counted from. Local days, the last one excluded.</summary>
    Task<IReadOnlyDictionary<UnitCode, CaseEvidence>> Evidence(OrganCode agency, DateOnly from, DateOnly before, CancellationToken cancel = default);
}
