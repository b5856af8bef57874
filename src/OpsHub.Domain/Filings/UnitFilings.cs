using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Filings;

/// <summary>What a county or a township has on file, and what it owes (制度备案). A042, A045, A047, A048, R019, R028, R032, T111. Changed only by <see cref="FilingFold"/>.</summary>
public sealed record UnitFilings
{
    /// <summary>Of how many newest versions of a kind the matters are kept; those of older ones are in the trace.</summary>
    public const int KeptMatters = 3;

    /// <summary>The county, or the township.</summary>
    public required UnitCode Unit { get; init; }

    /// <summary>The county in force that it was last seen under (所属县市区); null in what was written before it was kept: the one of its code.</summary>
    public UnitCode? County { get; init; }

    /// <summary>The unit is in force (在用): one that ended owes nothing more.</summary>
    public bool InForce { get; init; } = true;

    /// <summary>Townships in force of a county when it was last reviewed, ascending; empty for a township. A047.</summary>
    public ImmutableList<UnitCode> Townships { get; init; } = [];

    /// <summary>All documents, oldest first, former versions and withdrawn ones among them.</summary>
    public ImmutableList<FiledDocument> Documents { get; init; } = [];

    /// <summary>Every obligation as a term, in order of opening: open, met in time or late, or lifted.</summary>
    public ImmutableList<Term> Terms { get; init; } = [];

    /// <summary>Version of the calendar by which open terms were last counted again (日历版本).</summary>
    public int Calendar { get; init; } = 1;

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The document in force of a kind (现行文件); of detailed rules, those of an organ. Null where there is none.</summary>
    public FiledDocument? Current(FilingKind kind, OrganCode? of = null) => Documents.Find(d => d.IsInForce && d.Kind == kind && (of is null || d.Of == of));
}

/// <summary>A document on file (备案文件). What was issued never changes; a later version replaces it.</summary>
/// <param name="Id">1 for the first of the unit.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Of">Whose it is: the unit itself; of detailed rules the department or township.</param>
/// <param name="Title">Title, 1-200 characters.</param>
/// <param name="Number">Document number (文号), at most 100 characters; null for a list without one.</param>
/// <param name="Responsible">Responsible units (责任单位) of implementing measures. A045.</param>
/// <param name="Schedule">Progress schedule (进度安排) of implementing measures. A045.</param>
/// <param name="Matters">Matters of a list; empty of a version older than the newest <see cref="UnitFilings.KeptMatters"/>. R028, R032.</param>
/// <param name="At">When it was put on file.</param>
/// <param name="By">Who put it there.</param>
public sealed record FiledDocument(
    int Id, FilingKind Kind, OrganCode Of, string Title, string? Number, ImmutableList<OrganCode> Responsible, ImmutableList<ScheduleStep> Schedule, ImmutableList<ListedMatter> Matters,
    DateTimeOffset At, OrganCode By)
{
    /// <summary>Where it was filed (报备情况). A042.</summary>
    public ImmutableList<FilingCopy> Copies { get; init; } = [];

    /// <summary>Where it was published (公布情况), or null. T009.</summary>
    public ListPublication? Published { get; init; }

    /// <summary>The version that replaced it, or null.</summary>
    public int? ReplacedBy { get; init; }

    /// <summary>When it was withdrawn, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnWhy { get; init; }

    /// <summary>Neither replaced nor withdrawn (现行有效).</summary>
    [JsonIgnore]
    public bool IsInForce => ReplacedBy is null && WithdrawnAt is null;

    /// <summary>Open to everyone (已公布): a list in force that was published.</summary>
    [JsonIgnore]
    public bool IsPublic => IsInForce && Published is not null;

    /// <summary>Matters without a class (未分类事项). R028: accepted, and flagged.</summary>
    [JsonIgnore]
    public int Unclassified => Matters.Count(m => m.Class is null);

    /// <summary>Its copy for a city organ, or null.</summary>
    public FilingCopy? CopyFor(FilingReceiver receiver) => Copies.Find(c => c.With == receiver);
}

/// <summary>A step of a progress schedule (进度安排).</summary>
/// <param name="Until">Last day.</param>
/// <param name="Work">What is done by then, 1-200 characters.</param>
public sealed record ScheduleStep(DateOnly Until, string Work);

/// <summary>A matter of a list (清单事项).</summary>
/// <param name="Name">Name, 1-200 characters.</param>
/// <param name="Class">Class; null where it was not classified. R028.</param>
/// <param name="Provider">Which level provides it; of public services only. R032.</param>
public sealed record ListedMatter(string Name, MatterClass? Class, ProviderLevel? Provider);

/// <summary>A filing with a city organ (报备). A042.</summary>
/// <param name="With">The organ.</param>
/// <param name="At">When it was filed.</param>
/// <param name="Reference">Number of the filing report (备案报告文号).</param>
/// <param name="ConfirmedAt">When the organ confirmed receipt (收悉), or null.</param>
/// <param name="ConfirmedBy">Who confirmed it.</param>
public sealed record FilingCopy(FilingReceiver With, DateTimeOffset At, string Reference, DateTimeOffset? ConfirmedAt = null, OrganCode? ConfirmedBy = null);

/// <summary>Where a list was published (公布). T009.</summary>
/// <param name="At">When.</param>
/// <param name="Address">Web address, or where else it can be seen.</param>
/// <param name="By">Who published it.</param>
public sealed record ListPublication(DateTimeOffset At, string Address, OrganCode By);
