using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Mandates;

/// <summary>What happened about townships' rights and duties (乡镇权责事件). State is folded from these.</summary>
/// <param name="At">When it took effect.</param>
/// <param name="Terms">Terms that it opens, changes or ends; an ended one leaves the state.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(MandatesOpened), "MandatesOpened")]
[JsonDerivedType(typeof(AreaPlanOpened), "AreaPlanOpened")]
[JsonDerivedType(typeof(AreaOpinionGiven), "AreaOpinionGiven")]
[JsonDerivedType(typeof(AreaPlanClosed), "AreaPlanClosed")]
[JsonDerivedType(typeof(SuggestionMade), "SuggestionMade")]
[JsonDerivedType(typeof(SuggestionAnswered), "SuggestionAnswered")]
[JsonDerivedType(typeof(DutyProposed), "DutyProposed")]
[JsonDerivedType(typeof(DutyApproved), "DutyApproved")]
[JsonDerivedType(typeof(DutyRefused), "DutyRefused")]
[JsonDerivedType(typeof(DutyActivated), "DutyActivated")]
[JsonDerivedType(typeof(DutyEnded), "DutyEnded")]
[JsonDerivedType(typeof(TaskAssigned), "TaskAssigned")]
[JsonDerivedType(typeof(TaskFinished), "TaskFinished")]
[JsonDerivedType(typeof(TaskWithdrawn), "TaskWithdrawn")]
[JsonDerivedType(typeof(ItemAdmitted), "ItemAdmitted")]
[JsonDerivedType(typeof(ItemWithdrawn), "ItemWithdrawn")]
[JsonDerivedType(typeof(ActivityCreated), "ActivityCreated")]
[JsonDerivedType(typeof(TownshipResultRecorded), "TownshipResultRecorded")]
[JsonDerivedType(typeof(MeasureTaken), "MeasureTaken")]
[JsonDerivedType(typeof(MeasureRectified), "MeasureRectified")]
[JsonDerivedType(typeof(SchemeReminded), "SchemeReminded")]
[JsonDerivedType(typeof(SchemeNoted), "SchemeNoted")]
[JsonDerivedType(typeof(AssessmentsOpened), "AssessmentsOpened")]
[JsonDerivedType(typeof(AssessmentRecorded), "AssessmentRecorded")]
[JsonDerivedType(typeof(AssessmentExcluded), "AssessmentExcluded")]
[JsonDerivedType(typeof(MandateRungsFired), "MandateRungsFired")]
[JsonDerivedType(typeof(MandateTermsReprojected), "MandateTermsReprojected")]
public abstract record MandateEvent(DateTimeOffset At, ImmutableList<Term> Terms)
{
    /// <summary>Name in the trace.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Rule that it rests on.</summary>
    [JsonIgnore]
    public string Rule => this switch
    {
        AreaPlanOpened or AreaOpinionGiven or AreaPlanClosed => "T012",
        SuggestionMade or SuggestionAnswered => "T013",
        DutyApproved => "R035",
        DutyProposed or DutyRefused or DutyActivated or DutyEnded => "R034",
        TaskAssigned or TaskFinished or TaskWithdrawn => "T014",
        ItemAdmitted or ItemWithdrawn => "R036",
        ActivityCreated => "T110",
        TownshipResultRecorded => "T108",
        MeasureTaken or MeasureRectified => "T109",
        SchemeReminded or SchemeNoted => "T016",
        AssessmentsOpened or AssessmentRecorded or AssessmentExcluded => "R038",
        _ => "R033",
    };

    /// <summary>Reason or note, as the trace shows it.</summary>
    [JsonIgnore]
    public string? Why => this switch
    {
        SuggestionAnswered e => e.Text,
        DutyApproved e => e.Approval,
        DutyRefused e => e.Reason,
        DutyEnded e => e.Reason,
        TaskAssigned { Task: var given } => given.Reference,
        TaskWithdrawn e => e.Reason,
        ItemWithdrawn e => e.Reason,
        ActivityCreated e => e.Activity.Approval,
        TownshipResultRecorded e => e.Result.Revision,
        AssessmentRecorded e => e.Revision,
        AssessmentExcluded e => e.Reason,
        MeasureTaken e => e.Measure.Grounds,
        MeasureRectified e => e.Finding,
        _ => null,
    };
}

/// <summary>The county's record is open (乡镇权责事项已建立). R033.</summary>
public sealed record MandatesOpened(DateTimeOffset At, UnitCode County) : MandateEvent(At, []);

