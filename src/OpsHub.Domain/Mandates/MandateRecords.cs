using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>A plan that touches townships' areas (涉及乡镇街道的规划). T012.</summary>
/// <param name="Id">Sequence of the trace entry that began it; as of every matter here.</param>
/// <param name="By">Whose plan it is: a department of the county, or the county itself.</param>
/// <param name="Title">Title.</param>
/// <param name="Content">What it plans.</param>
/// <param name="Townships">Townships whose areas it touches; the opinion of each is asked for.</param>
/// <param name="At">When opinions were asked for.</param>
/// <param name="Opinions">Opinions given.</param>
/// <param name="ClosedAt">When it was closed; null before.</param>
/// <param name="Missing">Townships without an opinion when it was closed: a warning that stays, whatever comes later.</param>
public sealed record AreaPlan(
    long Id, OrganCode By, string Title, string Content, ImmutableList<UnitCode> Townships, DateTimeOffset At, ImmutableList<AreaOpinion> Opinions, DateTimeOffset? ClosedAt,
    ImmutableList<UnitCode> Missing)
{
    /// <summary>Townships that have given none yet (尚未提出意见).</summary>
    [JsonIgnore]
    public ImmutableList<UnitCode> Awaited => Townships.FindAll(t => !Opinions.Exists(o => o.Township == t));
}

/// <summary>A township's opinion on a plan (规划意见). T012.</summary>
/// <param name="Township">Who gave it.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When.</param>
/// <param name="Late">After its term, or after the plan was closed.</param>
public sealed record AreaOpinion(UnitCode Township, string Text, DateTimeOffset At, bool Late);

/// <summary>A township's suggestion on a superior's major decision or project (重大决策和重大项目的建议). T013.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Township">Who makes it.</param>
/// <param name="Subject">Decision or project.</param>
/// <param name="Title">Which decision or project.</param>
/// <param name="Text">What is suggested.</param>
/// <param name="To">Who is to reply: the county, or one of its departments.</param>
/// <param name="At">When.</param>
/// <param name="Answer">What became of it; null while it is unanswered.</param>
/// <param name="Reply">The reply's text.</param>
/// <param name="RepliedAt">When it was answered.</param>
/// <param name="Late">Answered after the term.</param>
public sealed record TownshipSuggestion(
    long Id, UnitCode Township, SuggestionSubject Subject, string Title, string Text, OrganCode To, DateTimeOffset At, SuggestionAnswer? Answer = null, string? Reply = null,
    DateTimeOffset? RepliedAt = null, bool Late = false)
{
    /// <summary>How long it has waited, or waited for its reply (等待时间).</summary>
    public TimeSpan Waited(DateTimeOffset now) => (RepliedAt ?? now) - At is var waited && waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
}

/// <summary>A new duty for townships or communities (新增职责). R034, R035.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Who proposes it.</param>
/// <param name="Title">Title.</param>
/// <param name="Content">What is to be done.</param>
/// <param name="Townships">Townships that it is for; with their communities where <paramref name="ForCommunities"/>.</param>
/// <param name="ForCommunities">It is put on communities, not on the township itself. R036.</param>
/// <param name="Transfers">What goes along with it (随事划转).</param>
/// <param name="At">When it was proposed.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Approval">Approval number (批准文号); null before the approval.</param>
/// <param name="DecidedAt">When the county decided.</param>
/// <param name="Late">Decided after the term.</param>
/// <param name="Reason">Why it was refused or ended.</param>
/// <param name="EndedAt">When it ended; null before, and in what was written before it was kept.</param>
public sealed record TownshipDuty(
    long Id, OrganCode Department, string Title, string Content, ImmutableList<UnitCode> Townships, bool ForCommunities, ImmutableSortedDictionary<DutyTransfer, string> Transfers, DateTimeOffset At,
    DutyStage Stage, string? Approval = null, DateTimeOffset? DecidedAt = null, bool Late = false, string? Reason = null, DateTimeOffset? EndedAt = null)
{
    /// <summary>Whether a task for a unit may rest on it (覆盖范围).</summary>
    public bool Covers(UnitCode unit) => ForCommunities == (unit.Level == UnitLevel.Community) && Townships.Contains(unit.At(UnitLevel.Township));
}

