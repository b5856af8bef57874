using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>What happened in an agency's year (年度考核事件). State is folded from these. <c>Terms</c> replace those with the same id, or are added.</summary>
/// <param name="At">When it took effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(YearOpened), "YearOpened")]
[JsonDerivedType(typeof(WeightsSet), "WeightsSet")]
[JsonDerivedType(typeof(DutiesListed), "DutiesListed")]
[JsonDerivedType(typeof(PlanNegotiated), "PlanNegotiated")]
[JsonDerivedType(typeof(PlanDetermined), "PlanDetermined")]
[JsonDerivedType(typeof(PlanDrafted), "PlanDrafted")]
[JsonDerivedType(typeof(PlanSubmitted), "PlanSubmitted")]
[JsonDerivedType(typeof(PlanConsented), "PlanConsented")]
[JsonDerivedType(typeof(PlanObjected), "PlanObjected")]
[JsonDerivedType(typeof(LetterSigned), "LetterSigned")]
[JsonDerivedType(typeof(ProgressReported), "ProgressReported")]
[JsonDerivedType(typeof(TargetConfirmed), "TargetConfirmed")]
[JsonDerivedType(typeof(KeyWorkRecorded), "KeyWorkRecorded")]
[JsonDerivedType(typeof(EvidenceRecorded), "EvidenceRecorded")]
[JsonDerivedType(typeof(AssessmentOpened), "AssessmentOpened")]
[JsonDerivedType(typeof(ComponentAdjusted), "ComponentAdjusted")]
[JsonDerivedType(typeof(AdjustmentWithdrawn), "AdjustmentWithdrawn")]
[JsonDerivedType(typeof(DutySubmitted), "DutySubmitted")]
[JsonDerivedType(typeof(SatisfactionSubmitted), "SatisfactionSubmitted")]
[JsonDerivedType(typeof(StatutorySubmitted), "StatutorySubmitted")]
[JsonDerivedType(typeof(PartAggregated), "PartAggregated")]
[JsonDerivedType(typeof(ScoreFinalised), "ScoreFinalised")]
[JsonDerivedType(typeof(AgencyGradeSet), "AgencyGradeSet")]
[JsonDerivedType(typeof(HeadGradeSet), "HeadGradeSet")]
[JsonDerivedType(typeof(ResultShared), "ResultShared")]
[JsonDerivedType(typeof(ResultPublished), "ResultPublished")]
[JsonDerivedType(typeof(ResultRevised), "ResultRevised")]
[JsonDerivedType(typeof(AppealFiled), "AppealFiled")]
[JsonDerivedType(typeof(AppealAnswered), "AppealAnswered")]
[JsonDerivedType(typeof(HostResultRecorded), "HostResultRecorded")]
[JsonDerivedType(typeof(StaffResultRecorded), "StaffResultRecorded")]
[JsonDerivedType(typeof(DailyWorkRecorded), "DailyWorkRecorded")]
[JsonDerivedType(typeof(AgencyYearRungsFired), "AgencyYearRungsFired")]
[JsonDerivedType(typeof(AgencyYearTermsReprojected), "AgencyYearTermsReprojected")]
public abstract record AgencyYearEvent(DateTimeOffset At)
{
    /// <summary>Name in the trace.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Whether time or the calendar made it happen, and nobody's step: it takes effect whoever acts next.</summary>
    [JsonIgnore]
    public bool IsNobodysStep => this is AgencyYearRungsFired or AgencyYearTermsReprojected;

    /// <summary>Reason or note, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;

    /// <summary>Rule that it rests on.</summary>
    [JsonIgnore]
    public abstract string Rule { get; }
}

/// <summary>The year is open (年度已开启).</summary>
public sealed record YearOpened(
    DateTimeOffset At, OrganCode Agency, int Year, OrganCode Department, UnitCode Host, ImmutableSortedDictionary<UnitCode, decimal> Weights, AssessmentRules Rules, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A037";
}

/// <summary>Weights were set (权重已设定). A026. What a township gave that they no longer name counts no more.</summary>
public sealed record WeightsSet(DateTimeOffset At, ImmutableSortedDictionary<UnitCode, decimal> Weights) : AgencyYearEvent(At)
{
    /// <summary>Terms of a township that serves no more, lifted, and what that opens; null where it changes none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A026";
}

/// <summary>Duties are listed (职责已梳理). A037.</summary>
public sealed record DutiesListed(DateTimeOffset At, ImmutableList<string> Duties) : AgencyYearEvent(At)
{
    /// <summary>Terms of the steps that it takes and opens; null where it was written before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A037";
}

/// <summary>A township negotiated the plan (已协商). A038.</summary>
public sealed record PlanNegotiated(DateTimeOffset At, UnitCode Township) : AgencyYearEvent(At)
{
    /// <summary>Terms of the steps that it takes and opens; null where it was written before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A038";
}

/// <summary>The performance organ determined the plan (已认定). A038.</summary>
public sealed record PlanDetermined(DateTimeOffset At, string Reason) : AgencyYearEvent(At)
{
    /// <summary>Terms of the steps that it takes and opens; null where it was written before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A038";
}

/// <summary>Targets were drafted (已拟计划).</summary>
public sealed record PlanDrafted(DateTimeOffset At, ImmutableList<YearTarget> Targets) : AgencyYearEvent(At)
{
    /// <summary>Terms of the steps that it takes and opens; null where it was written before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A038";
}

/// <summary>Submitted to the department (已报派出部门).</summary>
public sealed record PlanSubmitted(DateTimeOffset At, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A039";
}

/// <summary>The department consented (已同意). A039.</summary>
public sealed record PlanConsented(DateTimeOffset At, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A039";
}

/// <summary>The department objected (不同意).</summary>
public sealed record PlanObjected(DateTimeOffset At, string Reason, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A039";
}

/// <summary>One side signed (已签字). A040.</summary>
public sealed record LetterSigned(DateTimeOffset At, bool ByAgency, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A040";
}

/// <summary>Progress was reported (已报告进度). A020.</summary>
public sealed record ProgressReported(DateTimeOffset At, int Target, int Percent, string? Note) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A020";
}

/// <summary>A target was confirmed, or that was taken back (已确认). A020.</summary>
public sealed record TargetConfirmed(DateTimeOffset At, int Target, bool Done, string? Note, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Note;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A020";
}

/// <summary>Key work was recorded (已记录重点工作). A021.</summary>
public sealed record KeyWorkRecorded(DateTimeOffset At, KeyWork Work) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A021";
}

/// <summary>Totals from the trace (佐证已登记). A022, A023.</summary>
public sealed record EvidenceRecorded(DateTimeOffset At, ImmutableSortedDictionary<UnitCode, CaseEvidence> Evidence) : AgencyYearEvent(At)
{
    /// <summary>Up to when it was counted (统计截至).</summary>
    [JsonIgnore]
    public DateTimeOffset Through => Evidence.Values.Max(e => e.Through);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A022";
}

/// <summary>The assessment is open (考核已启动). A017. The rule set is fixed from here.</summary>
public sealed record AssessmentOpened(DateTimeOffset At, AssessmentRules Rules, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A017";
}

/// <summary>A component was set by hand (已调整).</summary>
public sealed record ComponentAdjusted(DateTimeOffset At, Adjustment Adjustment) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Adjustment.Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A018";
}
