using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Cases;

/// <summary>The part of an assisting unit (协办任务). SM1 row 14.</summary>
/// <param name="Organ">Assisting organ.</param>
/// <param name="Term">Id of its term.</param>
/// <param name="Result">What was done; null while it is owed.</param>
/// <param name="Evidence">References of evidence.</param>
/// <param name="FedBackAt">When it was fed back.</param>
public sealed record CasePart(OrganCode Organ, string Term, string? Result = null, ImmutableList<string>? Evidence = null, DateTimeOffset? FedBackAt = null)
{
    /// <summary>Still owed (未反馈).</summary>
    [JsonIgnore]
    public bool IsOpen => FedBackAt is null;
}

/// <summary>An extension that was asked for and not yet decided (待批延期). SM1 row 10.</summary>
/// <param name="Until">The due asked for.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
/// <param name="Decider">Who decides.</param>
public sealed record CaseExtension(DateTimeOffset Until, string Reason, OrganCode By, DateTimeOffset At, OrganCode Decider);

/// <summary>A suspension of the handling (中止).</summary>
/// <param name="Until">When it resumes at the latest.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who suspended.</param>
/// <param name="At">When.</param>
public sealed record CaseSuspension(DateTimeOffset Until, string Reason, OrganCode By, DateTimeOffset At);

/// <summary>An urge (催办、督办). SM1 row U.</summary>
/// <param name="Level">1 reminder, 2 township, 3 county.</param>
/// <param name="By">Who urged.</param>
/// <param name="At">When.</param>
/// <param name="Organ">Who was urged.</param>
/// <param name="Note">What is expected.</param>
/// <param name="Term">Id of the term of its answer.</param>
/// <param name="Cycle">Cycle of the case in which it was given.</param>
/// <param name="Answer">The answer; null while it is due, or where it became idle.</param>
/// <param name="AnsweredAt">When it was answered.</param>
public sealed record CaseUrge(
    int Level, OrganCode By, DateTimeOffset At, OrganCode Organ, string Note, string Term, int Cycle, string? Answer = null, DateTimeOffset? AnsweredAt = null);

/// <summary>A coordination meeting (专题协调会议). T022: attendance by unit.</summary>
/// <param name="HeldAt">When it was held.</param>
/// <param name="Attended">Organs that attended.</param>
/// <param name="Minutes">What was agreed.</param>
/// <param name="Reference">Reference of the minutes' file, or null.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Called">Organs that were called (应到单位): whoever has or had the case in this cycle, and who attended. Null of a meeting recorded before that was kept.</param>
public sealed record CaseMeeting(
    DateTimeOffset HeldAt, ImmutableList<OrganCode> Attended, string Minutes, string? Reference, OrganCode RecordedBy, DateTimeOffset RecordedAt, ImmutableList<OrganCode>? Called = null);

/// <summary>An evaluation (评价). G048.</summary>
/// <param name="Evaluator">Who evaluated, once: <c>reporter</c>, for one whose case joined with a colon and that case's number, or the organ's code.</param>
/// <param name="Score">1 to 5.</param>
/// <param name="At">When.</param>
/// <param name="Late">Given after the window (逾期评价).</param>
/// <param name="Cycle">Cycle of the case that it is about.</param>
public sealed record CaseEvaluation(string Evaluator, int Score, DateTimeOffset At, bool Late, int Cycle);

/// <summary>A case that was merged into another (并入案件).</summary>
/// <param name="Key">Its key.</param>
/// <param name="Number">Its number.</param>
/// <param name="FirstAsked">Who was asked first there; null where it is not known, and of the case that one was merged into.</param>
/// <param name="Source">Ticket from which it came; null for none.</param>
/// <param name="Reporter">Account that reported it, which waits for this case now; null where it is not known.</param>
public sealed record JoinedCase(string Key, string Number, OrganCode? FirstAsked = null, SourceTicket? Source = null, string? Reporter = null);

/// <summary>What a dispute may lead to (风险类别). C065.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskKind>))]
public enum RiskKind
{
    /// <summary>A criminal case (刑事案件).</summary>
    Offence,

    /// <summary>A mass incident (群体性事件).</summary>
    Mass,

    /// <summary>An extreme act (极端事件).</summary>
    Extreme,
}
