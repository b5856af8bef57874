using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Agencies;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Consultations;

/// <summary>What is known about a matter.</summary>
internal sealed class MatterFactsType : Described<MatterFacts>
{
    public MatterFactsType() : base("MatterFacts", "What is known about a matter (事项情况): the flags that its way, its threshold and its votes go by.")
    {
        One<BooleanGraphType>("important", "Important (重要事项). C013, T087.", m => m.Important);
        One<BooleanGraphType>("cannotAlone", "One community alone cannot consult it (单靠某一社区无法开展). C013.", m => m.CannotAlone);
        One<BooleanGraphType>("groupScope", "Concerns a building, estate or villagers' group only (局部事务). C014, C079.", m => m.GroupScope);
        One<BooleanGraphType>("withoutCouncil", "Need not go through the council (无须经过议事会). C012.", m => m.WithoutCouncil);
        One<BooleanGraphType>("socialEffect", "Project, demolition or collective matter with big social effect (社会影响大). T087.", m => m.SocialEffect);
        One<BooleanGraphType>("publicConcern", "Major issue of strong public concern or vital interest (群众反映强烈). T087.", m => m.PublicConcern);
        One<BooleanGraphType>("vital", "Vital interest of residents (涉及切身利益). C030.", m => m.Vital);
        One<BooleanGraphType>("legalVote", "The law gives it to a residents' or representatives' meeting (依法须表决). C007.", m => m.LegalVote);
        One<BooleanGraphType>("major", "Major decision, key infrastructure, or arrangement for the whole (重大事务). C020.", m => m.Major);
        One<BooleanGraphType>("communityActs", "The community must act on the result: Sunshine works (需社区落实). C055.", m => m.CommunityActs);
        One<BooleanGraphType>("technical", "Technical or professional matter (专业性、技术性较强). C016.", m => m.Technical);
        Maybe<OrganType>("delegatedBy", "Government or department that entrusted it (委托单位); null if none. C058.", m => m.DelegatedBy);
        Maybe<StringGraphType>("agreementRecord", "Reference of the record that the bodies agreed (协商一致的记录), for category 8; null if none. C083.", m => m.AgreementRecord);
    }
}

/// <summary>An opinion.</summary>
internal sealed class ConsultationOpinionType : Described<ConsultationOpinion>
{
    public ConsultationOpinionType(IHubDirectory directory) : base("ConsultationOpinion", "An opinion (意见): where from, never who. C032.")
    {
        One<StringGraphType>("id", "Its id in the opinion ledger (意见台账), or of the command that entered it.", o => o.Id);
        One<OpinionSourceType>("source", "Where it came from (意见来源).", o => o.Source);
        One<UnitType>("community", "Community in which it was given (社区、村).", o => directory.Node(o.Community));
        Maybe<ParticipantKindType>("kind", "Kind of body that gave it (协商主体); null where unknown.", o => o.Kind);
        One<StringGraphType>("text", "What it says, at most 2,000 characters (内容).", o => o.Text);
        One<InstantType>("at", "When.", o => o.At);
    }
}

/// <summary>A body asked.</summary>
internal sealed class SolicitationType : Described<Solicitation>
{
    public SolicitationType(IHubDirectory directory) : base("Solicitation", "A kind of body that was asked in a community (征求意见记录). C045.")
    {
        One<UnitType>("community", "Community (社区、村).", s => directory.Node(s.Community));
        One<ParticipantKindType>("kind", "Kind of body (协商主体).", s => s.Kind);
        One<StringGraphType>("record", "Reference of the record (记录).", s => s.Record);
        One<InstantType>("at", "When.", s => s.At);
    }
}

/// <summary>A work meeting.</summary>
internal sealed class WorkMeetingType : Described<WorkMeeting>
{
    public WorkMeetingType() : base("WorkMeeting", "A work meeting (工作例会). C033.")
    {
        One<InstantType>("at", "When it was held.", m => m.At);
        One<StringGraphType>("record", "Its record (记录).", m => m.Record);
    }
}

