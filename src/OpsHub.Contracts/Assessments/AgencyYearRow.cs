using System.Collections.Immutable;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Assessments;

/// <summary>An agency's year as scoreboards see it (考核索引行). Written by its own grain; only a higher version replaces.
/// Who may see which of its figures: <see cref="AgencyYearAccess"/>; the row holds them all.</summary>
public sealed record AgencyYearRow
{
    /// <summary>Grain key, <c>year-430203001-D12-2026</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Storage version.</summary>
    public required long Version { get; init; }

    /// <summary>The agency.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Dispatching department.</summary>
    public required OrganCode Department { get; init; }

    /// <summary>Host township.</summary>
    public required UnitCode Host { get; init; }

    /// <summary>Townships served with their weights, the host among them.</summary>
    public required ImmutableSortedDictionary<UnitCode, decimal> Weights { get; init; }

    /// <summary>Where it stands.</summary>
    public required AgencyYearStage Stage { get; init; }

    /// <summary>The letter is signed by both.</summary>
    public required bool HasLetter { get; init; }

    /// <summary>Targets of the letter.</summary>
    public required int Targets { get; init; }

    /// <summary>Of those, confirmed as done.</summary>
    public required int TargetsDone { get; init; }

    /// <summary>Where it stands and what would change it: the year's forecast when the row was written.</summary>
    public required YearForecast Forecast { get; init; }

    /// <summary>T, once it is final.</summary>
    public decimal? Total { get; init; }

    /// <summary>R, once it is final.</summary>
    public decimal? TownshipRate { get; init; }

    /// <summary>The agency's grade, once it is set.</summary>
    public AssessmentGrade? Grade { get; init; }

    /// <summary>The head's grade, once it is set.</summary>
    public AssessmentGrade? HeadGrade { get; init; }

    /// <summary>Evidence by township (分乡镇佐证): summed only over what an actor reads, or the others' could be told from the sum. A township that was never counted has none.</summary>
    public ImmutableSortedDictionary<UnitCode, CaseEvidence> EvidenceOf { get; init; } = ImmutableSortedDictionary<UnitCode, CaseEvidence>.Empty;

    /// <summary>What R is a share of, by the year's rule set.</summary>
    public TownshipPartBase Base { get; init; }

    /// <summary>Nearest open, running term's due, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Stem of that term (<see cref="AgencyYearTerms.Stem"/>).</summary>
    public string? DueTerm { get; init; }

    /// <summary>Appeals not yet answered.</summary>
    public required int OpenAppeals { get; init; }

    /// <summary>When the result went to the township, and to the department.</summary>
    public required ImmutableSortedDictionary<ShareTarget, DateTimeOffset> SharedAt { get; init; }

    /// <summary>When the result was published, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Newest step.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The row of a year as it stands.</summary>
    /// <param name="key">Grain key.</param>
    /// <param name="s">The year.</param>
    /// <param name="version">Storage version.</param>
    public static AgencyYearRow Of(string key, AgencyYear s, long version)
    {
        var nearest = AgencyYearTerms.Nearest(s);
        return new()
        {
            Key = key,
            Version = version,
            Agency = s.Agency,
            Year = s.Year,
            Department = s.Department,
            Host = s.Host,
            Weights = s.Weights,
            Stage = s.Stage,
            HasLetter = s.HasLetter,
            Targets = s.Targets.Count,
            TargetsDone = s.Targets.Count(t => t.Done),
            Forecast = YearForecast.Of(s),
            Total = s.Score?.Total,
            TownshipRate = s.Score?.TownshipRate,
            Grade = s.Grade,
            HeadGrade = s.HeadGrade,
            EvidenceOf = s.Evidence,
            Base = s.Rules.Base,
            DueAt = nearest?.Due,
            DueTerm = nearest is null ? null : AgencyYearTerms.Stem(nearest),
            OpenAppeals = s.Appeals.Count(a => a.AnsweredAt is null),
            SharedAt = s.SharedAt,
            PublishedAt = s.PublishedAt,
            ChangedAt = s.ChangedAt,
        };
    }
}
