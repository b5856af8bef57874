using GraphQL.Types;
using OpsHub.GraphQL.Cases;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>What every command to a consultation that exists carries.</summary>
internal abstract class ConsultationInput : InputType
{
    protected ConsultationInput(string name, string description) : base(name, description)
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<IdGraphType>("consultationId", "Global id of the consultation.");
        May<StringGraphType>("expectedVersion", "The consultation's version that the actor had seen (版本): if others acted since, StaleVersionError. Left out: no check.");
        May<InstantType>("occurredAt", OccurredAtText);
    }

    public const string OccurredAtText = "When it happened, if it is entered afterwards (补录); only keys that were granted it, never in the future nor before the last step. G019.";
}

/// <summary>Facts of a matter.</summary>
internal sealed class MatterFactsInput : InputType
{
    public MatterFactsInput() : base("MatterFactsInput", "What is known about a matter (事项情况): the flags that way, threshold and votes go by; false where left out.")
    {
        Flag("important", "Important (重要事项). C013, T087.");
        Flag("cannotAlone", "One community alone cannot consult it (单靠某一社区无法开展). C013.");
        Flag("groupScope", "Concerns a building, estate or villagers' group only (局部事务). C014, C079.");
        Flag("withoutCouncil", "Need not go through the council (无须经过议事会). C012.");
        Flag("socialEffect", "Project, demolition or collective matter with big social effect (社会影响大). T087.");
        Flag("publicConcern", "Major issue of strong public concern or vital interest (群众反映强烈). T087.");
        Flag("vital", "Vital interest of residents (涉及切身利益). C030.");
        Flag("legalVote", "The law gives it to a residents' or representatives' meeting (依法须表决). C007.");
        Flag("major", "Major decision, key infrastructure, or arrangement for the whole (重大事务). C020.");
        Flag("communityActs", "The community must act on the result: Sunshine works (需社区落实). C055.");
        Flag("technical", "Technical or professional matter (专业性、技术性较强). C016.");
        May<StringGraphType>("delegatedBy", "Government or department that entrusted it (委托单位): code of a unit, agency or department. C058.");
        May<StringGraphType>("agreementRecord", "Reference of the record that the bodies agreed (协商一致的记录), for category 8, at most 200 characters. C083.");
    }

    private void Flag(string name, string description) => May<BooleanGraphType>(name, description, false);
}

/// <summary>The first opinion.</summary>
internal sealed class FirstOpinionInput : InputType
{
    public FirstOpinionInput() : base("FirstOpinionInput", "The opinion with which a consultation begins (意见). C032.")
    {
        Needs<OpinionSourceType>("source", "Where it came from (意见来源).");
        Needs<StringGraphType>("community", "Code of the community in which it was given (社区、村).");
        May<ParticipantKindType>("kind", "Kind of body that gave it, where known (协商主体); no name.");
        Needs<StringGraphType>("text", "What it says, 1 to 2,000 characters (内容); no names of persons.");
        May<StringGraphType>("entry", "Its id in the opinion ledger (意见台账编号); the command's id when left out.");
    }
}

/// <summary>Beginning.</summary>
internal sealed class OpenConsultationInput : InputType
{
    public OpenConsultationInput() : base("OpenConsultationInput", "The beginning of a consultation (启动协商). SM2.1. The hub routes it by the facts. C013, T087.")
    {
        Needs<StringGraphType>("commandId", CaseInput.CommandIdText);
        Needs<StringGraphType>("unit", "Code of the community or grid that begins it, or of the township (所属区划).");
        NeedsMany<StringGraphType>("communities", "Codes of the communities concerned, at least one (涉及社区).");
        Needs<StringGraphType>("title", "What it is about, 1 to 200 characters (协商事项); no names of persons.");
        May<MatterFactsInput>("matter", "What is known about the matter (事项情况).");
        May<ConsultationVariantType>("variant", "The way asked for (协商类型); one against the facts is refused; left out: what the facts say.");
        May<FirstOpinionInput>("opinion", "The first opinion (意见).");
        May<BooleanGraphType>("reportUp", "True where a community reports a matter that the township must lead (上报乡镇): the township is told and decides on the way; refused where the community may consult it itself. T087, C013.", false);
        May<InstantType>("occurredAt", ConsultationInput.OccurredAtText);
    }
}

