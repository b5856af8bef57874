using System.Text.Json.Serialization;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>The host township's own result of the year (驻地乡镇街道考核结果), as the county recorded it. A029, A031.</summary>
/// <param name="Grade">Its grade.</param>
/// <param name="Coefficient">Bonus coefficient, 0-10 (奖金系数).</param>
/// <param name="At">When it was recorded.</param>
public sealed record HostResult(AssessmentGrade Grade, decimal Coefficient, DateTimeOffset At);

/// <summary>The staff's result as a whole, as the department recorded it (人员绩效结果). A029, A030.</summary>
/// <param name="Band">Band of annual performance: the host's grade (绩效等次).</param>
/// <param name="BonusBase">Bonus of a post in yuan before the coefficient (奖金基数).</param>
/// <param name="Other">Mean score of the rest of the annual assessment, 0-100 (其他考核得分).</param>
/// <param name="At">When.</param>
public sealed record StaffResult(AssessmentGrade Band, decimal? BonusBase, decimal? Other, DateTimeOffset At);

/// <summary>The staff's daily-work score as a whole, as the host township recorded it (日常工作考核). A034.</summary>
/// <param name="Posts">Posts assessed (考核岗位数).</param>
/// <param name="Score">Their mean, 0-100.</param>
/// <param name="At">When.</param>
public sealed record DailyWork(int Posts, decimal Score, DateTimeOffset At);

/// <summary>What follows from the year for the agency's staff as a whole (结果挂钩). Figures only; no person's result is kept. A029-A031, A034.</summary>
public sealed record LinkedResult
{
    /// <summary>The host township's result; null before the county recorded it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HostResult? Host { get; init; }

    /// <summary>The staff's result; null before the department recorded it, and once the host's grade became another.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StaffResult? Staff { get; init; }

    /// <summary>The daily-work score; null before the township recorded one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DailyWork? Daily { get; init; }

    /// <summary>Bonus of a post in yuan: the base by the host's coefficient; null while one is missing. A031.</summary>
    [JsonIgnore]
    public decimal? Bonus => Staff?.BonusBase * Host?.Coefficient;

    /// <summary>The staff's annual score with daily work in it by the county's weight; null while that or a score is missing. A034, resolution 20.</summary>
    /// <param name="weight">The weight, above 0 and at most 1; null where the county set none: nothing is computed then.</param>
    public decimal? Annual(decimal? weight) => weight is { } w && Daily is { Score: var daily } && Staff is { Other: { } other } ? (w * daily) + ((1 - w) * other) : null;
}

/// <summary>Records of what follows for the staff as a whole. A029-A031, A034.</summary>
internal static class LinkedResults
{
    internal static Decision<AgencyYearEvent> Host(AgencyYear s, RecordHostResult c, AgencyYearContext x)
    {
        if (!AgencyYearAccess.IsPerformanceOrgan(x.Actor, s) && !(x.Actor.Role == Role.CountyGovernment && x.Actor.Organ == OrganCode.Of(s.County)))
            return NotAllowed("A031", "由县市区政府或绩效考核部门登记驻地乡镇街道考核结果", "The county's government or performance organ records the host township's result");
        if (c.Grade is not { } grade)
            return Input("grade", "A029", "grade 必填", "grade is required");
        if (!IsFigure(c.Coefficient, 10, 4))
            return Input("coefficient", "A031", $"coefficient 为 0 至 10 的系数（最多四位小数），实为 {c.Coefficient}", $"coefficient is 0 to 10 with at most four decimals, got {c.Coefficient}");
        var former = s.Linked?.Host;
        return former is not null && (former.Grade, former.Coefficient) == (grade, c.Coefficient) ? Decision<AgencyYearEvent>.Nothing
            : Text("reason", c.Reason, 500, "A031", required: former is not null) is { } refusal ? refusal
            : Recorded(s, new(grade, c.Coefficient, x.Now), c.Reason, x);
    }

