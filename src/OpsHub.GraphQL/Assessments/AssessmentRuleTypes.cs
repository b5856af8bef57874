using System.Globalization;
using GraphQL.Types;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Calendars;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A parameter of a rule set as it is shown.</summary>
internal sealed record AssessmentParameter(string Name, string Value, BasisKind Basis, string? Source)
{
    /// <summary>The parameters by name, in the order of the rules.</summary>
    public static IReadOnlyList<AssessmentParameter> Of(AssessmentRules r)
    {
        (string Name, string Value)[] all =
        [
            ("DutyWeight", Text(r.DutyWeight)), ("SatisfactionWeight", Text(r.SatisfactionWeight)), ("StatutoryWeight", Text(r.StatutoryWeight)), ("ExcellentMinRate", Text(r.ExcellentMinRate)),
            ("TownshipPartBase", r.Base.ToString()), ("AreaMethod", r.Area.ToString()),
            ("DutyComponentWeights", string.Join(' ', r.Components.Select(c => $"{c.Key}={Text(c.Value)}"))),
            ("SatisfactionGroupMean", r.MeanOfGroups ? "true" : "false"), ("SatisfactionMinimum", r.LeastBallots.ToString(CultureInfo.InvariantCulture)),
            ("DutiesListBy", Text(r.DutiesListBy)), ("PlanDraftBy", Text(r.PlanDraftBy)), ("NegotiateWithin", Text(r.NegotiateWithin)), ("SubmitPlanWithin", Text(r.SubmitPlanWithin)),
            ("LetterSignBy", Text(r.LetterSignBy)), ("AssessmentInputsBy", Text(r.InputsBy)), ("PlanConsentLimit", Text(r.PlanConsent)), ("AppealWithin", Text(r.AppealWithin)),
            ("AppealAnswer", Text(r.AppealAnswer)), ("AggregateWithin", Text(r.AggregateWithin)), ("FinaliseWithin", Text(r.FinaliseWithin)), ("GradeWithin", Text(r.GradeWithin)),
            ("HeadGradedBy", r.HeadGradedBy.ToString()), ("HeadGradeWithin", Text(r.HeadGradeWithin)), ("StaffResultWithin", Text(r.StaffResultWithin)), ("EvidenceEvery", Text((decimal)r.EvidenceEvery)), ("DailyWorkWeight", r.DailyWorkWeight is { } daily ? Text(daily) : "none"),
            ("PublishWithin", Text(r.PublishWithin)), ("AnewWithin", Text(r.AnewWithin)), ("UrgeDeduction", r.UrgeDeduction.ToString(CultureInfo.InvariantCulture)),
            ("TermWarnings", string.Join('/', r.Warnings)), ("ChaseEvery", r.ChaseDays.ToString(CultureInfo.InvariantCulture)), ("ChaseTimes", r.ChaseTimes.ToString(CultureInfo.InvariantCulture)),
        ];
        return [.. all.Select(p => new AssessmentParameter(p.Name, p.Value, r.BasisOf(p.Name), r.Sources.GetValueOrDefault(p.Name)))];
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(MonthDay day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}");

    private static string Text(TermBudget budget) => string.Create(CultureInfo.InvariantCulture, $"{budget.Amount} {budget.Unit}");
}

/// <summary>A parameter of a rule set.</summary>
internal sealed class AssessmentParameterType : Described<AssessmentParameter>
{
    public AssessmentParameterType() : base("AssessmentParameter", "A parameter of the rule set that a year is scored by (考核参数).")
    {
        One<StringGraphType>("name", "Name, e.g. `SatisfactionMinimum`.", p => p.Name);
        One<StringGraphType>("value", "Value as written.", p => p.Value);
        One<BasisKindType>("basis", "The policy's text, or our default (依据).", p => p.Basis);
        Maybe<StringGraphType>("source", "Source that was named when it was set; null for defaults.", p => p.Source);
    }
}

/// <summary>A rule set.</summary>
internal sealed class AssessmentRuleSetType : Described<AssessmentRules>
{
    public AssessmentRuleSetType() : base("AssessmentRuleSet", "The rule set that a year is scored by (考核规则). A028, A048: the county's; where it has none the defaults, shown as assumed.")
    {
        One<IntGraphType>("version", "Version; 0 for the defaults (版本).", r => r.Version);
        One<AreaMethodType>("areaMethod", "How several served townships count (片区考核方式). A026.", r => r.Area);
        One<TownshipPartBaseType>("townshipPartBase", "Of what the 90 % are taken (得分率基数). Resolution 16.", r => r.Base);
        Many<ComponentWeightType>("components", "Weights of the four components of L (属地职责内容权重).", r => r.Components).WithAssumedSize(4);
        Many<AssessmentParameterType>("parameters", "All parameters, each with what it rests on (考核参数).", AssessmentParameter.Of).WithAssumedSize(30);
    }
}

/// <summary>A component's weight.</summary>
internal sealed class ComponentWeightType : Described<KeyValuePair<DutyComponent, decimal>>
{
    public ComponentWeightType() : base("ComponentWeight", "The weight of a component within L (内容权重).")
    {
        One<DutyComponentType>("component", "The component (考核内容).", c => c.Key);
        One<DecimalType>("weight", "0 to 1; the four sum to 1.", c => c.Value);
    }
}
