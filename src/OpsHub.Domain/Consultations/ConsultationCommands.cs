using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>A command to a consultation (协商指令). SM2.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(OpenConsultation), "OpenConsultation")]
[JsonDerivedType(typeof(AddOpinion), "AddOpinion")]
[JsonDerivedType(typeof(RecordSolicitation), "RecordSolicitation")]
[JsonDerivedType(typeof(HoldWorkMeeting), "HoldWorkMeeting")]
[JsonDerivedType(typeof(RerouteConsultation), "RerouteConsultation")]
[JsonDerivedType(typeof(AddMatterFacts), "AddMatterFacts")]
[JsonDerivedType(typeof(SimplifySteps), "SimplifySteps")]
[JsonDerivedType(typeof(ProposeTopic), "ProposeTopic")]
[JsonDerivedType(typeof(ReportToCouncil), "ReportToCouncil")]
[JsonDerivedType(typeof(DetermineTopic), "DetermineTopic")]
[JsonDerivedType(typeof(MakePlan), "MakePlan")]
[JsonDerivedType(typeof(PublishNotice), "PublishNotice")]
[JsonDerivedType(typeof(FixParticipants), "FixParticipants")]
[JsonDerivedType(typeof(StartSession), "StartSession")]
[JsonDerivedType(typeof(AdjournSession), "AdjournSession")]
[JsonDerivedType(typeof(ResumeSession), "ResumeSession")]
[JsonDerivedType(typeof(EndSession), "EndSession")]
[JsonDerivedType(typeof(Announce), "Announce")]
[JsonDerivedType(typeof(ExplainDissent), "ExplainDissent")]
[JsonDerivedType(typeof(Conclude), "Conclude")]
[JsonDerivedType(typeof(OpenAnotherRound), "OpenAnotherRound")]
[JsonDerivedType(typeof(RequireVote), "RequireVote")]
[JsonDerivedType(typeof(HoldVote), "HoldVote")]
[JsonDerivedType(typeof(Shelve), "Shelve")]
[JsonDerivedType(typeof(CloseFailed), "CloseFailed")]
[JsonDerivedType(typeof(AdoptResult), "AdoptResult")]
[JsonDerivedType(typeof(StartImplementation), "StartImplementation")]
[JsonDerivedType(typeof(PublishProgress), "PublishProgress")]
[JsonDerivedType(typeof(NoteSupervision), "NoteSupervision")]
[JsonDerivedType(typeof(CompleteImplementation), "CompleteImplementation")]
[JsonDerivedType(typeof(FeedBackResult), "FeedBackResult")]
[JsonDerivedType(typeof(RecordSurvey), "RecordSurvey")]
[JsonDerivedType(typeof(ArchiveConsultation), "ArchiveConsultation")]
[JsonDerivedType(typeof(CorrectResult), "CorrectResult")]
[JsonDerivedType(typeof(DismissReview), "DismissReview")]
[JsonDerivedType(typeof(WithdrawConsultation), "WithdrawConsultation")]
[JsonDerivedType(typeof(ReportUp), "ReportUp")]
[JsonDerivedType(typeof(StudyReport), "StudyReport")]
[JsonDerivedType(typeof(DecideReport), "DecideReport")]
[JsonDerivedType(typeof(FeedBackReport), "FeedBackReport")]
public abstract record ConsultationCommand;

/// <summary>Begin (启动协商). SM2 row 1. The hub routes it by the facts (C013, T087); a variant asked for against them is refused.</summary>
/// <param name="Unit">Community or grid that begins it, or the township.</param>
/// <param name="Communities">Communities concerned, at least one.</param>
/// <param name="Title">What about, 1-200 characters.</param>
/// <param name="Matter">What is known.</param>
/// <param name="Variant">The way asked for, or null for what the facts say.</param>
/// <param name="Opinion">The first opinion, or null.</param>
/// <param name="ReportUp">A community's own: the matter is one that the township must lead, and is reported to it, which decides on the way (上报乡镇). T087, C013.</param>
public sealed record OpenConsultation(
    UnitCode Unit, ImmutableList<UnitCode> Communities, string Title, MatterFacts Matter, ConsultationVariant? Variant = null, AddOpinion? Opinion = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ReportUp = false) : ConsultationCommand;

/// <summary>Add an opinion (登记意见). C032. From a community not concerned so far it proposes the cross-community way.</summary>
/// <param name="Source">Where from.</param>
/// <param name="Community">Community in which it was given.</param>
/// <param name="Kind">Kind of body, where known.</param>
/// <param name="Text">1-2,000 characters.</param>
/// <param name="Entry">Its id in the ledger; null takes the command's id.</param>
public sealed record AddOpinion(OpinionSource Source, UnitCode Community, ParticipantKind? Kind, string Text, string? Entry = null) : ConsultationCommand;

/// <summary>Record that a kind of body was asked in a community (征求意见). C045.</summary>
public sealed record RecordSolicitation(UnitCode Community, ParticipantKind Kind, string Record) : ConsultationCommand;

