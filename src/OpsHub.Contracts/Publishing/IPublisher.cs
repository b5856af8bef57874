using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Publishing;

/// <summary>A subject whose newest version is not known to be published (待发布标记).</summary>
/// <param name="Subject">Grain key.</param>
/// <param name="Version">The version marked.</param>
public sealed record UnpublishedMark(string Subject, long Version);

/// <summary>Writes to the index what grains publish. One implementation for each database; a port, so that grains never see a database.</summary>
public interface IPublisher
{
    /// <summary>Goes up with each connection that is made to a database's server. What was published before the newest may be lost, where that server died
    /// meanwhile: it keeps states and marks, and may forget the newest publications. Always 0 where the database lives in this process.</summary>
    long Connections { get; }

    /// <summary>Upserts rows and rungs in one transaction; lower or equal versions change nothing. Step 2 of publishing.</summary>
    /// <returns>False where nothing was written, because <see cref="Publication.Connections"/> no longer holds: what it leaves out may be lost.</returns>
    Task<bool> Publish(Publication publication, CancellationToken cancel = default);

    /// <summary>Puts the rows of a unit's cases under the units that now stand over it (划转后重新归属). Versions stay; a second time changes nothing.</summary>
    /// <param name="unit">The unit that moved, or one below such a unit.</param>
    /// <param name="above">Its parent and that one's ancestors in force, upwards to the city.</param>
    /// <param name="cancel">Ends it early.</param>
    Task Place(UnitCode unit, IReadOnlyList<UnitCode> above, CancellationToken cancel = default);

    /// <summary>Deletes the mark where its version is not higher. Step 4 of publishing.</summary>
    Task Unmark(string subject, long version, CancellationToken cancel = default);

    /// <summary>The oldest marks that have stood for at least <paramref name="age"/>, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<UnpublishedMark>> Marks(TimeSpan age, int limit, CancellationToken cancel = default);

    /// <summary>How many marks stand.</summary>
    Task<int> CountMarks(CancellationToken cancel = default);

    /// <summary>A fresh epoch from a database sequence, greater than all before, also after a restore.</summary>
    Task<long> NextEpoch(CancellationToken cancel = default);

    /// <summary>A block of numbers: the first of <paramref name="count"/> consecutive ones that nobody else gets.</summary>
    Task<long> TakeNumbers(string series, int count, CancellationToken cancel = default);

    /// <summary>The database's clock in UTC.</summary>
    Task<DateTimeOffset> Clock(CancellationToken cancel = default);
}
