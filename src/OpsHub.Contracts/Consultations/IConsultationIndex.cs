using System.Collections.Immutable;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Contracts.Consultations;

/// <summary>A consultation as lists see it (协商索引行). Written by its own grain; only a higher version replaces.</summary>
public sealed record ConsultationRow
{
    /// <summary>Grain key, <c>consultation-…</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Storage version.</summary>
    public required long Version { get; init; }

    /// <summary>The number people read.</summary>
    public required string Number { get; init; }

    /// <summary>Title, masked as lists show it; at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Variant.</summary>
    public required ConsultationVariant Variant { get; init; }

    /// <summary>Stage.</summary>
    public required ConsultationStage Stage { get; init; }

    /// <summary>Category of the topic, or null.</summary>
    public TopicCategory? Category { get; init; }

    /// <summary>Place, by parents in force when the row was written.</summary>
    public required ConsultationPlace Place { get; init; }

    /// <summary>Communities concerned: each has it in its list.</summary>
    public required ImmutableList<UnitCode> Communities { get; init; }

    /// <summary>Lead organ.</summary>
    public required OrganCode Lead { get; init; }

    /// <summary>Who entrusted it, or null.</summary>
    public OrganCode? DelegatedBy { get; init; }

    /// <summary>Round.</summary>
    public required int Round { get; init; }

    /// <summary>Nearest open duty's due, or null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Stem of that duty (<see cref="DutyStems"/>).</summary>
    public string? DueDuty { get; init; }

    /// <summary>Nearest open announcement's due, or null.</summary>
    public DateTimeOffset? AnnounceDueAt { get; init; }

    /// <summary>Planned start of the next session, or null.</summary>
    public DateTimeOffset? SessionAt { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Newest step.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What it adds to its home's summary.</summary>
    public required ConsultationContribution Contribution { get; init; }

    /// <summary>What indicators count of it: see <see cref="ConsultationOutcomes"/>.</summary>
    public required ConsultationOutcomes Outcomes { get; init; }

    /// <summary>Something of it was published, whether or not it was replaced since: a withdrawn one without is a draft still. C002.</summary>
    public bool Published { get; init; }

    /// <summary>What of it decides who reads it.</summary>
    public ConsultationStanding Standing => new(Stage, Published, Category is not null);

    /// <summary>What was published of it; written beside the row and read through <see cref="IPublishedPapers"/> only.</summary>
    public ImmutableList<PublishedPaper> Papers { get; init; } = [];

    /// <summary>Another way that the facts call for, until the township decides (建议改为). C013.</summary>
    public ConsultationVariant? Proposed { get; init; }

    /// <summary>A review that a dissent opened is not decided (合法性复核). C074.</summary>
    public bool ReviewOpen { get; init; }

    /// <summary>Its open duties, nearest due first, as lists show them (未履行义务).</summary>
    public ImmutableList<Duty> OpenDuties { get; init; } = [];

    /// <summary>Where the report up of a delegated matter stands (受委托事项办理情况), or null. SM2.Z.</summary>
    public DelegatedStage? DelegatedStage { get; init; }
}

/// <summary>What indicators count of one consultation (协商指标要素).</summary>
/// <param name="PlansDue">Plans made or late.</param>
/// <param name="PlansOnTime">Of those, on time.</param>
/// <param name="AnnouncementsDue">Announcements made or late.</param>
/// <param name="AnnouncementsOnTime">Of those, on time.</param>
/// <param name="SessionsEnded">Sessions ended.</param>
/// <param name="Agreed">Ended with agreement, or a vote passed: 1 or 0; null while open.</param>
/// <param name="CarriedOut">Carried out: 1 or 0; null before it was adopted.</param>
/// <param name="Ballots">Ballots of its survey.</param>
/// <param name="Satisfied">Of those, satisfied.</param>
public sealed record ConsultationOutcomes(
    int PlansDue, int PlansOnTime, int AnnouncementsDue, int AnnouncementsOnTime, int SessionsEnded, bool? Agreed, bool? CarriedOut, int Ballots, int Satisfied);

/// <summary>How a list of consultations is ordered; the key breaks ties.</summary>
public enum ConsultationOrder
{
    /// <summary>Nearest due first; without one last.</summary>
    DueAt,

    /// <summary>Latest change first.</summary>
    ChangedAtDescending,

    /// <summary>Newest first.</summary>
    BeganAtDescending,

