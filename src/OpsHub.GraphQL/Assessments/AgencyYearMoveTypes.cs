using GraphQL.Types;
using OpsHub.Domain.Assessments;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Assessments;

/// <summary>A move.</summary>
internal sealed class AgencyYearMoveType : Described<OfferedYearMove>
{
    public AgencyYearMoveType() : base("AgencyYearMove", "A step that this actor may take now (可办步骤), with the inputs it takes, so that a front end needs no copy of the rules.")
    {
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `submitDutyScore`.", m => AgencyYearMoveLabels.Mutation(m.Move.Command));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 签订责任书.", m => AgencyYearMoveLabels.Zh(m.Move.Command));
        One<StringGraphType>("labelEn", "The same in English.", m => AgencyYearMoveLabels.En(m.Move.Command));
        One<StringGraphType>("rule", "Rule that it rests on, e.g. `A040`.", m => m.Move.Rule);
        Many<AgencyYearMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, yearId, expectedVersion and occurredAt.", m => m.Inputs).WithAssumedSize(3);
    }
}

/// <summary>An input of a move.</summary>
internal sealed class AgencyYearMoveInputType : Described<YearMoveInput>
{
    public AgencyYearMoveInputType() : base("AgencyYearMoveInput", "An input of a step (录入项), with its bounds as the year stands now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => AgencyYearMoveLabels.Zh(i.Name));
        One<StringGraphType>("labelEn", "The same in English.", i => AgencyYearMoveLabels.En(i.Name));
        One<AgencyYearInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it, as the year stands now.", i => i.Required);
        Maybe<IntGraphType>("max", "Most characters, entries, or the greatest number; null where nothing bounds it.", i => i.Max);
        Maybe<IntGraphType>("min", "Least number, or fewest entries; null for other kinds.", i => i.Min);
        Many<StringGraphType>("choices", "Choices as the API writes them; of lines `DUTY/430203001/KEY_WORK`; empty for other kinds.", i => i.Choices ?? []).WithAssumedSize(4);
    }
}

/// <summary>A move that waits for something.</summary>
internal sealed class BlockedMoveType : Described<BlockedYearMove>
{
    public BlockedMoveType() : base("BlockedMove", "A step in this actor's hands that a rule does not let through yet, and why (待满足条件的步骤).")
    {
        One<StringGraphType>("mutation", "Name of the mutation.", m => AgencyYearMoveLabels.Mutation(m.Move.Command));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称).", m => AgencyYearMoveLabels.Zh(m.Move.Command));
        One<StringGraphType>("labelEn", "The same in English.", m => AgencyYearMoveLabels.En(m.Move.Command));
        One<StringGraphType>("code", "Stable code of the refusal that it would meet, e.g. `INCOMPLETE`.", m => m.Why.Code);
        One<StringGraphType>("rule", "Rule id it rests on, e.g. `A027`.", m => m.Why.Rule);
        One<StringGraphType>("clause", "Clause of the policy (条款).", m => m.Why.Clause);
        One<StringGraphType>("message", "What to tell people, in Chinese (说明).", m => m.Why.Zh);
        One<StringGraphType>("messageEn", "The same in English.", m => m.Why.En);
    }
}
