using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Surveys;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Surveys;

/// <summary>A step of a survey.</summary>
internal sealed class OfferedSurveyMoveType : Described<OfferedSurveyMove>
{
    public OfferedSurveyMoveType() : base("OfferedSurveyMove", "A step that this actor may take with a survey now (可办步骤), with the inputs it takes. A024.")
    {
        One<SurveyMoveType>("move", "Which step.", m => SurveyMoveLabels.Step(m));
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `extendSurvey`.", SurveyMoveLabels.Mutation);
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 发放测评码.", SurveyMoveLabels.Zh);
        One<StringGraphType>("labelEn", "The same in English.", SurveyMoveLabels.En);
        One<StringGraphType>("rule", "Rule that it rests on, `A024`.", _ => "A024");
        One<BooleanGraphType>("anotherRound", "True where it begins another round after one is over (再测一轮).", m => m.AnotherRound);
        Many<SurveyMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, expectedVersion, and surveyId or agency, year and township.", m => m.Inputs).WithAssumedSize(2);
    }
}

/// <summary>An input of a step.</summary>
internal sealed class SurveyMoveInputType : Described<SurveyMoveInput>
{
    public SurveyMoveInputType() : base("SurveyMoveInput", "An input of a survey's step (录入项), with its bounds as the survey stands now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => SurveyMoveLabels.Zh(i.Name));
        One<StringGraphType>("labelEn", "The same in English.", i => SurveyMoveLabels.En(i.Name));
        One<SurveyInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it.", i => i.Required);
        Maybe<IntGraphType>("max", "Most characters, or the greatest number; null where nothing bounds it.", i => i.Max);
        Maybe<IntGraphType>("min", "Least number; null for other kinds.", i => i.Min);
        Many<StringGraphType>("choices", "Choices as the API writes them; empty for other kinds.", i => i.Choices ?? []).WithAssumedSize(3);
        Maybe<DayType>("after", "A day lies after this one; null where nothing bounds it.", i => i.After);
        Maybe<DayType>("before", "A day lies on this one at the latest; null where nothing bounds it.", i => i.Before);
    }
}

/// <summary>Kinds of inputs.</summary>
internal sealed class SurveyInputKindType() : EnumType<SurveyInputKind>("SurveyInputKind", "Kind of value that an input of a survey's step takes (录入类型).",
    ("TEXT", SurveyInputKind.Text, "Text (文本)."),
    ("CHOICE", SurveyInputKind.Choice, "One of the choices (单选)."),
    ("NUMBER", SurveyInputKind.Number, "A whole number (整数)."),
    ("DAY", SurveyInputKind.Day, "A day (日期)."));

/// <summary>A survey to be planned.</summary>
internal sealed class SurveyToPlanType : Described<SurveyToPlan>
{
    public SurveyToPlanType(IHubDirectory directory) : base("SurveyToPlan", "A survey that nobody has planned, for the township that may (待安排的测评). The hub plans it by itself SurveyPlanAhead days before SurveyOpens. A024.")
    {
        One<UnitType>("township", "The township that would run it (乡镇、街道).", s => directory.Node(s.Township));
        One<DayType>("opens", "First day when nothing else is said (开始日): SurveyOpens, assumed.", s => s.Opens);
        One<DayType>("closes", "Last day when nothing else is said (截止日): SurveyCloses, assumed.", s => s.Closes);
        Many<OfferedSurveyMoveType>("nextMoves", "Planning it (可办步骤).", s => s.Moves).WithAssumedSize(1);
    }
}
