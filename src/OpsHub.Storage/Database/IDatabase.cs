using System.Data.Common;
using OpsHub.Storage.Index;

namespace OpsHub.Storage.Database;

/// <summary>What the two databases do differently; everything above is written once. Column names and integer types are the same on both.</summary>
internal interface IDatabase
{
    /// <summary>Orleans' name for the database.</summary>
    string Invariant { get; }

    /// <summary>What Orleans' AdoNet providers write and read through.</summary>
    DbDataSource GrainData { get; }

    /// <summary>Milliseconds since 1970 by the database's clock, as an SQL expression.</summary>
    string NowMilliseconds { get; }

    /// <summary>What makes a text column compare by its bytes, after the column's name: Orleans' own columns have the database's collation.</summary>
    string ByBytes { get; }

    /// <summary>Ends a query for rows to be changed: those that another transaction is changing are left out. Empty where there is one writer.</summary>
    string SkipLocked { get; }

    /// <summary>Whether an update writes the indexes of every column that it names, though the value stays.</summary>
    bool WritesUnchangedIndexes { get; }

    /// <summary>How many connections were made to its server until now; 0 where it has none.</summary>
    long Connections { get; }

    /// <summary>Runs statements in one transaction, in order.</summary>
    Task Write(IReadOnlyList<SqlStatement> statements, CancellationToken cancel);

    /// <summary>Runs statements in one transaction, in order, where each must change a row: as soon as one changes none, nothing has changed.</summary>
    /// <returns>How many changed a row: all of them, or the place of the one that did not.</returns>
    Task<int> WriteWhole(IReadOnlyList<SqlStatement> statements, CancellationToken cancel);

    /// <summary>Runs statements that a standing mark would have run again: in one transaction that no other for the same subject overlaps,
    /// visible on return, but free to be lost in a crash of the database together with everything after it.</summary>
    /// <returns>False where nothing was run, because <paramref name="connections"/> is given and more have been made since.</returns>
    Task<bool> WriteRepeatable(string subject, IReadOnlyList<SqlStatement> statements, long? connections, CancellationToken cancel);

    /// <summary>Runs a statement that returns one integer, in a transaction of its own.</summary>
    Task<long> WriteReturning(SqlStatement statement, CancellationToken cancel);

    /// <summary>Runs a query and reads its rows.</summary>
    Task<List<T>> Read<T>(SqlStatement statement, Func<DbDataReader, T> row, CancellationToken cancel);

    /// <summary>Runs a query and reads its rows one by one, for results that don't fit in memory.</summary>
    IAsyncEnumerable<T> Stream<T>(SqlStatement statement, Func<DbDataReader, T> row, CancellationToken cancel);

    /// <summary>Asks through EF Core.</summary>
    Task<T> Ask<T>(Func<HubContext, Task<T>> query, CancellationToken cancel);

    /// <summary>A fresh epoch, greater than all before.</summary>
    Task<long> NextEpoch(CancellationToken cancel);

    /// <summary>The database's clock.</summary>
    Task<DateTimeOffset> Clock(CancellationToken cancel);
}
