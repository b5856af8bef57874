using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>What is known about a matter (事项情况): the flags that routing, threshold and votes go by.</summary>
/// <param name="Important">Important (重要事项). C013, T087(b).</param>
/// <param name="CannotAlone">One community alone cannot consult it (单靠某一社区无法开展). C013.</param>
/// <param name="GroupScope">Concerns a building, estate or villagers' group only (局部事务). C014, C079.</param>
/// <param name="WithoutCouncil">Need not go through the council (无须经过议事会); of no effect where the matter is major. C012.</param>
/// <param name="SocialEffect">Project, demolition or collective matter with big social effect (社会影响大). T087(a).</param>
/// <param name="PublicConcern">Major issue of strong public concern or vital interest (群众反映强烈). T087(c).</param>
/// <param name="Vital">Vital interest of residents (涉及切身利益). C030.</param>
/// <param name="LegalVote">The law gives it to a residents' or representatives' meeting (依法须表决). C007.</param>
/// <param name="Major">Major decision, key infrastructure, or arrangement for the whole (重大事务). C020.</param>
/// <param name="CommunityActs">The community must act on the result (需社区落实): Sunshine works. C055.</param>
/// <param name="Technical">Technical or professional matter (专业性、技术性较强). C016.</param>
/// <param name="DelegatedBy">Government or department that entrusted it (委托单位), or null. C058.</param>
/// <param name="AgreementRecord">Reference of the record that the bodies agreed (协商一致的记录), for category 8. C083.</param>
public sealed record MatterFacts(
    bool Important = false, bool CannotAlone = false, bool GroupScope = false, bool WithoutCouncil = false, bool SocialEffect = false, bool PublicConcern = false,
    bool Vital = false, bool LegalVote = false, bool Major = false, bool CommunityActs = false, bool Technical = false,
    OrganCode? DelegatedBy = null, string? AgreementRecord = null);

/// <summary>Facts that were added with a reason after the beginning (补充认定的事项情况). C007, C020, C030, T087.</summary>
/// <param name="LegalVote">The law gives it to a meeting.</param>
/// <param name="Vital">Vital interest.</param>
/// <param name="Major">Major matter.</param>
/// <param name="PublicConcern">Strong public concern.</param>
public sealed record AddedFacts(bool LegalVote = false, bool Vital = false, bool Major = false, bool PublicConcern = false)
{
    /// <summary>All facts added so far, once the matter stands as given; null where none were.</summary>
    internal static AddedFacts? After(Consultation s, MatterFacts matter) => new AddedFacts(
        (s.Added?.LegalVote ?? false) || (matter.LegalVote && !s.Matter.LegalVote), (s.Added?.Vital ?? false) || (matter.Vital && !s.Matter.Vital),
        (s.Added?.Major ?? false) || (matter.Major && !s.Matter.Major), (s.Added?.PublicConcern ?? false) || (matter.PublicConcern && !s.Matter.PublicConcern)) is var all && all == new AddedFacts() ? null : all;

    /// <summary>Whether they all stand in these facts.</summary>
    internal bool StandIn(MatterFacts matter) => (matter.LegalVote || !LegalVote) && (matter.Vital || !Vital) && (matter.Major || !Major) && (matter.PublicConcern || !PublicConcern);
}

/// <summary>An opinion (意见). C032.</summary>
/// <param name="Id">Its id in the opinion ledger (意见台账), or of the command that entered it.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Community">Community in which it was given.</param>
/// <param name="Kind">Kind of body that gave it, where known.</param>
/// <param name="Text">What it says, 1-2,000 characters; no names of persons.</param>
/// <param name="At">When.</param>
public sealed record ConsultationOpinion(string Id, OpinionSource Source, UnitCode Community, ParticipantKind? Kind, string Text, DateTimeOffset At);

/// <summary>A kind of body that was asked in a community (征求意见记录). C045.</summary>
public sealed record Solicitation(UnitCode Community, ParticipantKind Kind, string Record, DateTimeOffset At);

