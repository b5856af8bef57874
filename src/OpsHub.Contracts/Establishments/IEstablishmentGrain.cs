using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Establishments;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Establishments;

/// <summary>Organs, nameplates and posts of a county's townships (机构编制), live. Key: <see cref="GrainKeys.Establishment(UnitCode)"/>.</summary>
[Alias("IEstablishmentGrain")]
public interface IEstablishmentGrain : ISubjectGrain
{
    /// <summary>Decides a command. R020-R027, T030-T037.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(EstablishmentCommand command, CommandContext context);

    /// <summary>The record, or null before its first step.</summary>
    [Alias("Get")]
    Task<EstablishmentView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>A county's establishment with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace.</param>
[GenerateSerializer, Immutable, Alias("EstablishmentView")]
public sealed record EstablishmentView([property: Id(0)] string Key, [property: Id(1)] CountyEstablishment State, [property: Id(2)] long Length);

/// <summary>A county's establishment as readers see it (机构编制索引行); it holds the whole record, which is small: a county has some twenty townships.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Version">Storage version.</param>
/// <param name="State">The record.</param>
public sealed record EstablishmentRow(string Key, long Version, CountyEstablishment State);

/// <summary>Reads establishments from the index. A port with one implementation.</summary>
public interface IEstablishmentIndex
{
    /// <summary>Records of counties; those without any are left out.</summary>
    Task<IReadOnlyDictionary<UnitCode, EstablishmentRow>> Of(IReadOnlyCollection<UnitCode> counties, CancellationToken cancel = default);
}
