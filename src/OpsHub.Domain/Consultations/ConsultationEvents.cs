using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>What happened to a consultation (协商事件). State is folded from these; each is one trace entry. <c>Duties</c> in an event replace those with the
/// same term id, or are added.</summary>
/// <param name="At">When it took effect.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ConsultationOpened), "ConsultationOpened")]
[JsonDerivedType(typeof(OpinionAdded), "OpinionAdded")]
[JsonDerivedType(typeof(BodiesSolicited), "BodiesSolicited")]
[JsonDerivedType(typeof(WorkMeetingHeld), "WorkMeetingHeld")]
[JsonDerivedType(typeof(ConsultationRerouted), "ConsultationRerouted")]
[JsonDerivedType(typeof(MatterFactsAdded), "MatterFactsAdded")]
[JsonDerivedType(typeof(ProposalLapsed), "ProposalLapsed")]
[JsonDerivedType(typeof(MilestonesOwed), "MilestonesOwed")]
[JsonDerivedType(typeof(ConsultationAreaChanged), "ConsultationAreaChanged")]
[JsonDerivedType(typeof(StepsSimplified), "StepsSimplified")]
[JsonDerivedType(typeof(TopicProposed), "TopicProposed")]
[JsonDerivedType(typeof(ReportedToCouncil), "ReportedToCouncil")]
[JsonDerivedType(typeof(TopicNotTaken), "TopicNotTaken")]
[JsonDerivedType(typeof(TopicDetermined), "TopicDetermined")]
[JsonDerivedType(typeof(PlanMade), "PlanMade")]
[JsonDerivedType(typeof(NoticePublished), "NoticePublished")]
[JsonDerivedType(typeof(ParticipantsFixed), "ParticipantsFixed")]
[JsonDerivedType(typeof(SessionStarted), "SessionStarted")]
[JsonDerivedType(typeof(SessionAdjourned), "SessionAdjourned")]
[JsonDerivedType(typeof(SessionResumed), "SessionResumed")]
[JsonDerivedType(typeof(SessionClosed), "SessionClosed")]
[JsonDerivedType(typeof(ConsultationAnnounced), "ConsultationAnnounced")]
[JsonDerivedType(typeof(ConsultationWarned), "ConsultationWarned")]
[JsonDerivedType(typeof(ComplaintRecorded), "ComplaintRecorded")]
[JsonDerivedType(typeof(ConsultationRungsFired), "ConsultationRungsFired")]
[JsonDerivedType(typeof(DutiesReprojected), "DutiesReprojected")]
[JsonDerivedType(typeof(DissentExplained), "DissentExplained")]
[JsonDerivedType(typeof(ConsultationConcluded), "ConsultationConcluded")]
[JsonDerivedType(typeof(RoundOpened), "RoundOpened")]
[JsonDerivedType(typeof(VoteCalled), "VoteCalled")]
[JsonDerivedType(typeof(VoteHeld), "VoteHeld")]
[JsonDerivedType(typeof(ConsultationShelved), "ConsultationShelved")]
[JsonDerivedType(typeof(FailedClosed), "FailedClosed")]
[JsonDerivedType(typeof(ResultAdopted), "ResultAdopted")]
[JsonDerivedType(typeof(ImplementationStarted), "ImplementationStarted")]
[JsonDerivedType(typeof(ProgressPublished), "ProgressPublished")]
[JsonDerivedType(typeof(SupervisionNoted), "SupervisionNoted")]
[JsonDerivedType(typeof(ImplementationCompleted), "ImplementationCompleted")]
[JsonDerivedType(typeof(ResultFedBack), "ResultFedBack")]
[JsonDerivedType(typeof(SurveyRecorded), "SurveyRecorded")]
[JsonDerivedType(typeof(ConsultationArchived), "ConsultationArchived")]
[JsonDerivedType(typeof(ResultCorrected), "ResultCorrected")]
[JsonDerivedType(typeof(ReviewDismissed), "ReviewDismissed")]
[JsonDerivedType(typeof(ConsultationWithdrawn), "ConsultationWithdrawn")]
[JsonDerivedType(typeof(ReportedUp), "ReportedUp")]
[JsonDerivedType(typeof(ReportStudied), "ReportStudied")]
[JsonDerivedType(typeof(ReportDecided), "ReportDecided")]
[JsonDerivedType(typeof(ReportFedBack), "ReportFedBack")]
public abstract record ConsultationEvent(DateTimeOffset At)
{
    /// <summary>Name in the trace.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Duties of the next step: the one that it keeps, the one that it opens; null where it does neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Duty>? Steps { get; init; }

    /// <summary>Reason or note, as the trace shows it.</summary>
    [JsonIgnore]
    public virtual string? Why => null;

    /// <summary>Row of SM2 or rule that it rests on.</summary>
    [JsonIgnore]
    public abstract string Rule { get; }

    /// <summary>True for what time, the calendar or the units did: nobody's step, so the newest step stays where it was.</summary>
    [JsonIgnore]
    public bool IsNobodysStep => this is ConsultationRungsFired or DutiesReprojected or ConsultationWarned or ComplaintRecorded or TopicNotTaken or ProposalLapsed or MilestonesOwed
        or ConsultationAreaChanged;
}

/// <summary>Begun (已启动). SM2 row 1.</summary>
public sealed record ConsultationOpened(
    DateTimeOffset At, string Number, ConsultationVariant Variant, ConsultationPlace Place, OrganCode Lead, ImmutableSortedSet<UnitCode> Communities, string Title, MatterFacts Matter, string By, Duty? WorkMeeting, int Rules, int Calendar) : ConsultationEvent(At)
{
    /// <summary>The way that its facts call for, where a community reported the matter to the township, which must lead it; null otherwise. T087.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsultationVariant? Proposed { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.1";
}

