namespace OpsHub.Domain.Assessments;

/// <summary>What follows from a year's result for the agency's staff as a whole (结果挂钩). Figures only; no person's result is kept here. A029-A031, A034.</summary>
public static class LinkedResults
{
    /// <summary>The band of the staff's annual performance: the host township's. A029.</summary>
    public static AssessmentGrade Band(AssessmentGrade hostResult) => hostResult;

    /// <summary>Whether wages may be paid from there: the dispatching department's budget alone. A030.</summary>
    public static bool MayPay(Hierarchy.OrganCode payer, Hierarchy.OrganCode department) => payer == department;

    /// <summary>The bonus by the host township's coefficient; null where a figure is below 0. A031.</summary>
    public static decimal? Bonus(decimal amount, decimal coefficient) => amount < 0 || coefficient < 0 ? null : amount * coefficient;

    /// <summary>Annual score with the township's daily-work score in it; null where the weight is not above 0 and at most 1, or a score is none: the county
    /// sets the weight, and without it nothing is computed. A034, resolution 20.</summary>
    public static decimal? WithDailyWork(decimal? weight, decimal daily, decimal other) =>
        weight is > 0 and <= 1 && Scoring.IsScore(daily) && Scoring.IsScore(other) ? (weight * daily) + ((1 - weight) * other) : null;
}
