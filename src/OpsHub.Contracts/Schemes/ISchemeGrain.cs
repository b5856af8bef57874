using OpsHub.Contracts.Commands;
using OpsHub.Contracts.Hierarchy;
using OpsHub.Domain.Schemes;

namespace OpsHub.Contracts.Schemes;

/// <summary>An assessment scheme of a county, year and target (综合考核办法), live. Key: <see cref="GrainKeys.Scheme(Domain.Hierarchy.UnitCode, int, SchemeTarget)"/>.</summary>
[Alias("ISchemeGrain")]
public interface ISchemeGrain : ISubjectGrain
{
    /// <summary>Decides a command. T015, T016.</summary>
    [Alias("Do")]
    Task<CommandReply> Do(SchemeCommand command, CommandContext context);

    /// <summary>The scheme, or null before it is made.</summary>
    [Alias("Get")]
    Task<SchemeView?> Get();

    /// <summary>Trace entries after a sequence, oldest first, at most <paramref name="limit"/> (1-200), and the length of all.</summary>
    [Alias("Trace")]
    Task<TraceSlice> Trace(long after, int limit);
}

/// <summary>A scheme with the place of its state in the trace.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="State">The state.</param>
/// <param name="Length">Length of its trace.</param>
[GenerateSerializer, Immutable, Alias("SchemeView")]
public sealed record SchemeView([property: Id(0)] string Key, [property: Id(1)] AssessmentScheme State, [property: Id(2)] long Length);

/// <summary>A scheme as lists see it (考核办法索引行); it holds the whole scheme, which never changes once it is made.</summary>
/// <param name="Key">Grain key.</param>
/// <param name="Version">Storage version.</param>
/// <param name="Scheme">The scheme.</param>
public sealed record SchemeRow(string Key, long Version, AssessmentScheme Scheme);

/// <summary>Reads schemes from the index. A port with one implementation.</summary>
public interface ISchemeIndex
{
    /// <summary>Schemes of a county, the newest year first, then by target; of one year where it is given.</summary>
    Task<IReadOnlyList<SchemeRow>> OfCounty(Domain.Hierarchy.UnitCode county, int? year = null, CancellationToken cancel = default);

    /// <summary>Schemes by grain key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<string, SchemeRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);
}
