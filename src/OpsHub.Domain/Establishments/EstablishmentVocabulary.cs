using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Establishments;

/// <summary>Class of a township or street (乡镇街道类别). R003; by it organs and establishment are managed, R008.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TownshipClass>))]
public enum TownshipClass
{
    /// <summary>Class 1 (一类).</summary>
    First,

    /// <summary>Class 2 (二类).</summary>
    Second,

    /// <summary>Class 3 (三类): small ones, whose organs are reduced. R022, T036.</summary>
    Third,
}

/// <summary>Kind of an organ of a township (机构性质). T030-T032.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TownshipOrganKind>))]
public enum TownshipOrganKind
{
    /// <summary>Party-government organ (党政机构): at most 6. T030.</summary>
    Office,

    /// <summary>Public-institution station (事业站所): at most 3 that count. T031, T035.</summary>
    Station,

    /// <summary>Comprehensive enforcement brigade (综合行政执法大队): one, outside the 6 and the 3. T032.</summary>
    Brigade,
}

/// <summary>An organ of a township (内设机构).</summary>
/// <param name="Id">1 for the township's first; never given twice.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name, 1-50 characters.</param>
/// <param name="OnCountyPosts">A co-managed station on county posts (使用县级编制的双管站所): not counted unless <c>CountCoManagedStations</c>. T035.</param>
public sealed record TownshipOrgan(int Id, TownshipOrganKind Kind, string Name, bool OnCountyPosts = false);

/// <summary>An organ to be added (拟设机构).</summary>
public sealed record NewOrgan(TownshipOrganKind Kind, string Name, bool OnCountyPosts = false);

/// <summary>An additional nameplate (加挂牌子). T034, R021.</summary>
/// <param name="Id">1 for the township's first; never given twice.</param>
/// <param name="Name">Name, 1-50 characters.</param>
/// <param name="Reason">Why one more than the limit; null within it.</param>
/// <param name="Approval">Number of the county's approval (批准文号) of one more than the limit; null within it.</param>
public sealed record Nameplate(int Id, string Name, string? Reason = null, string? Approval = null);

/// <summary>One of the three things of which a township has one (三个一). R024.</summary>
public enum UnityItem
{
    /// <summary>One seal for approval (一枚印章管审批).</summary>
    ApprovalSeal,

    /// <summary>One team for enforcement (一支队伍管执法).</summary>
    EnforcementTeam,

    /// <summary>One platform for governance (一个平台管治理).</summary>
    GovernancePlatform,
}

/// <summary>How many a township has of seals, teams and platforms (三个一). R024: one each.</summary>
/// <param name="ApprovalSeals">Seals for approval (审批印章), 0 or more.</param>
/// <param name="EnforcementTeams">Teams for enforcement (执法队伍), 0 or more.</param>
/// <param name="GovernancePlatforms">Platforms for governance (治理平台), 0 or more.</param>
public sealed record UnityCounts(int ApprovalSeals, int EnforcementTeams, int GovernancePlatforms)
{
    /// <summary>Of which there is not exactly one. R024.</summary>
    [JsonIgnore]
    public ImmutableList<UnityItem> NotMet => [.. Enum.GetValues<UnityItem>().Where(i => Of(i) != 1)];

    /// <summary>How many there are of an item.</summary>
    public int Of(UnityItem item) => item switch
    {
        UnityItem.ApprovalSeal => ApprovalSeals,
        UnityItem.EnforcementTeam => EnforcementTeams,
        UnityItem.GovernancePlatform => GovernancePlatforms,
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}

/// <summary>By how much a township's posts change (编制增减). R025.</summary>
/// <param name="Township">The township.</param>
/// <param name="Change">Posts more, or less; never 0.</param>
public sealed record PostShift(UnitCode Township, int Change);