/// <summary>A topic.</summary>
internal sealed class ConsultationTopicType : Described<ConsultationTopic>
{
    public ConsultationTopicType() : base("ConsultationTopic", "A topic (议题). C034.")
    {
        One<TopicCategoryType>("category", "One of eight categories (协商内容). C004.", t => t.Category);
        One<StringGraphType>("text", "The topic, at most 500 characters (议题).", t => t.Text);
        Many<ParticipantKindType>("kindsConcerned", "Kinds of bodies concerned (相关协商主体).", t => t.KindsConcerned).WithAssumedSize(4);
        One<InstantType>("proposedAt", "When it was proposed (提出时间).", t => t.ProposedAt);
        Maybe<InstantType>("determinedAt", "When it was determined (确定时间): the plan's two working days run from here; null before. C035.", t => t.DeterminedAt);
    }
}

/// <summary>A plan.</summary>
internal sealed class ConsultationPlanType : Described<ConsultationPlan>
{
    public ConsultationPlanType() : base("ConsultationPlan", "A plan (协商方案): time, place, content, participants, form. C036.")
    {
        One<InstantType>("start", "When the session is to start (协商时间).", p => p.Start);
        One<VenueKindType>("venue", "Kind of place (地点类别). C011.", p => p.Venue);
        One<StringGraphType>("place", "The place, at most 200 characters (协商地点).", p => p.Place);
        One<StringGraphType>("content", "What will be consulted, at most 4,000 characters (协商内容).", p => p.Content);
        One<StringGraphType>("participantRule", "How participants are chosen, at most 1,000 characters (参与主体产生办法).", p => p.ParticipantRule);
        Many<ParticipantKindType>("kinds", "Kinds of bodies that take part (协商主体).", p => p.Kinds).WithAssumedSize(4);
        One<ConsultationFormType>("form", "Form (协商形式).", p => p.Form);
        Maybe<SessionTypeType>("type", "A further type of session (协商载体); null if none. C077.", p => p.Type);
        Maybe<IntGraphType>("letters", "Letters that the written form sends (《征求意见书》《告知函》份数); null in other forms. C022.", p => p.Letters);
        Maybe<StringGraphType>("channel", "Site, microblog or group of the online form (网络协商渠道); null in other forms. C023.", p => p.Channel);
        One<InstantType>("madeAt", "When the plan was made (制定时间).", p => p.MadeAt);
    }
}

/// <summary>A notice.</summary>
internal sealed class ConsultationNoticeType : Described<ConsultationNotice>
{
    public ConsultationNoticeType() : base("ConsultationNotice", "A notice that a session will be held (协商公告). C027, C038, C047.")
    {
        One<InstantType>("at", "When it was published (发布时间).", n => n.At);
        Many<PublicationChannelType>("channels", "Through what (公布渠道).", n => n.Channels).WithAssumedSize(2);
        Maybe<StringGraphType>("place", "Where it hangs (张贴地点); null if not told.", n => n.Place);
        Maybe<InstantType>("start", "When the session is to start, where no plan says so (协商时间); null otherwise. C012.", n => n.Start);
        Maybe<StringGraphType>("meetingPlace", "Where the session is to be, likewise (协商地点).", n => n.MeetingPlace);
    }
}

/// <summary>Participants.</summary>
internal sealed class ConsultationParticipantsType : Described<ConsultationParticipants>
{
    public ConsultationParticipantsType() : base("ConsultationParticipants", "Participants of a round (参与主体): counts by kind and community, no names. C028, C037, C046.")
    {
        One<InstantType>("at", "When they were fixed (确定时间).", p => p.At);
        One<IntGraphType>("count", "All of them (总人数).", p => p.Count);
        Many<ParticipantClassType>("classes", "By kind and community.", p => p.Classes).WithAssumedSize(4);
        One<StringGraphType>("electionRecord", "Reference of the record of their election (产生记录).", p => p.ElectionRecord);
    }
}

/// <summary>Participants of one kind.</summary>
internal sealed class ParticipantClassType : Described<ParticipantClass>
{
    public ParticipantClassType(IHubDirectory directory) : base("ParticipantClass", "Participants of one kind from one community (参与主体类别). C015.")
    {
        One<ParticipantKindType>("kind", "Kind (协商主体).", c => c.Kind);
        One<UnitType>("community", "Community they come from (社区、村).", c => directory.Node(c.Community));
        One<IntGraphType>("count", "How many, 1 to 1,000 (人数).", c => c.Count);
        One<ChoiceMethodType>("method", "How chosen (产生方式).", c => c.Method);
    }
}
