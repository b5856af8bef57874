using GraphQL.Types;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Consultations;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Councils;

/// <summary>What every command to a ledger, council or support file carries.</summary>
internal abstract class CouncilInput : InputType
{
    protected CouncilInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        May<StringGraphType>("expectedVersion", "The version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
    }

    protected void OfCommunity() => Needs<StringGraphType>("community", "Code of the community or village (社区、村), 12 digits.");
}

/// <summary>Opinion.</summary>
internal sealed class EnterOpinionInput : CouncilInput
{
    public EnterOpinionInput() : base("EnterOpinionInput", "An opinion (登记意见). C032.")
    {
        OfCommunity();
        Needs<OpinionSourceType>("source", "Where it came from (来源); a resident's own comes by box or forum.");
        May<ParticipantKindType>("kind", "Kind of body that gave it, where known (主体类别).");
        Needs<StringGraphType>("text", "What it says (内容), 1 to 2,000 characters; no names of persons.");
        May<DayType>("on", "Day on which it was given (日期), not in the future; today when left out.");
        May<StringGraphType>("ticket", "Number of its 12345 ticket (工单号), 1 to 80 characters: the same number is the same entry. G017.");
    }
}

/// <summary>Link.</summary>
internal sealed class LinkOpinionInput : CouncilInput
{
    public LinkOpinionInput() : base("LinkOpinionInput", "Putting an opinion into a consultation (关联协商). C032, C045.")
    {
        Needs<IdGraphType>("entryId", "Id of the entry.");
        Needs<IdGraphType>("consultationId", "Global id of the consultation, in the same township.");
    }
}

/// <summary>Visits.</summary>
internal sealed class RecordHouseholdVisitsInput : CouncilInput
{
    public RecordHouseholdVisitsInput() : base("RecordHouseholdVisitsInput", "A round of household visits (入户走访): a count, no list. C068.")
    {
        OfCommunity();
        May<DayType>("on", "The day, not in the future; today when left out (日期).");
        Needs<IntGraphType>("households", "Households visited, 1 to 10,000 (户数).");
    }
}

/// <summary>Establishing.</summary>
internal sealed class EstablishCouncilInput : CouncilInput
{
    public EstablishCouncilInput() : base("EstablishCouncilInput", "Establishing a council (成立议事会). C008.")
    {
        OfCommunity();
        Needs<DayType>("on", "The day, not in the future (成立日期).");
        Needs<StringGraphType>("record", "Reference of the record (成立记录), 1 to 200 characters.");
    }
}

/// <summary>Hall.</summary>
internal sealed class SetCouncilHallInput : CouncilInput
{
    public SetCouncilHallInput() : base("SetCouncilHallInput", "Setting a council's hall (设立议事堂). C011.")
    {
        OfCommunity();
        Needs<VenueKindType>("venue", "Kind of place (场所类别); another than those named is accepted with a warning.");
        Needs<StringGraphType>("place", "The place (地点), 1 to 200 characters.");
    }
}

/// <summary>Members of a class.</summary>
internal sealed class CouncilMembersInput : InputType
{
    public CouncilMembersInput() : base("CouncilMembersInput", "Members from one class (成员人数). C010.")
    {
        Needs<CouncilMemberClassType>("class", "The class (类别).");
        Needs<IntGraphType>("count", "How many, 1 to 500; no names.");
    }
}

/// <summary>Members.</summary>
internal sealed class SetCouncilMembersInput : CouncilInput
{
    public SetCouncilMembersInput() : base("SetCouncilMembersInput", "Setting a council's members (确定成员构成). C010.")
    {
        OfCommunity();
        NeedsMany<CouncilMembersInput>("members", "Counts by class, each class once.");
    }
}

/// <summary>Nomination.</summary>
internal sealed class NominateCouncilHeadInput : CouncilInput
{
    public NominateCouncilHeadInput() : base("NominateCouncilHeadInput", "Nominating candidates for a council's head (提名). C009, C082.")
    {
        OfCommunity();
        Needs<ElectorateType>("electorate", "Who elects (选民范围): the residents. ELECTORATE_NOT_RESIDENTS otherwise.");
        Needs<IntGraphType>("electors", "Residents entitled to vote (选民人数), 1 to 200,000.");
        NeedsMany<HeadOfficeType>("candidates", "The other office of each candidate, 1 to 20 (候选人兼任职务); the hub labels them A, B and so on in this order.");
        Needs<DayType>("termStart", "First day of the term (任期起).");
        Needs<DayType>("termEnd", "Last day of the term (任期止).");
    }
}

/// <summary>Ballot.</summary>
internal sealed class OpenCouncilBallotInput : CouncilInput
{
    public OpenCouncilBallotInput() : base("OpenCouncilBallotInput", "Opening the ballot, after a tie again (开始投票). C009.")
    {
        OfCommunity();
        Needs<BooleanGraphType>("secret", "By secret ballot (无记名投票); BALLOT_NOT_SECRET otherwise.");
    }
}

/// <summary>Tally.</summary>
internal sealed class BallotTallyInput : InputType
{
    public BallotTallyInput() : base("BallotTallyInput", "Votes of a candidate (得票数): there is no place for a ballot or a name.")
    {
        Needs<StringGraphType>("candidate", "Label of the candidate (代号): A, B and so on.");
        Needs<IntGraphType>("votes", "Votes, 0 or more.");
    }
}

/// <summary>Count.</summary>
internal sealed class CountCouncilBallotsInput : CouncilInput
{
    public CountCouncilBallotsInput() : base("CountCouncilBallotsInput", "Counting the ballots (计票). C009: most votes win, a tie is voted on again. BALLOTS_EXCEED_ELECTORS above one ballot a person. C050.")
    {
        OfCommunity();
        NeedsMany<BallotTallyInput>("tallies", "One tally for each candidate.");
        May<IntGraphType>("invalid", "Invalid ballots (废票).", 0);
    }
}

/// <summary>Record.</summary>
internal sealed class RecordSupportInput : CouncilInput
{
    public RecordSupportInput() : base("RecordSupportInput", "A support record (登记协商保障事项). Fields that the kind doesn't take are refused.")
    {
        Needs<StringGraphType>("unit", "Code of the unit whose it is (单位); for a department's publicity its county.");
        Needs<SupportKindType>("kind", "Kind (事项).");
        Needs<DayType>("on", "Day on which it was done, or from which it holds; not in the future (日期).");
        Needs<StringGraphType>("text", "What it is (内容), 1 to 2,000 characters; no names of persons.");
        May<IntGraphType>("quantity", "Mediations closed, deputies linked, or the day of the month of a fixed day (数量).");
        May<StringGraphType>("post", "Number of a post in letters, digits and dashes, for awards (岗位编号). C064.");
        May<StringGraphType>("about", "Community that is a demonstration site (示范点). C067.");
        May<IdGraphType>("consultationId", "Consultation on which a major decision rests (依据的协商). C006.");
        May<RiskKindType>("risk", "Kind of risk of a dispute (风险类别). C065.");
        May<BooleanGraphType>("flagged", "True for a decision whose consultation the township must lead: CONSULTATION_FIRST without a finished one. T087, T088.", false);
    }
}

/// <summary>Ending.</summary>
internal sealed class EndSupportRecordInput : CouncilInput
{
    public EndSupportRecordInput() : base("EndSupportRecordInput", "Ending a support record: it no longer stands, was paid, or was dealt with (注销、办结).")
    {
        Needs<IdGraphType>("recordId", "Id of the record.");
        Needs<StringGraphType>("reason", "Why, or what was done (原因、处理情况), 1 to 500 characters.");
    }
}
