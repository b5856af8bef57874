using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Posts;

/// <summary>What a matter of people decisions is (事项类别).</summary>
public enum PostMatterKind
{
    /// <summary>Consultation on a head (负责人任免征求意见). A007.</summary>
    HeadConsultation,

    /// <summary>Inquiry on a head (调查核实). A009.</summary>
    Inquiry,

    /// <summary>Secondment (抽调借用). A014.</summary>
    Secondment,

    /// <summary>Change of staff (人员调整). A013.</summary>
    StaffChange,
}

/// <summary>People decisions of an agency as lists see them (人事事项索引行). Written by their own grain; only a higher version replaces. Who may read them is asked of
/// <see cref="Domain.Posts.PostAccess"/>; no text stands in the row, and nothing of the agency: lists look there who sends it and whom it serves now.</summary>
public sealed record PostsRow
{
    /// <summary>Grain key, <c>posts-430203001-D12</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Storage version.</summary>
    public required long Version { get; init; }

    /// <summary>The agency.</summary>
    public required OrganCode Agency { get; init; }

    /// <summary>Posts (编制数).</summary>
    public required int Posts { get; init; }

    /// <summary>Of those, filled (在岗数).</summary>
    public required int Filled { get; init; }

    /// <summary>Nearest open, running term's due, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Newest step.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>All its matters; they replace the former ones.</summary>
    public required ImmutableList<PostMatterRow> Matters { get; init; }
}

/// <summary>A matter as lists see it.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Number within the agency and kind, from 1.</param>
/// <param name="Stage">Where it stands: name of the stage of its kind; of a change of staff <c>Recorded</c> or <c>Informed</c>.</param>
/// <param name="At">When it began.</param>
/// <param name="DueAt">Its nearest open term's due, or null.</param>
/// <param name="IsOpen">Somebody still has to act.</param>
public sealed record PostMatterRow(OrganCode Agency, PostMatterKind Kind, int Id, string Stage, DateTimeOffset At, DateTimeOffset? DueAt, bool IsOpen);