/// <summary>A work meeting (工作例会). C033.</summary>
public sealed record WorkMeeting(DateTimeOffset At, string Record);

/// <summary>A topic (议题). C034.</summary>
/// <param name="Category">One of eight.</param>
/// <param name="Text">The topic, 1-500 characters.</param>
/// <param name="KindsConcerned">Kinds of bodies concerned.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="DeterminedAt">When it was determined: the plan's two working days run from here (C035), or from the proposal where the council took none in time (resolution 7).</param>
public sealed record ConsultationTopic(
    TopicCategory Category, string Text, ImmutableList<ParticipantKind> KindsConcerned, DateTimeOffset ProposedAt, DateTimeOffset? DeterminedAt = null);

/// <summary>A plan (协商方案). C036: time, place, content, participants, form.</summary>
/// <param name="Start">When the session is to start.</param>
/// <param name="Venue">Kind of place.</param>
/// <param name="Place">The place, 1-200 characters.</param>
/// <param name="Content">What will be consulted, 1-4,000 characters.</param>
/// <param name="ParticipantRule">How participants are chosen, 1-1,000 characters.</param>
/// <param name="Kinds">Kinds of bodies that take part.</param>
/// <param name="Form">Form.</param>
/// <param name="Type">A further type of session, or null. C077.</param>
/// <param name="MadeAt">When the plan was made.</param>
/// <param name="Letters">Letters that the written form sends (《征求意见书》《告知函》); null in other forms. C022.</param>
/// <param name="Channel">Site, microblog or group of the online form; null in other forms. C023.</param>
public sealed record ConsultationPlan(
    DateTimeOffset Start, VenueKind Venue, string Place, string Content, string ParticipantRule, ImmutableList<ParticipantKind> Kinds, ConsultationForm Form,
    SessionType? Type, DateTimeOffset MadeAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Letters = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Channel = null);

/// <summary>A notice (协商公告). C027, C038, C047.</summary>
/// <param name="At">When it was published.</param>
/// <param name="Channels">Through what.</param>
/// <param name="Place">Where it hangs, or null.</param>
/// <param name="Start">When the session is to start, where no plan says so: a direct meeting's; null otherwise, and of notices from before this was kept. C012.</param>
/// <param name="MeetingPlace">Where the session is to be, likewise.</param>
public sealed record ConsultationNotice(
    DateTimeOffset At, ImmutableList<PublicationChannel> Channels, string? Place,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Start = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MeetingPlace = null);

/// <summary>Participants of one kind (参与主体): a count and how they were chosen, no names. C015.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Community">Community they come from.</param>
/// <param name="Count">How many, 1-1,000.</param>
/// <param name="Method">How chosen.</param>
public sealed record ParticipantClass(ParticipantKind Kind, UnitCode Community, int Count, ChoiceMethod Method);

/// <summary>Participants fixed (确定参与主体). C028, C037, C046.</summary>
/// <param name="At">When.</param>
/// <param name="Classes">By kind and community.</param>
/// <param name="ElectionRecord">Reference of the record of their election.</param>
public sealed record ConsultationParticipants(DateTimeOffset At, ImmutableList<ParticipantClass> Classes, string ElectionRecord)
{
    /// <summary>All of them.</summary>
    [JsonIgnore]
    public int Count => Classes.Sum(c => c.Count);
}

