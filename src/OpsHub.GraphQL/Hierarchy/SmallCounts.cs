using OpsHub.Domain.Cases;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.GraphQL.Hierarchy;

/// <summary>Hides small counts (小数隐藏): in a community or a grid one case of a special group or a dispute points at a household. T004, G055.</summary>
internal static class SmallCounts
{
    /// <summary>Counts below this are hidden. Assumed: the policy asks for it and names no number; official statistics commonly use five.</summary>
    public const int Threshold = 5;

    /// <summary>A count that is hidden: there is one, and it is small.</summary>
    public static bool IsFew(int count) => count is > 0 and < Threshold;

    /// <summary>As many of the others, in their order, as it takes to keep what is hidden from being worked out: each is taken by what those before it hide already.</summary>
    public static List<KeyValuePair<TKey, int>> Covering<TKey>(IReadOnlyCollection<KeyValuePair<TKey, int>> hidden, IReadOnlyCollection<KeyValuePair<TKey, int>> others) =>
        [.. others.TakeWhile((_, i) => hidden.Sum(c => c.Value) + others.Take(i).Sum(c => c.Value) < Threshold)];

    /// <summary>Open cases by category, most first, then those that are hidden, by code.</summary>
    public static IReadOnlyList<CategoryCount> Shown(OrganCode of, IEnumerable<KeyValuePair<string, int>> counts)
    {
        var all = counts.OrderByDescending(c => c.Value).ToList();
        var hidden = of.Kind == OrganKind.Unit && of.Unit.Level > UnitLevel.Township
            ? all.Where(c => c.Value < Threshold && CaseCategory.IsSensitiveClass(c.Key)).ToList()
            : [];
        if (hidden.Count == 0)
            return [.. all.Select(c => new CategoryCount(c.Key, c.Value))];
        // What the others leave of all open cases must not tell either: the smallest of them are hidden as well, until enough is.
        var others = all.Except(hidden).Reverse().ToList();
        hidden.AddRange(Covering(hidden, others));
        if (hidden.Sum(c => c.Value) < Threshold)
            return [];
        return [.. all.Except(hidden).Select(c => new CategoryCount(c.Key, c.Value)),
            .. hidden.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new CategoryCount(c.Key, null))];
    }
}
