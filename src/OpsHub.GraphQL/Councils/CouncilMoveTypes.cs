using GraphQL.Types;
using OpsHub.Domain.Councils;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Councils;

/// <summary>A step of a council or a support file.</summary>
internal sealed class CommunityMoveType : Described<OfferedCouncilMove>
{
    public CommunityMoveType() : base("CommunityMove", "A step that this actor may take now with a council or a support file (可办步骤), with the inputs it takes, so that a front end needs no copy of the rules. C008-C011, C073.")
    {
        One<StringGraphType>("mutation", "Name of the mutation, e.g. `setCouncilHall`.", m => CouncilMoveLabels.Mutation(m.Command));
        One<StringGraphType>("label", "What it is called, in Chinese (步骤名称), e.g. 设立议事堂.", m => CouncilMoveLabels.Move(m.Command).Zh);
        One<StringGraphType>("labelEn", "The same in English.", m => CouncilMoveLabels.Move(m.Command).En);
        One<StringGraphType>("rule", "Rule that it rests on, e.g. `C011`.", m => m.Rule);
        Maybe<SupportKindType>("kind", "What is recorded or ended (事项); null for steps of a council.", m => m.Kind);
        Many<CommunityMoveInputType>("inputs", "Inputs in the order in which a form asks for them, besides commandId, expectedVersion, and community, unit or recordId.", m => m.Inputs).WithAssumedSize(3);
    }
}

/// <summary>An input of a step.</summary>
internal sealed class CommunityMoveInputType : Described<CouncilMoveInput>
{
    public CommunityMoveInputType() : base("CommunityMoveInput", "An input of a step of a council or a support file (录入项), with its bounds as things stand now.")
    {
        One<StringGraphType>("name", "Name of the field in the mutation's input.", i => i.Name);
        One<StringGraphType>("label", "What it is called, in Chinese (录入项名称).", i => CouncilMoveLabels.Input(i.Name).Zh);
        One<StringGraphType>("labelEn", "The same in English.", i => CouncilMoveLabels.Input(i.Name).En);
        One<CommunityInputKindType>("kind", "Kind of value.", i => i.Kind);
        One<BooleanGraphType>("required", "True when the step is refused without it.", i => i.Required);
        Maybe<IntGraphType>("max", "Most characters or entries, or the greatest number; null where nothing bounds it.", i => i.Max);
        Maybe<IntGraphType>("min", "Least number, or fewest entries; null for other kinds.", i => i.Min);
        Many<StringGraphType>("choices", "Choices as the API writes them; empty for other kinds.", i => i.Choices ?? []).WithAssumedSize(4);
        Maybe<DayType>("after", "A day lies after this one; null where nothing bounds it.", i => i.After);
        Maybe<DayType>("before", "A day lies on this one at the latest; null where nothing bounds it.", i => i.Before);
    }
}

/// <summary>Kinds of inputs.</summary>
internal sealed class CommunityInputKindType() : EnumType<CouncilInputKind>("CommunityInputKind", "Kind of value that an input of a council's or support file's step takes (录入类型).",
    ("TEXT", CouncilInputKind.Text, "Text (文本)."),
    ("CHOICE", CouncilInputKind.Choice, "One of the choices (单选)."),
    ("FLAG", CouncilInputKind.Flag, "Yes or no (是否)."),
    ("NUMBER", CouncilInputKind.Number, "A whole number (整数)."),
    ("DAY", CouncilInputKind.Day, "A day (日期)."),
    ("COMMUNITY", CouncilInputKind.Community, "A community's code (社区)."),
    ("CONSULTATION", CouncilInputKind.Consultation, "Global id of a consultation that concerns the unit (协商)."),
    ("OFFICES", CouncilInputKind.Offices, "The other office of each candidate, in order: a list of HeadOffice (候选人兼任职务)."),
    ("MEMBER_COUNTS", CouncilInputKind.MemberCounts, "Members by class: a list of CouncilMembersInput (成员人数)."),
    ("TALLIES", CouncilInputKind.Tallies, "Votes by label: a list of BallotTallyInput (得票)."));

/// <summary>What a community's council is to an actor.</summary>
/// <param name="Reads">It is theirs to read.</param>
/// <param name="Moves">What they may do.</param>
internal sealed record CouncilDesk(bool Reads, IReadOnlyList<OfferedCouncilMove> Moves);

/// <summary>What a community's council is to an actor.</summary>
internal sealed class CouncilDeskType : Described<CouncilDesk>
{
    public CouncilDeskType() : base("CouncilDesk", "What a community's council is to the actor (议事会可办事项), before it is established too.")
    {
        One<BooleanGraphType>("reads", "True when the actor may read the council (可查看): then a null council is none established. C002.", d => d.Reads);
        Many<CommunityMoveType>("nextMoves", "What the actor may do now (可办步骤): establish it, or what its election's stage permits. C008-C011.", d => d.Moves).WithAssumedSize(3);
    }
}