/// <summary>A session (协商会议).</summary>
/// <param name="Number">1 for the first, over all rounds.</param>
/// <param name="Round">Its round.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Presider">Who presides.</param>
/// <param name="Pauses">Adjournments; the last may be open.</param>
/// <param name="EndedAt">When it ended; the announcement runs from here. C040.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Opinion">The opinion formed (协商意见), at most 4,000 characters.</param>
/// <param name="Attendance">How many attended.</param>
/// <param name="Heard">Kinds that were heard. C039.</param>
/// <param name="Place">Where it was held, by its plan; null without a plan, and of sessions from before this was kept.</param>
/// <param name="Replies">Letters answered, of a written form (收回份数). C022.</param>
public sealed record ConsultationSession(
    int Number, int Round, DateTimeOffset StartedAt, PresiderKind Presider, ImmutableList<SessionPause> Pauses,
    DateTimeOffset? EndedAt = null, SessionOutcome? Outcome = null, string? Opinion = null, int Attendance = 0, ImmutableList<ParticipantKind>? Heard = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Place = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Replies = null)
{
    /// <summary>Adjourned now (休会中).</summary>
    [JsonIgnore]
    public bool IsAdjourned => EndedAt is null && Pauses is [.., { Until: null }];
}

/// <summary>A complaint that a session of the council was presided over by who may not take it over (主持人投诉记录). C018: kept where <c>PresiderRule</c> warns instead of refusing.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Session">Number of the session.</param>
/// <param name="Presider">The office that presided: secretary or director, also where it did so as the council's head.</param>
/// <param name="AsHead">Presided as the head of the council. Resolution 14.</param>
/// <param name="At">When the session started.</param>
public sealed record PresiderComplaint(int Id, int Session, PresiderKind Presider, bool AsHead, DateTimeOffset At);

/// <summary>An adjournment (休会). Does not start the announcement's clock. <c>ResumesAt</c>: when the session is to go on; null where that was left open.</summary>
public sealed record SessionPause(
    DateTimeOffset From, string Reason, DateTimeOffset? Until = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ResumesAt = null);

/// <summary>A dissent (不同意见). C053, C074.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="Session">Number of the session.</param>
/// <param name="Kind">Kind of body that dissents.</param>
/// <param name="Text">What it says, 1-1,000 characters.</param>
/// <param name="AllegesHarm">Says that rights are harmed: opens a review. C074.</param>
/// <param name="ExplainedAt">When it was explained.</param>
/// <param name="Explanation">The explanation.</param>
public sealed record Dissent(
    int Id, int Session, ParticipantKind Kind, string Text, bool AllegesHarm, DateTimeOffset? ExplainedAt = null, string? Explanation = null);

/// <summary>An announcement (公告). C040. Public, with its own page.</summary>
/// <param name="Id">1 for the first; part of its public address.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Session">Number of the session it tells of, or null.</param>
/// <param name="At">When it was published.</param>
/// <param name="Place">Where it hangs in the community.</param>
/// <param name="Channels">Through what else.</param>
/// <param name="Text">What it says, 1-4,000 characters.</param>
/// <param name="Due">Until when it was due.</param>
/// <param name="Late">Published at or after its due.</param>
/// <param name="Vote">Number of the vote it tells of, 1 for the first; null otherwise, and of those from before this was kept (<see cref="AnnouncementSubject"/>).</param>
/// <param name="Correction">Number of the correction it tells of, likewise.</param>
public sealed record Announcement(
    int Id, AnnouncementKind Kind, int? Session, DateTimeOffset At, string Place, ImmutableList<PublicationChannel> Channels, string Text, DateTimeOffset? Due, bool Late,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Vote = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Correction = null);

/// <summary>A vote that must be held (须表决). Implementation waits for it.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Bodies">Bodies that may hold it.</param>
/// <param name="Threshold">Threshold that it takes.</param>
/// <param name="Rule">Rule that calls for it.</param>
/// <param name="Reason">Reason where one was needed.</param>
/// <param name="Clause">Clause of that rule; the general one for votes that were called before it was kept.</param>
public sealed record RequiredVote(DateTimeOffset Since, ImmutableList<VoteBody> Bodies, VoteThreshold Threshold, string Rule, string? Reason, string Clause = "二(四)");