/// <summary>Hold the work meeting (召开工作例会). C033.</summary>
public sealed record HoldWorkMeeting(string Record) : ConsultationCommand;

/// <summary>The township decides on the way (确定协商层级), e.g. after an opinion from a second community. C013, T087. Before the topic is determined.</summary>
/// <param name="Matter">The facts as the township sets them.</param>
/// <param name="Communities">Communities concerned.</param>
/// <param name="Reason">1-500 characters.</param>
public sealed record RerouteConsultation(MatterFacts Matter, ImmutableList<UnitCode> Communities, string Reason) : ConsultationCommand;

/// <summary>Add facts of the matter (补充事项情况) that decide about votes and who leads; those that stand are never taken back. Until adoption. C007, C020, C030, T087.</summary>
/// <param name="LegalVote">The law gives it to a meeting's vote.</param>
/// <param name="Vital">It touches residents' vital interests.</param>
/// <param name="Major">It is a major matter.</param>
/// <param name="PublicConcern">It is a major issue of strong public concern.</param>
/// <param name="Reason">1-500 characters.</param>
public sealed record AddMatterFacts(bool LegalVote, bool Vital, bool Major, bool PublicConcern, string Reason) : ConsultationCommand;

/// <summary>Residents voted to simplify the steps (简化步骤). C025. Opinions, topic, session and announcement may not be dropped.</summary>
/// <param name="VoteRecord">Reference of the vote.</param>
/// <param name="Dropped">Steps that it drops; null for the work meeting alone.</param>
public sealed record SimplifySteps(
    string VoteRecord, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableList<ConsultationStepKind>? Dropped = null) : ConsultationCommand;

/// <summary>Propose the topic (提出议题). SM2 row 3.</summary>
/// <param name="Category">One of eight. C004.</param>
/// <param name="Text">The topic, 1-500 characters.</param>
/// <param name="KindsConcerned">Kinds of bodies concerned.</param>
/// <param name="DelegatedBy">Who entrusted the matter, for category 7, where that was not said at its beginning. C058.</param>
/// <param name="AgreementRecord">Record that the bodies agreed, for category 8, where it was not named at the beginning. C083.</param>
public sealed record ProposeTopic(
    TopicCategory? Category, string Text, ImmutableList<ParticipantKind> KindsConcerned, OrganCode? DelegatedBy = null, string? AgreementRecord = null) : ConsultationCommand;

/// <summary>Report the topic to the council (上报议事会). C026.</summary>
public sealed record ReportToCouncil : ConsultationCommand;

/// <summary>Determine the topic (确定议题). SM2 row 4.</summary>
public sealed record DetermineTopic : ConsultationCommand;

/// <summary>Make the plan (制定方案). C035, C036: all five are required. <c>Letters</c>: opinion-request and notice letters that the written form sends
/// (《征求意见书》《告知函》), 1-100,000, required of it (C022). <c>Channel</c>: site, microblog or group of the online form, 1-200 characters, required of it (C023).</summary>
public sealed record MakePlan(
    DateTimeOffset? Start, VenueKind? Venue, string Place, string Content, string ParticipantRule, ImmutableList<ParticipantKind> Kinds, ConsultationForm? Form,
    SessionType? Type = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Letters = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Channel = null) : ConsultationCommand;

/// <summary>Publish the notice (发布公告). C027, C038, C047. <c>Start</c> and <c>MeetingPlace</c>, 1-200 characters: when and where the session is to be. Required
/// where no plan says so, as of a direct meeting (C012); refused where one does.</summary>
public sealed record PublishNotice(
    ImmutableList<PublicationChannel> Channels, string? Place = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Start = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MeetingPlace = null) : ConsultationCommand;

/// <summary>Fix the participants (确定参与主体). C028, C037, C046.</summary>
public sealed record FixParticipants(ImmutableList<ParticipantClass> Classes, string ElectionRecord) : ConsultationCommand;

/// <summary>Start the session (开始协商). C018.</summary>
public sealed record StartSession(PresiderKind? Presider) : ConsultationCommand;

/// <summary>Adjourn (休会). SM2 row 9. <c>ResumesAt</c>: when it is to go on, ahead of now; null where that is left open.</summary>
public sealed record AdjournSession(
    string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ResumesAt = null) : ConsultationCommand;

/// <summary>Resume (复会). SM2 row 9.</summary>
public sealed record ResumeSession : ConsultationCommand;

/// <summary>End the session (结束协商). SM2 row 10: opens the announcement whatever the outcome, and an explanation for each dissent. <c>Replies</c>: letters answered, of those that a written plan sends; required then (C022).</summary>
public sealed record EndSession(
    SessionOutcome? Outcome, string Opinion, int Attendance, ImmutableList<ParticipantKind> Heard, ImmutableList<NewDissent> Dissents,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Replies = null) : ConsultationCommand;

/// <summary>A dissent as a session's end brings it.</summary>
public sealed record NewDissent(ParticipantKind Kind, string Text, bool AllegesHarm = false);

