using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>Cases per post of a township (工作量). R026: posts go to where there is more to do by fewer.</summary>
/// <param name="Township">The township.</param>
/// <param name="Cases">Cases reported in its area in the period.</param>
/// <param name="Posts">Posts allotted.</param>
/// <param name="Rank">1 for the most cases per post; the same for equals; null where no post is recorded, and nothing can be compared.</param>
public sealed record PostWorkload(UnitCode Township, long Cases, int Posts, int? Rank)
{
    /// <summary>Cases per post; null without posts.</summary>
    public decimal? PerPost => Posts == 0 ? null : (decimal)Cases / Posts;

    /// <summary>Townships by cases per post, the most first; those without posts last, by code. Compared as fractions, so nothing is rounded before it is ranked.</summary>
    public static ImmutableList<PostWorkload> Ranked(IEnumerable<(UnitCode Township, long Cases, int Posts)> townships)
    {
        var all = townships.ToList();
        var known = all.Where(t => t.Posts > 0).ToList();
        return
        [
            .. known.Select(t => new PostWorkload(t.Township, t.Cases, t.Posts, 1 + known.Count(o => More(o, t)))).OrderBy(w => w.Rank).ThenBy(w => w.Township),
            .. all.Where(t => t.Posts == 0).OrderBy(t => t.Township).Select(t => new PostWorkload(t.Township, t.Cases, 0, null)),
        ];
    }

    private static bool More((UnitCode Township, long Cases, int Posts) one, (UnitCode Township, long Cases, int Posts) other) =>
        one.Cases * other.Posts > other.Cases * one.Posts;
}