/// <summary>An opinion came in (已登记意见). C032.</summary>
public sealed record OpinionAdded(DateTimeOffset At, ConsultationOpinion Opinion, ConsultationVariant? Proposed = null) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.1";
}

/// <summary>A kind of body was asked (已征求意见). C045.</summary>
public sealed record BodiesSolicited(DateTimeOffset At, Solicitation Solicitation) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C045";
}

/// <summary>Work meeting held (已召开例会). C033.</summary>
public sealed record WorkMeetingHeld(DateTimeOffset At, WorkMeeting Meeting, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.2";
}

/// <summary>The township decided on the way (已确定层级). C013, T087. <c>Stays</c>: way, lead and communities are what they were, so topic and step stay.
/// <c>Answered</c>: communities not concerned whose opinions are decided upon with it, and with former decisions; null of those from before this was kept.</summary>
public sealed record ConsultationRerouted(
    DateTimeOffset At, ConsultationVariant Variant, ConsultationPlace Place, OrganCode Lead, ImmutableSortedSet<UnitCode> Communities, MatterFacts Matter, string Reason, ImmutableList<Duty> Duties,
    bool Stays = false, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableSortedSet<UnitCode>? Answered = null) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C013";
}

/// <summary>Residents voted to simplify the steps (已简化步骤). C025.</summary>
/// <param name="At">When.</param>
/// <param name="VoteRecord">Reference of the vote.</param>
/// <param name="Duties">What nobody owes any more: work meeting, plan.</param>
/// <param name="Dropped">Steps that the vote drops; null of votes from before this was kept.</param>
public sealed record StepsSimplified(
    DateTimeOffset At, string VoteRecord, ImmutableList<Duty>? Duties = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableList<ConsultationStepKind>? Dropped = null) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => VoteRecord;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C025";
}

/// <summary>A topic is proposed (已提出议题). SM2 row 3. <c>Duties</c>: report to the council, or its taking the topic. <c>Matter</c>: its facts, where the topic
/// added to them.</summary>
public sealed record TopicProposed(DateTimeOffset At, ConsultationTopic Topic, ImmutableList<Duty> Duties, MatterFacts? Matter = null) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.3";
}

/// <summary>Reported to the council (已上报议事会). C026.</summary>
public sealed record ReportedToCouncil(DateTimeOffset At, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.4";
}

/// <summary>The council took the topic not in time (议事会逾期未受理): the plan runs from the proposal, and no topic waits without a deadline. Resolution 7.</summary>
public sealed record TopicNotTaken(DateTimeOffset At, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C035";
}

/// <summary>The topic is determined (已确定议题). SM2 row 4: the plan runs from here.</summary>
public sealed record TopicDetermined(DateTimeOffset At, DateTimeOffset From, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.4";
}

/// <summary>A plan is made (已制定方案). C035, C036.</summary>
public sealed record PlanMade(DateTimeOffset At, ConsultationPlan Plan, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.5";
}

/// <summary>The notice is published (已发布公告). C038.</summary>
public sealed record NoticePublished(DateTimeOffset At, ConsultationNotice Notice) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.6";
}

/// <summary>The participants are fixed (已确定参与主体). C037.</summary>
public sealed record ParticipantsFixed(DateTimeOffset At, ConsultationParticipants Participants) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.7";
}

/// <summary>The session started (已开始协商). C018.</summary>
public sealed record SessionStarted(DateTimeOffset At, ConsultationSession Session) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.8";
}

/// <summary>Adjourned (已休会). The announcement's clock does not start. <c>ResumesAt</c>: when it is to go on, or null.</summary>
public sealed record SessionAdjourned(
    DateTimeOffset At, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ResumesAt = null) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string? Why => Reason;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.9";
}

/// <summary>Resumed (已复会).</summary>
public sealed record SessionResumed(DateTimeOffset At) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.9";
}

/// <summary>The session ended (协商已结束). SM2 row 10. <c>Duties</c>: its announcement, an explanation for each dissent.</summary>
public sealed record SessionClosed(
    DateTimeOffset At, ConsultationSession Session, ImmutableList<Dissent> Dissents, bool ReviewOpens, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.10";
}

/// <summary>Announced (已公告). C040.</summary>
public sealed record ConsultationAnnounced(DateTimeOffset At, Announcement Announcement, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2.11";
}

/// <summary>A soft rule was not kept (提示). Stands beside the step that did not keep it.</summary>
public sealed record ConsultationWarned(DateTimeOffset At, ImmutableList<ConsultationWarning> Warnings) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2";
}

/// <summary>A complaint is on record (已留存投诉记录). C018: stands beside the step that gave cause for it.</summary>
public sealed record ComplaintRecorded(DateTimeOffset At, PresiderComplaint Complaint) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "C018";
}

/// <summary>Rungs of duties were passed (期限到点). Each once.</summary>
public sealed record ConsultationRungsFired(DateTimeOffset At, ImmutableList<Rung> Rungs) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2";
}

/// <summary>Duties were counted again by another calendar (期限重新推算). Resolution 6.</summary>
public sealed record DutiesReprojected(DateTimeOffset At, int Calendar, ImmutableList<Duty> Duties) : ConsultationEvent(At)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Rule => "SM2";
}
