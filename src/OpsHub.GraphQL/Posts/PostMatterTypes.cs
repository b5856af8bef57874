using GraphQL;
using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Posts;
using OpsHub.GraphQL.Accounts;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Calendars;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;
using OpsHub.GraphQL.Privacy;
using OpsHub.GraphQL.Relay;

namespace OpsHub.GraphQL.Posts;

/// <summary>What all matters have. A matter exists only for those who read it.</summary>
internal abstract class PostMatterTypeOf<T> : Described<PostMatterNode<T>>
{
    private readonly FreeText _text;

    protected PostMatterTypeOf(string name, string description, FreeText text, Func<PostMatterNode<T>, int> number, Func<PostMatterNode<T>, Actor, IEnumerable<OfferedPostMove>> moves)
        : base(name, description)
    {
        _text = text;
        One<IntGraphType>("number", "Number within the agency and kind, from 1 (序号); commands name it.", m => number(m));
        Many<TermType>("terms", "Its terms, in order of opening (期限).", m => m.Terms).WithAssumedSize(2);
        AskMany<PostMoveType>("moves", "What the actor may do with it now (可办步骤).", (context, m) => new(moves(m, Viewer.Of(context).Actor))).WithAssumedSize(2);
    }

    // Both lines deal with it; who only looks has no need of a number that somebody wrote into a text.
    protected ValueTask<object?> Said(IResolveFieldContext context, string? text) =>
        new(text is not null && Viewer.Of(context).Actor.Role is Role.Auditor or Role.Scheduler ? _text.Masked(text) : text);
}

/// <summary>A consultation on a head.</summary>
internal sealed class HeadConsultationType : PostMatterTypeOf<HeadConsultation>
{
    public HeadConsultationType(FreeText text, PostsReader reader, IHubDirectory directory) : base(
        "HeadConsultation", "A consultation on an agency's head (负责人任免征求意见): a post, never a person. A007, A008, A016.", text, m => m.Matter.Id,
        (m, actor) => PostMoves.Of(m.Of.State, m.Matter, reader.Facts(actor, m.Of)))
    {
        One<HeadMatterType>("matter", "What is to be decided (事项).", m => m.Matter.Matter);
        AskOne<StringGraphType>("post", "The post (岗位), such as 所长.", (context, m) => Said(context, m.Matter.Post));
        AskOne<StringGraphType>("letter", "Number of the written request (征求意见函).", (context, m) => Said(context, m.Matter.Letter));
        One<OrganType>("askedBy", "Who asks, and decides (征求单位): the department, or the county's organisation department.", m => m.Matter.By);
        One<InstantType>("askedAt", "When it was sent.", m => m.Matter.At);
        One<HeadStageType>("stage", "Where it stands (环节).", m => m.Matter.Stage);
        Maybe<HeadOpinionType>("opinion", "The opinion, proposed or returned (意见); null before it is proposed.", m => m.Matter.Opinion);
        AskMaybe<StringGraphType>("text", "Its text (意见内容).", (context, m) => Said(context, m.Matter.Text));
        One<IntGraphType>("proposal", "Which of the host's proposals it is (第几稿), 1 for the first; 0 before there is one.", m => m.Matter.Proposal);
        Many<UnitType>("agreed", "Townships that agree to this very text (已同意的乡镇街道). A016.", m => m.Matter.Agreed.Select(directory.Node)).WithAssumedSize(3);
        Many<UnitType>("awaited", "Townships served that have not agreed (尚未同意的乡镇街道): the reply is unanimous. A016.",
            m => m.Matter.Stage == HeadStage.Sent ? m.Of.State.Served.Where(t => !m.Matter.Agreed.Contains(t)).Select(directory.Node) : []).WithAssumedSize(3);
        One<BooleanGraphType>("deadlocked", "True when the townships have not agreed in time (意见不一致): the county hears, the reply stays blocked. Resolution 22.",
            m => PostTerms.IsDeadlocked(m.Of.State, m.Matter.Id, reader.Now));
        AskMaybe<StringGraphType>("noReplyReason", "Why it is decided without a reply (未答复说明). A008.", (context, m) => Said(context, m.Matter.NoReplyWhy));
        Maybe<InstantType>("decidedAt", "When it was decided (决定时间); null before.", m => m.Matter.DecidedAt);
        AskMaybe<StringGraphType>("againstReason", "Decided against the opinion, with this reason (与意见不一致的理由). Resolution 21.", (context, m) => Said(context, m.Matter.Against));
        AskMaybe<StringGraphType>("withdrawnReason", "Why who asked withdrew it (撤回理由); null otherwise.", (context, m) => Said(context, m.Matter.WithdrawnWhy));
    }
}

/// <summary>An inquiry.</summary>
internal sealed class HeadInquiryType : PostMatterTypeOf<HeadInquiry>
{
    public HeadInquiryType(FreeText text, PostsReader reader, IHubDirectory directory) : base(
        "HeadInquiry", "An inquiry on an agency's head, raised by a township (对负责人的意见和调查核实): no name. A009-A011.", text, m => m.Matter.Id,
        (m, actor) => PostMoves.Of(m.Of.State, m.Matter, reader.Facts(actor, m.Of)))
    {
        One<UnitType>("township", "Who raised it (提出单位).", m => directory.Node(m.Matter.Township));
        AskOne<StringGraphType>("grounds", "Why (理由).", (context, m) => Said(context, m.Matter.Grounds));
        One<OrganType>("to", "Who investigates (调查单位): the department, or the county's organisation department.", m => m.Matter.To);
        One<InstantType>("raisedAt", "When (提出时间).", m => m.Matter.At);
        One<InquiryStageType>("stage", "Where it stands (环节).", m => m.Matter.Stage);
        AskMaybe<StringGraphType>("finding", "What was found (调查结果); null before.", (context, m) => Said(context, m.Matter.Finding));
        AskMaybe<StringGraphType>("feedback", "What the township was told (反馈内容); null before. A011.", (context, m) => Said(context, m.Matter.Feedback));
    }
}

