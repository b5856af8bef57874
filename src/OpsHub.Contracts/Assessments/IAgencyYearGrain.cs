using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Assessments;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Assessments;

/// <summary>An agency's year (派驻机构年度考核), live. Key: <see cref="GrainKeys.AgencyYear(Domain.Hierarchy.OrganCode, int)"/>.</summary>
[Alias("IAgencyYearGrain")]
public interface IAgencyYearGrain : ISubjectGrain
{
    /// <summary>Decides a command: decide, write, publish, reply.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(AgencyYearCommand command, CommandContext context);

    /// <summary>The year, or null when it was never opened.</summary>
    [Alias("Get")]
    Task<AgencyYearView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200).</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);

    /// <summary>Fires every rung passed at the hub's present instant; how many fired. Nothing happens twice.</summary>
    [Alias("Tick")]
    Task<int> Tick(DateTimeOffset now);

    /// <summary>Counts open terms again by the newest calendar; true where one moved and that was recorded. Resolution 6.</summary>
    [Alias("CatchUp")]
    Task<bool> CatchUp(int calendar);

    /// <summary>Tells the observer of every change; lapses 10 s after the last call. Returns the trace's length.</summary>
    [Alias("Watch")]
    Task<long> Watch(IAgencyYearObserver observer);

    /// <summary>Ends it at once.</summary>
    [Alias("Unwatch")]
    Task Unwatch(IAgencyYearObserver observer);
}

/// <summary>Hears that a year changed.</summary>
[Alias("IAgencyYearObserver")]
public interface IAgencyYearObserver : IGrainObserver
{
    /// <summary>Its trace now has this length.</summary>
    [Alias("Changed")]
    [OneWay]
    Task Changed(string key, long length);
}

/// <summary>A year with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with.</param>
/// <param name="Head">Hash of the newest entry.</param>
[GenerateSerializer, Immutable, Alias("AgencyYearView")]
public sealed record AgencyYearView([property: Id(0)] string Key, [property: Id(1)] AgencyYear State, [property: Id(2)] long Length, [property: Id(3)] string Head);
