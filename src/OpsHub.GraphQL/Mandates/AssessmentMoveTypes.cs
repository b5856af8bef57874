using GraphQL.Types;
using OpsHub.Domain.Mandates;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Mandates;

/// <summary>A step of a task of assessment.</summary>
internal sealed class AssessmentTaskMoveType : Described<OfferedAssessmentMove>
{
    public AssessmentTaskMoveType() : base("AssessmentTaskMove", "A step that this actor may take now with a task of assessment (可办步骤), with the inputs it takes, so that a front end needs no copy of the rules. R038.")
    {
        One<StringGraphType>("mutation", "Name of the mutation: `recordAssessment` or `excludeFromAssessment`.", m => Records(m) ? "recordAssessment" : "excludeFromAssessment");
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 登记考评结果.", m => !Records(m) ? "不纳入考评" : m.Revises ? "修订考评结果" : "登记考评结果");
        One<StringGraphType>("labelEn", "The same in English.", m => !Records(m) ? "Leave out" : m.Revises ? "Revise the result" : "Record the result");
        One<StringGraphType>("rule", "Rule that it rests on: `R038`.", _ => "R038");
        Many<AssessmentMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, county, target, year and expectedVersion.", m => m.Inputs).WithAssumedSize(3);
    }

    private static bool Records(OfferedAssessmentMove move) => move.Command == typeof(RecordAssessment);
}

/// <summary>An input of a step.</summary>
internal sealed class AssessmentMoveInputType : Described<AssessmentMoveInput>
{
    private static readonly Dictionary<string, (string Zh, string En)> Labels = new(StringComparer.Ordinal)
    {
        ["score"] = ("得分", "Score"),
        ["satisfaction"] = ("群众满意度", "Satisfaction of the masses"),
        ["reason"] = ("理由", "Reason"),
    };

    public AssessmentMoveInputType() : base("AssessmentMoveInput", "An input of a step of a task of assessment (录入项), with its bounds as the task stands now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => Labels[i.Name].Zh);
        One<StringGraphType>("labelEn", "The same in English.", i => Labels[i.Name].En);
        One<AssessmentInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it, as the task stands now.", i => i.Required);
        One<IntGraphType>("max", "Most characters, or the greatest score.", i => i.Max);
        Maybe<IntGraphType>("min", "Least score; null for a text.", i => i.Min);
    }
}

/// <summary>Kinds of inputs.</summary>
internal sealed class AssessmentInputKindType() : EnumType<AssessmentInputKind>("AssessmentInputKind", "Kind of value that an input of a task's step takes (录入类型).",
    ("SCORE", AssessmentInputKind.Score, "A number with at most four decimals (得分)."),
    ("TEXT", AssessmentInputKind.Text, "Text (文本)."));
