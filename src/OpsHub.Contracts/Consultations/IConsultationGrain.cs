using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Trace;
using Orleans.Concurrency;

namespace OpsHub.Contracts.Consultations;

/// <summary>A consultation (协商), live. Key: <see cref="GrainKeys.ConsultationOfCommand"/>.</summary>
[Alias("IConsultationGrain")]
public interface IConsultationGrain : ISubjectGrain
{
    /// <summary>Decides a command: decide, write, publish, reply.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(ConsultationCommand command, CommandContext context);

    /// <summary>The consultation, or null when it was never begun.</summary>
    [Alias("Get")]
    Task<ConsultationView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200).</summary>
    [Alias("Trace")]
    Task<IReadOnlyList<TraceEntry>> Trace(long after, int limit);

    /// <summary>Fires every rung passed at the hub's present instant; how many fired. Nothing happens twice.</summary>
    [Alias("Tick")]
    Task<int> Tick(DateTimeOffset now);

    /// <summary>Counts open duties again by the newest calendar; true where one moved and that was recorded. Resolution 6.</summary>
    [Alias("CatchUp")]
    Task<bool> CatchUp(int calendar);

    /// <summary>Hands it over where the units that it belongs to or concerns are others now; true where that was recorded. G011.</summary>
    [Alias("Follow")]
    Task<bool> Follow();

    /// <summary>Tells the observer of every change; lapses 10 s after the last call. Returns the trace's length.</summary>
    [Alias("Watch")]
    Task<long> Watch(IConsultationObserver observer);

    /// <summary>Ends it at once.</summary>
    [Alias("Unwatch")]
    Task Unwatch(IConsultationObserver observer);
}

/// <summary>Hears that a consultation changed; what changed is read from its trace by sequence.</summary>
[Alias("IConsultationObserver")]
public interface IConsultationObserver : IGrainObserver
{
    /// <summary>Its trace now has this length.</summary>
    [Alias("Changed")]
    [OneWay]
    Task Changed(string key, long length);
}

/// <summary>A consultation with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace; what <c>expectedVersion</c> is compared with.</param>
/// <param name="Head">Hash of the newest entry.</param>
[GenerateSerializer, Immutable, Alias("ConsultationView")]
public sealed record ConsultationView([property: Id(0)] string Key, [property: Id(1)] Consultation State, [property: Id(2)] long Length, [property: Id(3)] string Head);
