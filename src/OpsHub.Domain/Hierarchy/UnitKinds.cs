using System.Collections.Immutable;

namespace OpsHub.Domain.Hierarchy;

/// <summary>Kinds of unit (区划类别) by level, as the divisions file spells them.</summary>
public static class UnitKinds
{
    /// <summary>A grid (网格) with the 12 categories of G006.</summary>
    public const string Grid = "grid";

    private static readonly ImmutableArray<ImmutableHashSet<string>> ByLevel =
    [
        ["prefecture-city", "autonomous-prefecture"],
        ["county", "county-level-city", "district", "autonomous-county", "functional-zone"],
        ["subdistrict", "town", "township", "ethnic-township", "special-unit"],
        ["community", "village", "quasi-community", "quasi-village", "virtual"],
        [Grid, "all-subject-grid"],
    ];

    /// <summary>True when units of this level can be of this kind.</summary>
    public static bool IsKnown(UnitLevel level, string kind) => ByLevel[(int)level].Contains(kind);
}