/// <summary>An opinion.</summary>
internal sealed class AddConsultationOpinionInput : ConsultationInput
{
    public AddConsultationOpinionInput() : base("AddConsultationOpinionInput", "An opinion (登记意见). C032. From a community not concerned so far it proposes the cross-community way. C013.")
    {
        Needs<OpinionSourceType>("source", "Where it came from (意见来源).");
        Needs<StringGraphType>("community", "Code of the community in which it was given (社区、村).");
        May<ParticipantKindType>("kind", "Kind of body that gave it, where known (协商主体); no name.");
        Needs<StringGraphType>("text", "What it says, 1 to 2,000 characters (内容); no names of persons.");
        May<StringGraphType>("entry", "Its id in the opinion ledger (意见台账编号); the command's id when left out.");
    }
}

/// <summary>A body asked.</summary>
internal sealed class RecordSolicitationInput : ConsultationInput
{
    public RecordSolicitationInput() : base("RecordSolicitationInput", "That a kind of body was asked in a community (征求意见). C045.")
    {
        Needs<StringGraphType>("community", "Code of the community (社区、村).");
        Needs<ParticipantKindType>("kind", "Kind of body (协商主体).");
        Needs<StringGraphType>("record", "Reference of the record (记录), 1 to 200 characters.");
    }
}

/// <summary>Work meeting.</summary>
internal sealed class HoldWorkMeetingInput : ConsultationInput
{
    public HoldWorkMeetingInput() : base("HoldWorkMeetingInput", "A work meeting (召开工作例会). C033.") => Needs<StringGraphType>("record", "Its record (记录).");
}

/// <summary>The township decides on the way.</summary>
internal sealed class RerouteConsultationInput : ConsultationInput
{
    public RerouteConsultationInput() : base("RerouteConsultationInput", "The township's decision on the way (确定协商层级). C013, T087.")
    {
        Needs<MatterFactsInput>("matter", "The facts as the township sets them (事项情况).");
        NeedsMany<StringGraphType>("communities", "Codes of the communities concerned (涉及社区).");
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>Facts added.</summary>
internal sealed class AddMatterFactsInput : ConsultationInput
{
    public AddMatterFactsInput() : base("AddMatterFactsInput", "Facts of the matter added (补充事项情况), until adoption; what stands is never taken back. C007, C020, C030, T087.")
    {
        May<BooleanGraphType>("legalVote", "The law gives it to a residents' or representatives' meeting (依法须表决). C007.", false);
        May<BooleanGraphType>("vital", "Vital interest of residents (涉及切身利益). C030.", false);
        May<BooleanGraphType>("major", "Major decision, key infrastructure, or arrangement for the whole (重大事务). C020.", false);
        May<BooleanGraphType>("publicConcern", "Major issue of strong public concern or vital interest (群众反映强烈). T087.", false);
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
    }
}

/// <summary>Simplified steps.</summary>
internal sealed class SimplifyStepsInput : ConsultationInput
{
    public SimplifyStepsInput() : base("SimplifyStepsInput", "Residents voted to simplify the steps (简化步骤). C025; opinions, topic, session and announcement may not be dropped.")
    {
        Needs<StringGraphType>("voteRecord", "Reference of the vote (表决记录).");
        MayMany<ConsultationStepKindType>("dropped", "Steps that the vote drops (省去的步骤); left out: the work meeting alone.");
    }
}

/// <summary>A topic.</summary>
internal sealed class ProposeTopicInput : ConsultationInput
{
    public ProposeTopicInput() : base("ProposeTopicInput", "A topic (提出议题). SM2.3, C034.")
    {
        May<TopicCategoryType>("category", "One of eight categories (协商内容); refused without. C004.");
        Needs<StringGraphType>("text", "The topic, 1 to 500 characters (议题).");
        MayMany<ParticipantKindType>("kindsConcerned", "Kinds of bodies concerned (相关协商主体); required across communities. C045.");
        May<StringGraphType>("delegatedBy", "Government or department that entrusted it (委托单位), for category 7 where the matter does not say: code of a unit, agency or department. C058.");
        May<StringGraphType>("agreementRecord", "Reference of the record that the bodies agreed (协商一致的记录), for category 8 where the matter names none, at most 200 characters. C083.");
    }
}

/// <summary>Report to the council.</summary>
internal sealed class ReportToCouncilInput() : ConsultationInput("ReportToCouncilInput", "Report of a building's or group's topic to the council (上报议事会). C026.");

/// <summary>The topic is determined.</summary>
internal sealed class DetermineTopicInput() : ConsultationInput("DetermineTopicInput", "Determination of the topic (确定议题). SM2.4: the plan's two working days run from it. C035.");