/// <summary>Opinions on a plan were asked for (规划已征求意见). T012.</summary>
public sealed record AreaPlanOpened(DateTimeOffset At, AreaPlan Plan, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A township gave its opinion (已提出规划意见). T012.</summary>
public sealed record AreaOpinionGiven(DateTimeOffset At, long Plan, AreaOpinion Opinion, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A plan was closed (规划已定稿), with these townships' opinions missing. T012.</summary>
public sealed record AreaPlanClosed(DateTimeOffset At, long Plan, ImmutableList<UnitCode> Missing, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A suggestion was made (已提出建议). T013.</summary>
public sealed record SuggestionMade(DateTimeOffset At, TownshipSuggestion Suggestion, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A suggestion was answered (已答复建议). T013.</summary>
public sealed record SuggestionAnswered(DateTimeOffset At, long Suggestion, SuggestionAnswer Answer, string Text, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A duty was proposed (已申报新增职责). R034.</summary>
public sealed record DutyProposed(DateTimeOffset At, TownshipDuty Duty, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A duty was approved (已批准新增职责), with what goes along. R034, R035.</summary>
public sealed record DutyApproved(DateTimeOffset At, long Duty, string Approval, ImmutableSortedDictionary<DutyTransfer, string> Transfers, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A duty was refused (未批准新增职责). R034.</summary>
public sealed record DutyRefused(DateTimeOffset At, long Duty, string Reason, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A duty is in force (职责已生效). R034.</summary>
public sealed record DutyActivated(DateTimeOffset At, long Duty) : MandateEvent(At, []);

/// <summary>A duty has ended (职责已终止). R034.</summary>
public sealed record DutyEnded(DateTimeOffset At, long Duty, string Reason, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A task was given (已下派任务). T014, R036.</summary>
public sealed record TaskAssigned(DateTimeOffset At, AssignedTask Task, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A task is done (任务已办结). T014.</summary>
public sealed record TaskFinished(DateTimeOffset At, long Task, string Report, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A task was withdrawn (已撤回任务); nobody owes it any more. T014.</summary>
public sealed record TaskWithdrawn(DateTimeOffset At, long Task, string Reason, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>An item was admitted (事项已准入). R036.</summary>
public sealed record ItemAdmitted(DateTimeOffset At, AdmittedItem Item) : MandateEvent(At, []);

/// <summary>An item was taken out (事项已退出). R036.</summary>
public sealed record ItemWithdrawn(DateTimeOffset At, string Code, string Reason) : MandateEvent(At, []);

/// <summary>An award activity was entered (评比表彰活动已登记). T110.</summary>
public sealed record ActivityCreated(DateTimeOffset At, AwardActivity Activity) : MandateEvent(At, []);

/// <summary>A result was recorded, or revised (考核结果已登记). T108.</summary>
/// <param name="At">When.</param>
/// <param name="Result">The result.</param>
/// <param name="Terms">Terms opened and ended.</param>
/// <param name="Late">It closed the township's task of the year after its term. R038.</param>
public sealed record TownshipResultRecorded(DateTimeOffset At, TownshipResult Result, ImmutableList<Term> Terms, bool Late = false) : MandateEvent(At, Terms);

/// <summary>A measure was taken (已采取措施). T109.</summary>
public sealed record MeasureTaken(DateTimeOffset At, ResultMeasure Measure, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>It was put right (已整改). T109.</summary>
public sealed record MeasureRectified(DateTimeOffset At, long Measure, string Finding, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>The county was reminded of its scheme (已提醒制定综合考核办法). T016.</summary>
public sealed record SchemeReminded(DateTimeOffset At, int Year, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>The scheme has been made (综合考核办法已制定). T016.</summary>
public sealed record SchemeNoted(DateTimeOffset At, int Year, DateTimeOffset MadeAt, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>The year's tasks of assessment were opened (年度考评任务已开启). R038.</summary>
/// <param name="At">When.</param>
/// <param name="Year">The year.</param>
/// <param name="Added">New tasks, by kind and assessor; they join those that stand.</param>
/// <param name="Gone">Targets whose open task leaves: they are none any more, or another assesses them.</param>
/// <param name="Terms">Terms opened and lifted.</param>
public sealed record AssessmentsOpened(DateTimeOffset At, int Year, ImmutableList<AssessmentRound> Added, ImmutableList<OrganCode> Gone, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>The result of an assessment was recorded, or revised (年度考评结果已登记). R038.</summary>
public sealed record AssessmentRecorded(DateTimeOffset At, int Year, OrganCode Target, decimal Score, decimal Satisfaction, bool Late, string? Revision, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>A target was left out of the year's assessment (已不纳入年度考评). R038.</summary>
public sealed record AssessmentExcluded(DateTimeOffset At, int Year, OrganCode Target, string Reason, bool Late, ImmutableList<Term> Terms) : MandateEvent(At, Terms);

/// <summary>Rungs fired (期限到点): all that had passed, in one write.</summary>
/// <param name="At">When.</param>
/// <param name="Rungs">The rungs, in order of time.</param>
public sealed record MandateRungsFired(DateTimeOffset At, ImmutableList<Rung> Rungs) : MandateEvent(At, []);

/// <summary>Terms were counted again by another calendar (期限重新推算). Resolution 6.</summary>
/// <param name="At">When.</param>
/// <param name="Terms">Those whose due moved; none where only rungs do.</param>
/// <param name="Calendar">Version of that calendar; null in what was written before it was kept.</param>
public sealed record MandateTermsReprojected(DateTimeOffset At, ImmutableList<Term> Terms, int? Calendar = null) : MandateEvent(At, Terms);