/// <summary>A vote held (表决): a tally, no ballots. C050-C052.</summary>
/// <param name="At">When.</param>
/// <param name="Body">Which body.</param>
/// <param name="Present">Present, n.</param>
/// <param name="Yes">Yes, y.</param>
/// <param name="No">No.</param>
/// <param name="Abstain">Abstentions and invalid ballots.</param>
/// <param name="Threshold">Threshold.</param>
/// <param name="Passed">Passed.</param>
/// <param name="Secret">By secret ballot.</param>
/// <param name="Eligible">Entitled to vote, for the quorum, or null.</param>
/// <param name="Record">Reference of the record.</param>
/// <param name="Community">The community whose meeting it was, or null where none was named.</param>
public sealed record ConsultationVote(
    DateTimeOffset At, VoteBody Body, int Present, int Yes, int No, int Abstain, VoteThreshold Threshold, bool Passed, bool Secret, int? Eligible, string Record,
    UnitCode? Community = null);

/// <summary>Adoption (采纳). C055, C071, C081.</summary>
/// <param name="At">When.</param>
/// <param name="ImplementingBody">Body that carries it out, 1-200 characters.</param>
/// <param name="Owner">Post that answers for it (责任岗位), no person's name.</param>
/// <param name="SunshineEntry">Number of the entry in the Sunshine works, or null where the community need not act.</param>
/// <param name="Milestones">Milestones.</param>
public sealed record Adoption(DateTimeOffset At, string ImplementingBody, string Owner, string? SunshineEntry, ImmutableList<Milestone> Milestones);

/// <summary>A milestone of Sunshine works (节点).</summary>
public sealed record Milestone(string Text, DateOnly Due, DateTimeOffset? DoneAt = null);

/// <summary>Published progress (进度). C056.</summary>
public sealed record ProgressNote(DateTimeOffset At, string Text, int? Milestone);

/// <summary>A note of the supervision committee (监督意见). C057.</summary>
public sealed record SupervisionNote(DateTimeOffset At, string Text);

/// <summary>Feedback (反馈). C029, C048.</summary>
public sealed record ConsultationFeedback(DateTimeOffset At, ImmutableList<FeedbackAudience> Audiences, string Text);

/// <summary>Follow-up visit and survey (回访、满意度调查): counts only. C060.</summary>
/// <param name="At">When.</param>
/// <param name="VisitRecord">Reference of the record of the visit.</param>
/// <param name="Ballots">Ballots returned, at least 1.</param>
/// <param name="Satisfied">Satisfied or very satisfied, 0 to <paramref name="Ballots"/>.</param>
public sealed record SatisfactionSurvey(DateTimeOffset At, string VisitRecord, int Ballots, int Satisfied);

/// <summary>What was archived (归档). C031, C041.</summary>
public sealed record ConsultationFile(DateTimeOffset At, ImmutableList<string> Materials);

/// <summary>The report of a delegated matter (受委托事项). SM2 row Z.</summary>
/// <param name="Organ">Who entrusted it and answers.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="ReportedAt">When it was reported up.</param>
/// <param name="Report">The report.</param>
/// <param name="Decision">What was decided; for a refusal its reason.</param>
/// <param name="FedBackAt">When it was fed back.</param>
public sealed record DelegatedReport(
    OrganCode Organ, DelegatedStage Stage, DateTimeOffset? ReportedAt = null, string? Report = null, string? Decision = null, DateTimeOffset? FedBackAt = null);

/// <summary>A correction of an unlawful result (纠正). C054.</summary>
/// <param name="At">When.</param>
/// <param name="Ground">Legal ground.</param>
/// <param name="Annulled">True when annulled, false when opened again.</param>
/// <param name="By">Community or township whose party organisation corrected it.</param>
public sealed record Correction(DateTimeOffset At, string Ground, bool Annulled, OrganCode By);

/// <summary>A soft rule that was not kept (提示). Nothing is blocked.</summary>
/// <param name="Rule">Rule id, e.g. <c>C016</c>.</param>
/// <param name="At">When it was seen.</param>
/// <param name="Note">What exactly, e.g. the kind not heard; may be empty.</param>
public sealed record ConsultationWarning(string Rule, DateTimeOffset At, string Note = "");
