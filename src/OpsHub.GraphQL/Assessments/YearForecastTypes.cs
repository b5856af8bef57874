using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A forecast.</summary>
internal sealed class YearForecastType : Described<YearForecast>
{
    public YearForecastType() : base("YearForecast", "Where an agency's year stands and what would change it (年终预测). Nothing in it is a score before all is in; what the actor may not read is null or left out. The agency reads what its evidence gives until the score is final.")
    {
        Many<ForecastTownshipType>("townships", "The townships that count and that the actor reads (分乡镇).", f => f.Townships).WithAssumedSize(3);
        Maybe<DecimalType>("duty", "L, 0 to 100; null while a township lacks evidence.", f => f.Duty);
        Maybe<DecimalType>("satisfaction", "S, 0 to 100; null while a survey is missing.", f => f.Satisfaction);
        Maybe<DecimalType>("statutory", "D, 0 to 100; null while it is missing.", f => f.Statutory);
        Maybe<DecimalType>("total", "T, once L, S and D are all there.", f => f.Total);
        Maybe<DecimalType>("townshipRate", "R, 0 to 1, once L and S are there. A033.", f => f.TownshipRate);
        Maybe<DecimalType>("satisfactionForExcellent", "S that it takes with the present L to reach the bar of A033; above 100 where none suffices; null while L is missing or where S doesn't count for it.",
            f => f.SatisfactionForExcellent);
        Many<OwedInputType>("owed", "What is missing, by name of unit (所欠事项).", f => f.Owed).WithAssumedSize(3);
    }
}

/// <summary>A township's part.</summary>
internal sealed class ForecastTownshipType : Described<ForecastTownship>
{
    public ForecastTownshipType(IHubDirectory directory) : base("ForecastTownship", "A served township's part of the forecast (分乡镇预测).")
    {
        One<UnitType>("township", "The township (乡镇、街道).", t => directory.Node(t.Township));
        One<DecimalType>("weight", "What it counts for, 0 to 1 (权重).", t => t.Weight);
        Many<ForecastComponentType>("components", "The four components (考核内容).", t => t.Components).WithAssumedSize(4);
        Maybe<DecimalType>("duty", "L of it; null while a component is missing.", t => t.Duty);
        Maybe<DecimalType>("satisfaction", "S of it, once its survey is closed.", t => t.Satisfaction);
        Many<RaterGroupType>("missingGroups", "Rater groups with too few answers. A024.", t => t.MissingGroups);
        One<BooleanGraphType>("submitted", "L was submitted: it changes no more.", t => t.IsSubmitted);
    }
}

/// <summary>A component.</summary>
internal sealed class ForecastComponentType : Described<ForecastComponent>
{
    public ForecastComponentType() : base("ForecastComponent", "A component of L as it stands, and what would change it (预测明细).")
    {
        One<DutyComponentType>("component", "The component (考核内容).", c => c.Component);
        One<StringGraphType>("label", "What it is called, in Chinese.", c => AssessmentWording.Of(c.Component));
        Maybe<DutyFiguresType>("figures", "The figures behind it; null without evidence.", c => c.Figures);
        Maybe<DecimalType>("computed", "What they give, 0 to 100; null without evidence (计算值).", c => c.Computed);
        Maybe<ComponentAdjustmentType>("adjusted", "The township's last adjustment, beside what was computed (人工调整).", c => c.Adjusted);
        Maybe<DecimalType>("standing", "What holds, 0 to 100; null while it is missing.", c => c.Standing);
        Maybe<DecimalType>("points", "Points of T that it brings now (得分).", c => c.Points);
        One<DecimalType>("most", "Points of T that it can bring at most (满分).", c => c.Most);
        Maybe<DecimalType>("oneMore", "Points of T that one more would add: a target done, a piece of key work, a term kept, a dispatch accepted; null where none can be added.", c => c.OneMore);
    }
}