/// <summary>A secondment.</summary>
internal sealed class SecondmentType : PostMatterTypeOf<Secondment>
{
    public SecondmentType(FreeText text, PostsReader reader, IHubDirectory directory) : base(
        "Secondment", "A secondment of staff (抽调借用): how many, where to, never who. Denied unless both sides consent. A014-A016.", text, m => m.Matter.Id,
        (m, actor) => PostMoves.Of(m.Of.State, m.Matter, reader.Facts(actor, m.Of)))
    {
        AskOne<StringGraphType>("need", "Why it is truly needed (工作需要).", (context, m) => Said(context, m.Matter.Need));
        AskOne<StringGraphType>("to", "Where to (借用去向).", (context, m) => Said(context, m.Matter.To));
        One<IntGraphType>("count", "How many (人数).", m => m.Matter.Count);
        One<DayType>("until", "Last day (截止日期).", m => m.Matter.Until);
        One<InstantType>("requestedAt", "When it was asked for (申请时间).", m => m.Matter.At);
        One<SecondmentStageType>("stage", "Where it stands (环节).", m => m.Matter.Stage);
        Many<UnitType>("agreed", "Townships served that consent (已同意的乡镇街道). A016.", m => m.Matter.Agreed.Select(directory.Node)).WithAssumedSize(3);
        Maybe<InstantType>("personnelConsentAt", "When the organisation and personnel department consented (组织人事部门同意时间); null before.", m => m.Matter.PersonnelAt);
        Maybe<SecondmentSideType>("refusedBy", "Who refused (不同意方); null where nobody did.", m => m.Matter.RefusedBy);
        AskMaybe<StringGraphType>("refusedReason", "Why (不同意理由).", (context, m) => Said(context, m.Matter.RefusedWhy));
    }
}

/// <summary>A change of staff.</summary>
internal sealed class StaffChangeType : PostMatterTypeOf<StaffChange>
{
    public StaffChangeType(FreeText text, PostsReader reader) : base(
        "StaffChange", "A change of ordinary staff (人员调整): a post and a count. A013.", text, m => m.Matter.Id, (m, actor) => PostMoves.Of(m.Of.State, m.Matter, reader.Facts(actor, m.Of)))
    {
        One<StaffMoveType>("move", "In, out, or within (调整类型).", m => m.Matter.Move);
        AskOne<StringGraphType>("post", "The post (岗位).", (context, m) => Said(context, m.Matter.Post));
        One<IntGraphType>("count", "How many (人数).", m => m.Matter.Count);
        One<InstantType>("changedAt", "When (登记时间).", m => m.Matter.At);
        Maybe<InstantType>("informedAt", "When the township was informed (告知时间); null: notice is due.", m => m.Matter.InformedAt);
        AskMaybe<StringGraphType>("notice", "Number of the notice (告知函).", (context, m) => Said(context, m.Matter.Notice));
    }
}

/// <summary>One of a list of consultations on heads.</summary>
internal sealed class HeadConsultationEdgeType() : EdgeType<PostMatterNode<HeadConsultation>, HeadConsultationType>("HeadConsultation", "consultations on heads (征求意见)");

/// <summary>A page of them.</summary>
internal sealed class HeadConsultationConnectionType()
    : ConnectionType<PostMatterNode<HeadConsultation>, HeadConsultationType, HeadConsultationEdgeType>("HeadConsultation", "consultations on heads (征求意见)");

/// <summary>One of a list of inquiries.</summary>
internal sealed class HeadInquiryEdgeType() : EdgeType<PostMatterNode<HeadInquiry>, HeadInquiryType>("HeadInquiry", "inquiries on heads (调查核实)");

/// <summary>A page of them.</summary>
internal sealed class HeadInquiryConnectionType() : ConnectionType<PostMatterNode<HeadInquiry>, HeadInquiryType, HeadInquiryEdgeType>("HeadInquiry", "inquiries on heads (调查核实)");

/// <summary>One of a list of secondments.</summary>
internal sealed class SecondmentEdgeType() : EdgeType<PostMatterNode<Secondment>, SecondmentType>("Secondment", "secondments (抽调借用)");

/// <summary>A page of them.</summary>
internal sealed class SecondmentConnectionType() : ConnectionType<PostMatterNode<Secondment>, SecondmentType, SecondmentEdgeType>("Secondment", "secondments (抽调借用)");

/// <summary>One of a list of changes of staff.</summary>
internal sealed class StaffChangeEdgeType() : EdgeType<PostMatterNode<StaffChange>, StaffChangeType>("StaffChange", "changes of staff (人员调整)");

/// <summary>A page of them.</summary>
internal sealed class StaffChangeConnectionType() : ConnectionType<PostMatterNode<StaffChange>, StaffChangeType, StaffChangeEdgeType>("StaffChange", "changes of staff (人员调整)");
