using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Cases;
using OpsHub.Domain.Trace;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Cases;

/// <summary>A grid case (网格案件), live. Key: <see cref="GrainKeys.CaseOfTicket"/> or <see cref="GrainKeys.CaseOfCommand"/>.</summary>
[Alias("ICaseGrain")]
public interface ICaseGrain : ISubjectGrain
{
    /// <summary>Decides a command: decide, write, publish, reply.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(CaseCommand command, CommandContext context);

    /// <summary>The case, or null when it was never reported.</summary>
    [Alias("Get")]
    Task<CaseView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200).</summary>
    [Alias("Trace")]
    Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit);

    /// <summary>Fires every rung passed at the hub's present instant; how many fired. Nothing happens twice.</summary>
    /// <param name="now">The present instant of whoever asks: clocks of two machines differ by a little, and what is due for one must not wait for the other.</param>
    [Alias("Tick")]
    Task<int> Tick(DateTimeOffset now);

    /// <summary>Publishes what <see cref="Tick"/> wrote: a tick's events are durable when it returns, its rows and pushes follow, so that many that fall due
    /// together are all durable first. Does nothing where all is published; whoever dies in between leaves the mark.</summary>
    [Alias("Settle")]
    Task Settle();

    /// <summary>Fires every rung passed and publishes it, for a case that has been late since a downtime: <see cref="Tick"/> and <see cref="Settle"/> in one turn.</summary>
    /// <param name="now">As of <see cref="Tick"/>.</param>
    /// <param name="published">The version whose rung was read from the index. Where it is the stored one, only what follows it is published.</param>
    [Alias("Late")]
    Task<int> Late(DateTimeOffset now, long published);

    /// <summary>Counts the case's open terms again by the newest calendar; true where a term moved, or a rung after its due, and that was recorded.
    /// Nothing happens twice. Resolution 6.</summary>
    /// <param name="since">The version of the calendar that all cases are known to go by.</param>
    /// <param name="calendar">The version that this one must go by.</param>
    [Alias("CatchUp")]
    Task<bool> CatchUp(int since, int calendar);

    /// <summary>Hands what former units hold over to those in force where it lies; true where others were in force and that was recorded. Nothing happens twice. G011.</summary>
    [Alias("Follow")]
    Task<bool> Follow();

    /// <summary>Tells the observer of every change; lapses 10 s after the last call. Returns the trace's length.</summary>
    [Alias("Watch")]
    Task<long> Watch(ICaseObserver observer);

    /// <summary>Ends it at once.</summary>
    [Alias("Unwatch")]
    Task Unwatch(ICaseObserver observer);
}

/// <summary>Hears that a case changed; what changed is read from its trace by sequence.</summary>
[Alias("ICaseObserver")]
public interface ICaseObserver : IGrainObserver
{
    /// <summary>The case's trace now has this length.</summary>
    [Alias("Changed")]
    [OneWay]
    Task Changed(string key, long length);
}

/// <summary>A case with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Case">The state.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with.</param>
/// <param name="Head">Hash of the newest entry.</param>
[GenerateSerializer, Immutable, Alias("CaseView")]
public sealed record CaseView([property: Id(0)] string Key, [property: Id(1)] Case Case, [property: Id(2)] long Length, [property: Id(3)] string Head);
