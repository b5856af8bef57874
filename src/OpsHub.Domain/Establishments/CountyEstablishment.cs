using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>Organs, nameplates and posts of a county's townships (机构编制). One record a county: its townships share one total, so a move between two of them is one
/// step (R025). Counts of posts and of staff, never a person. Changed only by <see cref="EstablishmentFold"/>.</summary>
public sealed record CountyEstablishment
{
    /// <summary>The county.</summary>
    public required UnitCode County { get; init; }

    /// <summary>Posts of all its townships (乡镇街道编制总量); null before they were recorded. R025.</summary>
    public int? Total { get; init; }

    /// <summary>Townships of which anything is recorded, by code.</summary>
    public ImmutableList<TownshipEstablishment> Townships { get; init; } = [];

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Posts allotted to townships (已分配编制).</summary>
    [JsonIgnore]
    public int Allotted => Townships.Sum(t => t.Posts);

    /// <summary>Posts that no township has (未分配编制), 0 or more; null before the total was recorded.</summary>
    [JsonIgnore]
    public int? Unallotted => Total - Allotted;

    /// <summary>A record of which nothing is known yet.</summary>
    public static CountyEstablishment Blank(UnitCode county, DateTimeOffset at) => new() { County = county, ChangedAt = at };

    /// <summary>What is recorded of a township; blank where nothing is.</summary>
    public TownshipEstablishment Of(UnitCode township) => Townships.Find(t => t.Township == township) ?? new() { Township = township };
}

/// <summary>Organs, nameplates and posts of one township (乡镇街道机构编制).</summary>
public sealed record TownshipEstablishment
{
    /// <summary>The township or street.</summary>
    public required UnitCode Township { get; init; }

    /// <summary>Class (类别); null before it was recorded. R003.</summary>
    public TownshipClass? Class { get; init; }

    /// <summary>Document that classifies it; null where the class is assumed: the cut-offs are not in the text. R003.</summary>
    public string? ClassSource { get; init; }

    /// <summary>Organs, in order of adding (内设机构).</summary>
    public ImmutableList<TownshipOrgan> Organs { get; init; } = [];

    /// <summary>Additional nameplates, in order of adding (加挂牌子).</summary>
    public ImmutableList<Nameplate> Nameplates { get; init; } = [];

    /// <summary>The last id that an organ was given.</summary>
    public int LastOrgan { get; init; }

    /// <summary>The last id that a nameplate was given.</summary>
    public int LastNameplate { get; init; }

    /// <summary>Seals, teams and platforms (三个一); null before they were recorded. R024.</summary>
    public UnityCounts? Unity { get; init; }

    /// <summary>Posts allotted (编制数). R025.</summary>
    public int Posts { get; init; }

    /// <summary>Quota of staff outside the establishment (编外聘用人员定额); null before it was set. R027.</summary>
    public int? StaffQuota { get; init; }

    /// <summary>Document that sets the quota; null where it is assumed.</summary>
    public string? QuotaSource { get; init; }

    /// <summary>Staff outside the establishment (编外聘用人员数). R027.</summary>
    public int Staff { get; init; }

    /// <summary>Organs of a kind that count toward its limit. T030-T032, T035.</summary>
    public int Counted(TownshipOrganKind kind, EstablishmentRules rules) => Organs.Count(o => o.Kind == kind && rules.Counts(o.OnCountyPosts));
}
