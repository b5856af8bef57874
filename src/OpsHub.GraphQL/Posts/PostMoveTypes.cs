using GraphQL.Types;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Posts;

/// <summary>A move.</summary>
internal sealed class PostMoveType : Described<OfferedPostMove>
{
    public PostMoveType() : base("PostMove", "A step that this actor may take now (可办步骤), with the inputs it takes, so that a front end needs no copy of the rules.")
    {
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `proposeHeadOpinion`.", m => PostMoveNames.Of(m.Command));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 拟定意见.", m => PostWording.Of(m.Command).Zh);
        One<StringGraphType>("labelEn", "The same in English.", m => PostMoveNames.En(m.Command));
        One<StringGraphType>("rule", "Rule that it rests on, e.g. `A016`.", m => PostTransitions.Of(m.Command).Rule);
        Many<PostMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, agency, the matter's number and expectedVersion.", m => m.Inputs).WithAssumedSize(3);
    }
}

/// <summary>An input of a move.</summary>
internal sealed class PostMoveInputType : Described<PostMoveInput>
{
    public PostMoveInputType() : base("PostMoveInput", "An input of a step (录入项), with its bounds as the matter stands now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => PostMoveNames.Label(i.Name).Zh);
        One<StringGraphType>("labelEn", "The same in English.", i => PostMoveNames.Label(i.Name).En);
        One<PostInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it, as the matter stands now.", i => i.Required);
        Maybe<IntGraphType>("max", "Most characters, or the greatest number; null where nothing bounds it.", i => i.Max);
        Maybe<IntGraphType>("min", "Least number; null for other kinds.", i => i.Min);
        Many<StringGraphType>("choices", "Choices as the API writes them; empty for other kinds.", i => i.Choices ?? []).WithAssumedSize(3);
        Maybe<DayType>("after", "A day must lie after this; null where nothing bounds it.", i => i.After);
    }
}