/// <summary>A task that a department gives to a township or community (下派任务). T014, R036.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Who gives it.</param>
/// <param name="Unit">Township or community.</param>
/// <param name="Title">Title.</param>
/// <param name="Content">What is to be done.</param>
/// <param name="Reference">Approval number or code of an admitted item that it rests on.</param>
/// <param name="Until">Last day.</param>
/// <param name="At">When it was given.</param>
/// <param name="DoneAt">When the unit reported it done; null before.</param>
/// <param name="Report">What it reported.</param>
/// <param name="Late">Done after the last day.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null otherwise.</param>
/// <param name="WithdrawnWhy">Why.</param>
public sealed record AssignedTask(
    long Id, OrganCode Department, UnitCode Unit, string Title, string Content, string Reference, DateOnly Until, DateTimeOffset At, DateTimeOffset? DoneAt = null, string? Report = null, bool Late = false,
    DateTimeOffset? WithdrawnAt = null, string? WithdrawnWhy = null)
{
    /// <summary>Neither done nor withdrawn (办理中).</summary>
    [JsonIgnore]
    public bool IsOpen => DoneAt is null && WithdrawnAt is null;
}

/// <summary>An item of communities' work that is admitted (社区工作准入事项). R036, W012, W013; kept here until work admission has a subject of its own.</summary>
/// <param name="Code">Code, 1-40 characters.</param>
/// <param name="Title">Title.</param>
/// <param name="Basis">The list or the decision of the committee that it rests on.</param>
/// <param name="At">Since when.</param>
/// <param name="EndedAt">When it was taken out; null while admitted.</param>
public sealed record AdmittedItem(string Code, string Title, string Basis, DateTimeOffset At, DateTimeOffset? EndedAt = null);

/// <summary>An award or demonstration activity aimed at townships (针对乡镇的评比表彰、示范创建). T110.</summary>
/// <param name="Id">Its number.</param>
/// <param name="By">Who holds it.</param>
/// <param name="Title">Title.</param>
/// <param name="Townships">Townships that it is aimed at.</param>
/// <param name="Approval">Reference of its approval (批准文号).</param>
/// <param name="At">When it was entered.</param>
public sealed record AwardActivity(long Id, OrganCode By, string Title, ImmutableList<UnitCode> Townships, string Approval, DateTimeOffset At);

/// <summary>A township's comprehensive result of a year (乡镇综合考核结果). T108, T109.</summary>
/// <param name="Id">Its number; a revision keeps it.</param>
/// <param name="Township">The township.</param>
/// <param name="Year">The year.</param>
/// <param name="Score">Score, 0-100.</param>
/// <param name="Satisfaction">Satisfaction of the masses, 0-100.</param>
/// <param name="ScoreFloor">Below this the score was poor when it was recorded.</param>
/// <param name="SatisfactionFloor">Below this the satisfaction was low.</param>
/// <param name="Assumed">One of the floors is our default.</param>
/// <param name="At">When it was recorded, or revised last.</param>
/// <param name="Revision">Why it was revised last; null while it stands as first recorded.</param>
public sealed record TownshipResult(
    long Id, UnitCode Township, int Year, decimal Score, decimal Satisfaction, decimal ScoreFloor, decimal SatisfactionFloor, bool Assumed, DateTimeOffset At, string? Revision = null)
{
    /// <summary>The score is poor (考核差).</summary>
    [JsonIgnore]
    public bool IsPoor => Score < ScoreFloor;

    /// <summary>Satisfaction is low (满意度低).</summary>
    [JsonIgnore]
    public bool IsUnpopular => Satisfaction < SatisfactionFloor;

    /// <summary>A measure is due (须采取措施). T109.</summary>
    [JsonIgnore]
    public bool IsFlagged => IsPoor || IsUnpopular;
}

/// <summary>A measure that follows from a result (约谈、责令整改、通报批评、问责). T109. On a township, never on a person.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Result">The result that it follows from.</param>
/// <param name="Township">The township.</param>
/// <param name="Kind">Which of the four.</param>
/// <param name="Grounds">Why.</param>
/// <param name="RectifyBy">Last day to put it right (整改期限).</param>
/// <param name="At">When it was taken.</param>
/// <param name="RectifiedAt">When the county found it put right; null before.</param>
/// <param name="Finding">What it found.</param>
/// <param name="TakenLate">Taken after its window.</param>
/// <param name="Late">Put right after the last day.</param>
public sealed record ResultMeasure(
    long Id, long Result, UnitCode Township, MeasureKind Kind, string Grounds, DateOnly RectifyBy, DateTimeOffset At, bool TakenLate = false, DateTimeOffset? RectifiedAt = null, string? Finding = null,
    bool Late = false);

/// <summary>A year for which the county was reminded of its comprehensive scheme (综合考核办法提醒). T016.</summary>
/// <param name="Year">The year.</param>
/// <param name="RemindedAt">When.</param>
/// <param name="MadeAt">When the scheme was made; null before.</param>
/// <param name="Late">Made after the term.</param>
public sealed record SchemeReminder(int Year, DateTimeOffset RemindedAt, DateTimeOffset? MadeAt = null, bool Late = false);
