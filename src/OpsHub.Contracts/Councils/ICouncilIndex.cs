using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Councils;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Councils;

/// <summary>Which entries of a ledger a list shows.</summary>
/// <param name="Source">From this source; null for any.</param>
/// <param name="Linked">With a consultation, or without; null for any.</param>
public sealed record OpinionFilter(OpinionSource? Source = null, bool? Linked = null);

/// <summary>Which support records a list shows.</summary>
/// <param name="Units">Of these units.</param>
/// <param name="Kind">Of this kind; null for any.</param>
/// <param name="StandingOnly">Only those not ended.</param>
/// <param name="About">Only those about this organ; null for any.</param>
public sealed record SupportFilter(IReadOnlyCollection<UnitCode> Units, SupportKind? Kind = null, bool StandingOnly = true, OrganCode? About = null);

/// <summary>Reads ledgers, councils and support records from the index. A port with one implementation.</summary>
public interface ICouncilIndex
{
    /// <summary>A page of a community's ledger, newest entry first.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<OpinionRow>> Opinions(UnitCode community, OpinionFilter filter, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many entries match.</summary>
    Task<int> CountOpinions(UnitCode community, OpinionFilter filter, CancellationToken cancel = default);

    /// <summary>An entry by its id, or null.</summary>
    Task<OpinionRow?> Opinion(string entry, CancellationToken cancel = default);

    /// <summary>A page of support records, newest first.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<SupportRecordRow>> Records(SupportFilter filter, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many records match.</summary>
    Task<int> CountRecords(SupportFilter filter, CancellationToken cancel = default);

    /// <summary>A record by its id, or null.</summary>
    Task<SupportRecordRow?> Record(string id, CancellationToken cancel = default);

    /// <summary>What the standing records, ledgers and councils of units come to, by unit, kind and, for publicity of law, department.</summary>
    Task<IReadOnlyList<SupportFact>> Facts(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default);

    /// <summary>Those of the communities that were concerned by at least one consultation. C003.</summary>
    Task<IReadOnlySet<UnitCode>> Consulted(IReadOnlyCollection<UnitCode> communities, CancellationToken cancel = default);

    /// <summary>Mediations payable, by unit and post.</summary>
    Task<IReadOnlyList<MediationAward>> Awards(IReadOnlyCollection<UnitCode> units, CancellationToken cancel = default);

    /// <summary>Every fixed day that stands.</summary>
    Task<IReadOnlyList<FixedDay>> FixedDays(CancellationToken cancel = default);

    /// <summary>The local day from which the hub keeps these records: what ended before can't have been missed.</summary>
    Task<DateOnly> Since(CancellationToken cancel = default);
}
