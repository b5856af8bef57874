using GraphQL.Types;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>Host's result.</summary>
internal sealed class RecordHostResultInput : AgencyYearInput
{
    public RecordHostResultInput() : base("RecordHostResultInput", "The host township's own result of the year and its bonus coefficient (登记驻地考核结果). A029, A031.")
    {
        May<AssessmentGradeType>("grade", "The host township's grade; refused without (等次).");
        Needs<DecimalType>("coefficient", "Bonus coefficient, 0 to 10, at most four decimals (奖金系数).");
        May<StringGraphType>("reason", "Why it is another than the one recorded, 1 to 500 characters; required then (理由).");
    }
}

/// <summary>Staff's result.</summary>
internal sealed class RecordStaffResultInput : AgencyYearInput
{
    public RecordStaffResultInput() : base("RecordStaffResultInput", "The staff's result as a whole (登记人员绩效结果). A029, A030; no person's.")
    {
        May<AssessmentGradeType>("band", "Band of annual performance: the host township's grade, another is refused (绩效等次).");
        May<StringGraphType>("payer", "Code of the organ that pays; left out for the department, another is refused. A030 (发放单位).");
        May<DecimalType>("bonusBase", "Bonus of a post in yuan before the coefficient, 0 to 1,000,000, at most two decimals (奖金基数).");
        May<DecimalType>("other", "Mean score of the rest of the annual assessment, 0 to 100. A034 (其他考核得分).");
        May<StringGraphType>("reason", "Why it is another than the one recorded, 1 to 500 characters; required then (理由).");
    }
}

/// <summary>Daily work.</summary>
internal sealed class RecordDailyWorkInput : AgencyYearInput
{
    public RecordDailyWorkInput() : base("RecordDailyWorkInput", "The staff's daily-work score as a whole (登记日常工作考核). A034; no person's.")
    {
        Needs<IntGraphType>("posts", "Posts assessed, 1 to 1,000 (考核岗位数).");
        Needs<DecimalType>("score", "Their mean, 0 to 100, at most four decimals (分数).");
        May<StringGraphType>("reason", "Why it is another than the one recorded, 1 to 500 characters; required once the result is shared (理由).");
    }
}

/// <summary>What follows for the staff, with the county's weight.</summary>
/// <param name="Linked">What follows.</param>
/// <param name="Rules">The year's rule set.</param>
/// <param name="Own">The actor is the host township, which recorded the daily-work score itself.</param>
internal sealed record ShownLinked(LinkedResult Linked, AssessmentRules Rules, bool Own)
{
    /// <summary>Of few posts a mean would tell somebody's score.</summary>
    public bool Few => Linked.Daily is { } daily && SmallCounts.IsFew(daily.Posts);

    /// <summary>Hidden from all but who recorded it.</summary>
    public bool HidesScores => Few && !Own;
}

/// <summary>What follows for the staff.</summary>
internal sealed class LinkedResultType : Described<ShownLinked>
{
    public LinkedResultType() : base("LinkedResult", "What follows from the year for the agency's staff as a whole (结果挂钩). A029-A031, A034; no person's result is kept, and of fewer than five posts no score is shown but to the host township that recorded it.")
    {
        Maybe<AssessmentGradeType>("hostGrade", "The host township's own grade of the year, as the county recorded it (驻地考核等次). A029.", l => l.Linked.Host?.Grade);
        Maybe<DecimalType>("coefficient", "Its bonus coefficient (奖金系数). A031.", l => l.Linked.Host?.Coefficient);
        Maybe<AssessmentGradeType>("band", "Band of the staff's annual performance, as the department recorded it: the host's (绩效等次). A029.", l => l.Linked.Staff?.Band);
        Maybe<DecimalType>("bonusBase", "Bonus of a post in yuan before the coefficient (奖金基数).", l => l.Linked.Staff?.BonusBase);
        Maybe<DecimalType>("bonus", "Bonus of a post in yuan: base by coefficient; null while one is missing (奖金). A031.", l => l.Linked.Bonus);
        Maybe<IntGraphType>("dailyPosts", "Posts whose daily work the host township assessed; null where they are fewer than five, save for the host township (考核岗位数). A034.", l => l.HidesScores ? null : l.Linked.Daily?.Posts);
        Maybe<DecimalType>("dailyScore", "Mean of their daily-work scores, 0 to 100; null where they are fewer than five, save for the host township (日常工作考核得分). A034.", l => l.HidesScores ? null : l.Linked.Daily?.Score);
        Maybe<DecimalType>("dailyWeight", "The county's weight of daily work, `DailyWorkWeight`; null where it set none (日常工作考核权重). Resolution 20.", l => l.Rules.DailyWorkWeight);
        Maybe<DecimalType>("annualScore", "The staff's annual score with daily work in it, 0 to 100; null while the weight or a score is missing, or posts are fewer than five (年度得分). A034.",
            l => l.Few ? null : l.Linked.Annual(l.Rules.DailyWorkWeight));
    }
}