    // The staff's result follows from it and is the department's to record, the first time and where another grade took it back.
    private static HostResultRecorded Recorded(AgencyYear s, HostResult result, string? reason, AgencyYearContext x)
    {
        var takesBack = s.Linked?.Staff is { } staff && staff.Band != result.Grade;
        var isOwed = (takesBack || s.Linked?.Staff is null) && !s.Terms.Exists(t => t.IsOpen && AgencyYearTerms.Stem(t) == "staff");
        return new(x.Now, result, reason)
        {
            TakesBack = takesBack,
            Terms = isOwed ? [x.Open(s, "staff", "登记人员绩效结果", s.Department, s.Rules.StaffResultWithin, "A029", "StaffResultWithin")] : null,
        };
    }

    internal static Decision<AgencyYearEvent> Staff(AgencyYear s, RecordStaffResult c, AgencyYearContext x)
    {
        if (AgencyYearAccess.Department(x.Actor, s, "A030") is { } forbidden)
            return forbidden;
        if (c.Band is not { } band)
            return Input("band", "A029", "band 必填", "band is required");
        if (c.Payer is { } payer && payer != s.Department)
        {
            return Guard("PAYER_NOT_DEPARTMENT", "A030", $"工资和奖金列入{x.NameOf(s.Department)}预算、由其发放，不得由{x.NameOf(payer)}发放",
                $"Wages and bonus are paid from the budget of {x.NameOf(s.Department)}, not by {x.NameOf(payer)}", "payer");
        }

        if (c.BonusBase is { } amount && !IsFigure(amount, 1_000_000, 2))
            return Input("bonusBase", "A031", $"bonusBase 为 0 至 1000000 元（最多两位小数），实为 {amount}", $"bonusBase is 0 to 1,000,000 yuan with at most two decimals, got {amount}");
        if (c.Other is { } other && Score("other", other, "A034") is { } faulty)
            return faulty;
        return s.Linked?.Host is not { } host ? Guard("HOST_RESULT_MISSING", "A029", "驻地乡镇街道考核结果尚未登记", "The host township's result is not recorded yet")
            : band != host.Grade ? Guard("BAND_NOT_HOSTS", "A029", $"驻地乡镇街道考核结果为{AssessmentWording.Of(host.Grade)}，人员绩效等次须与之一致",
                $"The host township's result is {host.Grade}: the staff's band is the same", "band")
            : s.Linked.Staff is { } former && (former.Band, former.BonusBase, former.Other) == (band, c.BonusBase, c.Other) ? Decision<AgencyYearEvent>.Nothing
            : Text("reason", c.Reason, 500, "A029", required: s.Linked.Staff is not null) is { } refusal ? refusal
            : new StaffResultRecorded(x.Now, new(band, c.BonusBase, c.Other, x.Now)) { Reason = c.Reason, Terms = x.Done(s, "staff") is { IsEmpty: false } done ? done : null };
    }

    internal static Decision<AgencyYearEvent> Daily(AgencyYear s, RecordDailyWork c, AgencyYearContext x) =>
        AgencyYearAccess.Host(x.Actor, s, "A034") is { } forbidden ? forbidden
        : c.Posts is < 1 or > 1000 ? Input("posts", "A034", $"posts 为 1 至 1000 个岗位，实为 {c.Posts}", $"posts is 1 to 1000, got {c.Posts}")
        : Score("score", c.Score, "A034") is { } faulty ? faulty
        : s.Linked?.Daily is { } former && (former.Posts, former.Score) == (c.Posts, c.Score) ? Decision<AgencyYearEvent>.Nothing
        // Month by month it is given anew; once the result is shared, another figure is a correction.
        : Text("reason", c.Reason, 500, "A034", required: s.Stage == AgencyYearStage.Shared && s.Linked?.Daily is not null) is { } refusal ? refusal
        : new DailyWorkRecorded(x.Now, new(c.Posts, c.Score, x.Now)) { Reason = c.Reason };

    private static bool IsFigure(decimal value, decimal most, int digits) => value >= 0 && value <= most && decimal.Round(value, digits) == value;
}
