using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>A component's adjustment was taken back (已撤回人工调整). A018.</summary>
/// <param name="At">When.</param>
/// <param name="Township">The township that had set it.</param>
/// <param name="Component">The component.</param>
/// <param name="Former">The value that held until then.</param>
/// <param name="Withdrawal">Who, when, why.</param>
public sealed record AdjustmentWithdrawn(DateTimeOffset At, UnitCode Township, DutyComponent Component, decimal Former, Withdrawal Withdrawal) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Withdrawal.Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A018";
}

/// <summary>A township submitted L (已提交属地职责评分). A018.</summary>
public sealed record DutySubmitted(DateTimeOffset At, UnitCode Township, DutySubmission Submission, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A018";
}

/// <summary>A survey's result came in (已提交满意度). A024.</summary>
public sealed record SatisfactionSubmitted(DateTimeOffset At, UnitCode Township, SatisfactionResult Result, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A024";
}

/// <summary>The department submitted D (已提交法定职责评分). A019.</summary>
public sealed record StatutorySubmitted(DateTimeOffset At, StatutoryScore Score, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A019";
}

/// <summary>The host aggregated (已汇总). A027.</summary>
public sealed record PartAggregated(DateTimeOffset At, TownshipPart Part, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A027";
}

/// <summary>The score is final (得分已核定). A017.</summary>
public sealed record ScoreFinalised(DateTimeOffset At, AgencyScore Score, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A017";
}

/// <summary>The agency's grade (机构等次已定). A033.</summary>
public sealed record AgencyGradeSet(DateTimeOffset At, AssessmentGrade Grade, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A033";
}

/// <summary>The head's grade (负责人等次已定). A035.</summary>
public sealed record HeadGradeSet(DateTimeOffset At, AssessmentGrade Grade) : AgencyYearEvent(At)
{
    /// <summary>Its term, done; null where it was written before there was one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Term>? Terms { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A035";
}

/// <summary>Fed into an assessment (结果已共享). A032.</summary>
public sealed record ResultShared(DateTimeOffset At, ShareTarget Target, decimal Total, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A032";
}

/// <summary>Published (结果已公布). R044.</summary>
public sealed record ResultPublished(DateTimeOffset At, string Where, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Where;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "R044";
}

/// <summary>Revised (已修订): the former result is kept.</summary>
public sealed record ResultRevised(DateTimeOffset At, Revision Former, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Former.Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A028";
}

/// <summary>Contested (已申诉).</summary>
public sealed record AppealFiled(DateTimeOffset At, Appeal Appeal, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A028";
}

/// <summary>Answered (申诉已答复). Upheld: what was contested is open again, the former result is kept.</summary>
public sealed record AppealAnswered(DateTimeOffset At, int Appeal, bool Upheld, string Answer, Revision? Former, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Answer;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A028";
}

/// <summary>Rungs of terms were passed (期限到点). Each once.</summary>
public sealed record AgencyYearRungsFired(DateTimeOffset At, ImmutableList<Rung> Rungs) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A028";
}

/// <summary>Open terms were counted again by another calendar (期限已重新推算). Resolution 6.</summary>
/// <param name="At">When.</param>
/// <param name="Calendar">Version of the calendar.</param>
/// <param name="Terms">The terms whose due moved; none where only rungs did.</param>
public sealed record AgencyYearTermsReprojected(DateTimeOffset At, int Calendar, ImmutableList<Term> Terms) : AgencyYearEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Terms is [{ Ledger: [.., var newest] }, ..] ? newest.Reason : null;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "A028";
}