    /// <summary>Nearest due of an announcement first; without one last.</summary>
    AnnounceDueAt,
}

/// <summary>Which consultations a list shows; all conditions hold together.</summary>
public sealed record ConsultationFilter
{
    /// <summary>Those of this unit's subtree, and those that concern a community of it.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Those that this organ entrusted.</summary>
    public OrganCode? DelegatedBy { get; init; }

    /// <summary>In one of these stages.</summary>
    public IReadOnlyList<ConsultationStage>? Stages { get; init; }

    /// <summary>Of withdrawn ones only those of which something was published: for those who read no drafts. C002.</summary>
    public bool NoWithdrawnDrafts { get; init; }

    /// <summary>Beside those, withdrawn ones whose topic was put to the council.</summary>
    public bool WithdrawnTopics { get; init; }

    /// <summary>Of one of these variants.</summary>
    public IReadOnlyList<ConsultationVariant>? Variants { get; init; }

    /// <summary>Only open ones.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Only ended ones.</summary>
    public bool EndedOnly { get; init; }

    /// <summary>Only with an open announcement.</summary>
    public bool AnnouncementOpen { get; init; }

    /// <summary>Only with a breach.</summary>
    public bool? Breached { get; init; }

    /// <summary>Only with a duty due before this instant.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Only with the nearest duty due at this instant or later.</summary>
    public DateTimeOffset? DueFrom { get; init; }

    /// <summary>Only with a session ahead at this instant or later.</summary>
    public DateTimeOffset? SessionFrom { get; init; }

    /// <summary>Only with a session ahead before this instant.</summary>
    public DateTimeOffset? SessionBefore { get; init; }

    /// <summary>Only with a topic of this category.</summary>
    public TopicCategory? Category { get; init; }

    /// <summary>Only where a vote must be held, or put first.</summary>
    public bool VoteAhead { get; init; }

    /// <summary>Only with a plan that is to be made, by whichever step opened that.</summary>
    public bool PlanOpen { get; init; }

    /// <summary>Only in a second or later round.</summary>
    public bool FurtherRound { get; init; }

    /// <summary>Only where another way is proposed and the township has not decided.</summary>
    public bool WayProposed { get; init; }

    /// <summary>Only with a review that a dissent opened and nobody decided.</summary>
    public bool ReviewOpen { get; init; }

    /// <summary>Number, or words of the title; at most 100 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Only begun at or after.</summary>
    public DateTimeOffset? BeganFrom { get; init; }

    /// <summary>Only begun before.</summary>
    public DateTimeOffset? BeganBefore { get; init; }
}

/// <summary>Indicators of the consultations begun in a period (协商指标), summed.</summary>
/// <param name="Begun">Begun in the period.</param>
/// <param name="Sum">Sums; Agreed and CarriedOut are in the counts beside it.</param>
/// <param name="Decided">With a known outcome.</param>
/// <param name="Agreed">Of those, agreed.</param>
/// <param name="Adopted">Adopted.</param>
/// <param name="CarriedOut">Of those, carried out.</param>
/// <param name="Rounds">Rounds in all.</param>
public sealed record ConsultationIndicators(int Begun, ConsultationOutcomes Sum, int Decided, int Agreed, int Adopted, int CarriedOut, int Rounds);

/// <summary>Reads lists of consultations from the index. A port with one implementation.</summary>
public interface IConsultationIndex
{
    /// <summary>A page.</summary>
    /// <exception cref="BadCursorException">The cursor is not one of this list's.</exception>
    Task<Page<ConsultationRow>> Consultations(ConsultationFilter filter, ConsultationOrder order, PageRequest page, CancellationToken cancel = default);

    /// <summary>How many match.</summary>
    Task<int> Count(ConsultationFilter filter, CancellationToken cancel = default);

    /// <summary>By grain key; unknown keys are left out.</summary>
    Task<IReadOnlyDictionary<string, ConsultationRow>> ByKey(IReadOnlyCollection<string> keys, CancellationToken cancel = default);

    /// <summary>The one with this number, or null.</summary>
    Task<ConsultationRow?> ByNumber(string number, CancellationToken cancel = default);

    /// <summary>Indicators of those begun in a period, of a unit's subtree.</summary>
    Task<ConsultationIndicators> Indicators(UnitCode unit, DateTimeOffset from, DateTimeOffset before, CancellationToken cancel = default);

    /// <summary>All rows of one home unit that are open, for its summary's cells.</summary>
    Task<IReadOnlyDictionary<string, (long Version, ConsultationContribution Contribution)>> Contributions(UnitCode home, CancellationToken cancel = default);
}
