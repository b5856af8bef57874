using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Filings;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Filings;

/// <summary>Which obligations a list shows. All that is given must hold.</summary>
public sealed record FilingFilter
{
    /// <summary>Of this unit and of the townships below it; null for any.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Of that unit alone, none of the townships below.</summary>
    public bool OwnOnly { get; init; }

    /// <summary>Owed by this organ; null for any.</summary>
    public OrganCode? Holder { get; init; }

    /// <summary>Of this kind; null for any.</summary>
    public FilingDutyKind? Kind { get; init; }

    /// <summary>Only those that are still owed.</summary>
    public bool OpenOnly { get; init; }
}

/// <summary>Filings of a unit as lists see them (制度备案索引行). Written by their own grain; only a higher version replaces.</summary>
public sealed record FilingsRow
{
    /// <summary>Grain key, <c>filings-430203</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Storage version.</summary>
    public required long Version { get; init; }

    /// <summary>The county or township.</summary>
    public required UnitCode Unit { get; init; }

    /// <summary>The county in force: itself, or the township's.</summary>
    public required UnitCode County { get; init; }

    /// <summary>The city.</summary>
    public required UnitCode City { get; init; }

    /// <summary>Its implementing measures in force are filed with both city organs. A042, A043.</summary>
    public required bool MeasuresFiled { get; init; }

    /// <summary>Nearest open term's due, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Newest step.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>All its obligations; they replace the former ones.</summary>
    public required ImmutableList<FilingObligationRow> Obligations { get; init; }
}

/// <summary>An obligation as lists see it (备案义务索引行).</summary>
/// <param name="Unit">The unit on whose record it stands.</param>
/// <param name="Term">Id of its term, unique within the record.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="Holder">Who must act.</param>
/// <param name="Since">When it was opened.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="DoneAt">When it was met or lifted; null while it is owed.</param>
/// <param name="IsLifted">Nobody owed it any more when it ended.</param>
public sealed record FilingObligationRow(
    UnitCode Unit, string Term, FilingDutyKind Kind, OrganCode Holder, DateTimeOffset Since, DateTimeOffset DueAt, DateTimeOffset? DoneAt, bool IsLifted);

/// <summary>Reads filings from the index. A port with one implementation.</summary>
public interface IFilingIndex
{
    /// <summary>A page of obligations, nearest due first: what is overdue longest heads the list.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<FilingObligationRow>> Obligations(FilingFilter filter, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many obligations match.</summary>
    Task<int> CountObligations(FilingFilter filter, CancellationToken cancel = default);

    /// <summary>Counties of a city whose measures are filed with both organs, by code. A043.</summary>
    Task<IReadOnlyList<UnitCode>> CountiesFiled(UnitCode city, CancellationToken cancel = default);

    /// <summary>Grain keys of records with an open term, by key after <paramref name="after"/>, at most <paramref name="limit"/>: what a job goes through.</summary>
    Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default);
}
