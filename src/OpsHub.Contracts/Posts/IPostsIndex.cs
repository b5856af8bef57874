using OpsHub.Contracts.Index;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Posts;

/// <summary>Which matters a list shows. All that is given must hold.</summary>
public sealed record PostMatterFilter
{
    /// <summary>Of agencies that serve this township, or any township of this county or city; null for any.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Of this department's agencies; null for any.</summary>
    public OrganCode? Department { get; init; }

    /// <summary>Of this agency; null for any.</summary>
    public OrganCode? Agency { get; init; }

    /// <summary>Of this kind; null for any.</summary>
    public PostMatterKind? Kind { get; init; }

    /// <summary>Only those in which somebody still has to act.</summary>
    public bool OpenOnly { get; init; }
}

/// <summary>Reads people decisions from the index. A port with one implementation.</summary>
public interface IPostsIndex
{
    /// <summary>A page of matters, newest first.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<PostMatterRow>> Matters(PostMatterFilter filter, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many matters match.</summary>
    Task<int> CountMatters(PostMatterFilter filter, CancellationToken cancel = default);

    /// <summary>Records by agency; agencies for which nothing happened yet are left out.</summary>
    Task<IReadOnlyDictionary<OrganCode, PostsRow>> ByAgency(IReadOnlyCollection<OrganCode> agencies, CancellationToken cancel = default);

    /// <summary>Grain keys of records with an open term, by key after <paramref name="after"/>, at most <paramref name="limit"/>: what a job goes through.</summary>
    Task<IReadOnlyList<string>> WithTerms(string? after, int limit, CancellationToken cancel = default);
}