/// <summary>Announce (公告). C040. <c>Duty</c>: id of the duty that it keeps, e.g. <c>announce-2</c>; null for the oldest that is owed.</summary>
public sealed record Announce(
    string Place, ImmutableList<PublicationChannel> Channels, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Duty = null) : ConsultationCommand;

/// <summary>Explain to a dissenter (解释说明). C053.</summary>
public sealed record ExplainDissent(int Dissent, string Explanation) : ConsultationCommand;

/// <summary>Conclude on consensus (形成协商意见). SM2 row 12.</summary>
public sealed record Conclude : ConsultationCommand;

/// <summary>Another round (再次协商). SM2 row 13; from the third on with a reason.</summary>
public sealed record OpenAnotherRound(string? Reason = null) : ConsultationCommand;

/// <summary>Put it to a vote (提交表决). SM2 rows 14, 14a, 15.</summary>
/// <param name="Reason">Needed for a direct vote after the first round.</param>
/// <param name="Threshold">A higher threshold than the default; a lower one is refused.</param>
public sealed record RequireVote(string? Reason = null, VoteThreshold? Threshold = null) : ConsultationCommand;

/// <summary>Record the vote (表决). SM2 row 16. The community is named where the law calls for the vote and several are concerned: each votes for itself. C007.</summary>
public sealed record HoldVote(VoteBody? Body, int Present, int Yes, int No, int Abstain, string Record, bool Secret = true, int? Eligible = null, UnitCode? Community = null) : ConsultationCommand;

/// <summary>Shelve after the first round (搁置). SM2 row 14a.</summary>
public sealed record Shelve(string Reason) : ConsultationCommand;

/// <summary>Close after a failed vote (未通过结束). SM2 row 17.</summary>
public sealed record CloseFailed : ConsultationCommand;

/// <summary>Adopt (采纳). SM2 row 18.</summary>
/// <param name="ImplementingBody">Body that carries it out, 1-200 characters.</param>
/// <param name="Owner">Post that answers for it, at most 100 characters; no person's name.</param>
/// <param name="SunshineEntry">Entry in the Sunshine works; required where the community must act. C055.</param>
/// <param name="Milestones">Milestones, in order.</param>
/// <param name="CommunityActs">The result shows that the community must act on it; false leaves what the matter says. C055.</param>
public sealed record AdoptResult(
    string ImplementingBody, string Owner, string? SunshineEntry, ImmutableList<Milestone> Milestones, bool CommunityActs = false) : ConsultationCommand;

/// <summary>Start implementation (组织实施). SM2 row 19.</summary>
public sealed record StartImplementation : ConsultationCommand;

/// <summary>Publish progress (公开进度). C056.</summary>
/// <param name="Text">1-2,000 characters.</param>
/// <param name="Milestone">1 for the first milestone, when it is reached; else null.</param>
public sealed record PublishProgress(string Text, int? Milestone = null) : ConsultationCommand;

/// <summary>Note of the supervision committee (监督意见). C057.</summary>
public sealed record NoteSupervision(string Text) : ConsultationCommand;

/// <summary>Complete (实施完成). SM2 row 20.</summary>
public sealed record CompleteImplementation(string Text) : ConsultationCommand;

/// <summary>Feed back (反馈). SM2 row 21. May be given in parts; the step is done when every audience that the variant asks for was told.</summary>
public sealed record FeedBackResult(ImmutableList<FeedbackAudience> Audiences, string Text) : ConsultationCommand;

/// <summary>Follow-up visit and survey (回访、满意度调查). C060.</summary>
public sealed record RecordSurvey(string VisitRecord, int Ballots, int Satisfied) : ConsultationCommand;

/// <summary>Archive or file (归档、报备). SM2 row 23; refused while another duty is open.</summary>
public sealed record ArchiveConsultation(ImmutableList<string> Materials) : ConsultationCommand;

/// <summary>Correct an unlawful result (纠正). C054.</summary>
/// <param name="Ground">Legal ground, 1-1,000 characters.</param>
/// <param name="Annul">True to annul, false to open it again.</param>
public sealed record CorrectResult(string Ground, bool Annul) : ConsultationCommand;

/// <summary>End the review that a dissent opened, without correction (复核未发现违法). C074.</summary>
public sealed record DismissReview(string Reason) : ConsultationCommand;

/// <summary>Withdraw before a session (撤回). SM2 row Y.</summary>
public sealed record WithdrawConsultation(string Reason) : ConsultationCommand;

/// <summary>Report a delegated matter's result up (上报结果). C058.</summary>
public sealed record ReportUp(string Report) : ConsultationCommand;

/// <summary>Government or department has studied it (研究). C078.</summary>
public sealed record StudyReport(string Note) : ConsultationCommand;

/// <summary>Government or department adopts or refuses it (采纳或不予采纳). C078: a refusal needs a reason.</summary>
public sealed record DecideReport(bool Adopt, string Decision) : ConsultationCommand;

/// <summary>Government or department feeds back to those it concerns (反馈利益相关者). C059.</summary>
public sealed record FeedBackReport(string Text) : ConsultationCommand;
