using GraphQL.Types;
using OpsHub.GraphQL.Describing;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A plan.</summary>
internal sealed class MakePlanInput : ConsultationInput
{
    public MakePlanInput() : base("MakePlanInput", "A plan (制定方案): time, place, content, participants and form are all required. SM2.5, C035, C036. A late one is accepted and marked.")
    {
        May<InstantType>("start", "When the session is to start, ahead of now (协商时间).");
        May<VenueKindType>("venue", "Kind of place (地点类别). C011.");
        Needs<StringGraphType>("place", "The place, 1 to 200 characters (协商地点).");
        Needs<StringGraphType>("content", "What will be consulted, 1 to 4,000 characters (协商内容).");
        Needs<StringGraphType>("participantRule", "How participants are chosen, 1 to 1,000 characters (参与主体产生办法).");
        NeedsMany<ParticipantKindType>("kinds", "Kinds of bodies that take part (协商主体). C015.");
        May<ConsultationFormType>("form", "Form (协商形式).");
        May<SessionTypeType>("type", "A further type of session (协商载体). C077.");
        May<IntGraphType>("letters", "Opinion-request and notice letters that the written form sends (《征求意见书》《告知函》份数), 1 to 100,000; required of it. C022.");
        May<StringGraphType>("channel", "Site, microblog or group of the online form (网络协商渠道), 1 to 200 characters; required of it. C023.");
    }
}

/// <summary>A notice.</summary>
internal sealed class PublishNoticeInput : ConsultationInput
{
    public PublishNoticeInput() : base("PublishNoticeInput", "A notice (发布公告). SM2.6, C027, C038, C047.")
    {
        NeedsMany<PublicationChannelType>("channels", "Through what (公布渠道).");
        May<StringGraphType>("place", "Where it hangs, at most 200 characters (张贴地点).");
        May<InstantType>("start", "When the session is to start, ahead of now (协商时间): required where no plan says so, as of a direct meeting (C012); refused where one does.");
        May<StringGraphType>("meetingPlace", "Where the session is to be, 1 to 200 characters (协商地点), likewise.");
    }
}

/// <summary>Participants of one kind.</summary>
internal sealed class ParticipantClassInput : InputType
{
    public ParticipantClassInput() : base("ParticipantClassInput", "Participants of one kind from one community (参与主体类别): a count, no names. C015.")
    {
        Needs<ParticipantKindType>("kind", "Kind (协商主体).");
        Needs<StringGraphType>("community", "Code of the community they come from, one of those concerned (社区、村).");
        Needs<IntGraphType>("count", "How many, 1 to 1,000 (人数).");
        Needs<ChoiceMethodType>("method", "How chosen (产生方式).");
    }
}

/// <summary>Participants.</summary>
internal sealed class FixParticipantsInput : ConsultationInput
{
    public FixParticipantsInput() : base("FixParticipantsInput", "Participants (确定参与主体). SM2.7, C028, C037, C046.")
    {
        NeedsMany<ParticipantClassInput>("classes", "By kind and community.");
        Needs<StringGraphType>("electionRecord", "Reference of the record of their election (产生记录), 1 to 200 characters.");
    }
}

/// <summary>Start.</summary>
internal sealed class StartSessionInput : ConsultationInput
{
    public StartSessionInput() : base("StartSessionInput", "Start of a session (开始协商). SM2.8.") =>
        May<PresiderKindType>("presider", "Who presides, an office, never a name (主持人身份); a secretary or director may not preside the council's session. C018.");
}

/// <summary>Adjournment.</summary>
internal sealed class AdjournSessionInput : ConsultationInput
{
    public AdjournSessionInput() : base("AdjournSessionInput", "An adjournment (休会). SM2.9: it does not start the announcement's clock.")
    {
        Needs<StringGraphType>("reason", "Why, 1 to 500 characters (理由).");
        May<InstantType>("resumesAt", "When it is to go on, ahead of now (复会时间); left out where that is open.");
    }
}

/// <summary>Resumption.</summary>
internal sealed class ResumeSessionInput() : ConsultationInput("ResumeSessionInput", "Resumption of an adjourned session (复会). SM2.9.");

/// <summary>A dissent.</summary>
internal sealed class NewDissentInput : InputType
{
    public NewDissentInput() : base("NewDissentInput", "A dissent (不同意见): each must be explained. C053.")
    {
        Needs<ParticipantKindType>("kind", "Kind of body that dissents (协商主体); no name.");
        Needs<StringGraphType>("text", "What it says, 1 to 1,000 characters (内容).");
        May<BooleanGraphType>("allegesHarm", "True when it says that rights are harmed, which opens a review (认为权益受损). C074.", false);
    }
}

/// <summary>End.</summary>
internal sealed class EndSessionInput : ConsultationInput
{
    public EndSessionInput() : base("EndSessionInput", "End of a session (结束协商). SM2.10: it opens the duty to announce, whatever the outcome. C040.")
    {
        May<SessionOutcomeType>("outcome", "How it ended (协商结果); refused without.");
        May<StringGraphType>("opinion", "The opinion formed, at most 4,000 characters (协商意见); required on agreement.");
        Needs<IntGraphType>("attendance", "How many attended (到会人数).");
        MayMany<ParticipantKindType>("heard", "Kinds that were heard (已听取意见的主体). C039.");
        MayMany<NewDissentInput>("dissents", "Dissents (不同意见). C053.");
        May<IntGraphType>("replies", "Letters answered (收回份数), 0 to those sent; required of a written consultation. C022.");
    }
}

/// <summary>An announcement.</summary>
internal sealed class AnnounceResultInput : ConsultationInput
{
    public AnnounceResultInput() : base("AnnounceResultInput", "An announcement (公告协商情况). SM2.11, C040: it closes one that is owed; a late one is accepted and marked.")
    {
        May<StringGraphType>("duty", "Id of the duty that it keeps (公告义务), e.g. `announce-2`: one of the open ones; left out: the oldest.");
        Needs<StringGraphType>("place", "Where it hangs in the community, 1 to 200 characters (张贴地点).");
        MayMany<PublicationChannelType>("channels", "Through what else (公布渠道).");
        Needs<StringGraphType>("text", "What it says, 1 to 4,000 characters (内容); it becomes public.");
    }
}

/// <summary>An explanation.</summary>
internal sealed class ExplainDissentInput : ConsultationInput
{
    public ExplainDissentInput() : base("ExplainDissentInput", "An explanation to a dissenter (解释说明). C053.")
    {
        Needs<IntGraphType>("dissent", "Number of the dissent.");
        Needs<StringGraphType>("explanation", "The explanation (解释说明), 1 to 2,000 characters.");
    }
}

/// <summary>Conclusion.</summary>
internal sealed class ConcludeConsultationInput() : ConsultationInput("ConcludeConsultationInput", "The opinion is formed (形成协商意见). SM2.12.");

/// <summary>Another round.</summary>
internal sealed class OpenAnotherRoundInput : ConsultationInput
{
    public OpenAnotherRoundInput() : base("OpenAnotherRoundInput", "Another round (再次协商). SM2.13, C042.") =>
        May<StringGraphType>("reason", "Why (理由); needed from the third round on, at most 500 characters.");
}
