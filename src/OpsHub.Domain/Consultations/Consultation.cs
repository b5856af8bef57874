using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Consultations;

/// <summary>A consultation (协商) as its events made it. Changed only by its fold. SM2. Counts and offices only: no person is named in it.</summary>
public sealed record Consultation
{
    /// <summary>The number people read (协商编号).</summary>
    public required string Number { get; init; }

    /// <summary>Its way.</summary>
    public required ConsultationVariant Variant { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConsultationStage Stage { get; init; }

    /// <summary>Where it belongs: the community, or the township for a cross-community one.</summary>
    public required ConsultationPlace Place { get; init; }

    /// <summary>Version of the hierarchy by which it was handed over last (区划版本); 0 where it never was. An older one takes it nowhere. G011.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Directory { get; init; }

    /// <summary>The organ that leads it (牵头组织): grid or community of the party organisation, the community, or the township. C001, T087.</summary>
    public required OrganCode Lead { get; init; }

    /// <summary>Communities concerned, the leading one among them (涉及社区).</summary>
    public required ImmutableSortedSet<UnitCode> Communities { get; init; }

    /// <summary>What it is about, 1-200 characters (协商事项).</summary>
    public required string Title { get; init; }

    /// <summary>What is known about the matter: the flags that routing and votes go by.</summary>
    public required MatterFacts Matter { get; init; }

    /// <summary>Facts that were added with a reason (补充认定的事项情况): nothing takes them back. Null where none were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AddedFacts? Added { get; init; }

    /// <summary>1, and one more with every further round (轮次). C042.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Opinions so far, oldest first (意见): where from, never who. At most 500 are kept, all are counted.</summary>
    public ImmutableList<ConsultationOpinion> Opinions { get; init; } = [];

    /// <summary>All opinions so far, counted.</summary>
    public int OpinionCount { get; init; }

    /// <summary>Kinds of bodies asked, by community (征求意见). C045.</summary>
    public ImmutableList<Solicitation> Solicitations { get; init; } = [];

    /// <summary>Work meetings held, by instant (工作例会). C033.</summary>
    public ImmutableList<WorkMeeting> WorkMeetings { get; init; } = [];

    /// <summary>The topic, once proposed.</summary>
    public ConsultationTopic? Topic { get; init; }

    /// <summary>The simplified path's vote, or null for the full seven steps. C025.</summary>
    public string? SimplifiedBy { get; init; }

    /// <summary>Steps that the residents' vote drops (省去的步骤): they are passed over. Empty in votes from before this was kept, which dropped the work meeting. C025.</summary>
    public ImmutableList<ConsultationStepKind> Dropped { get; init; } = [];

    /// <summary>When a building's or group's topic was reported to the council. C026.</summary>
    public DateTimeOffset? ReportedToCouncilAt { get; init; }

    /// <summary>Another way that the facts call for, proposed by the hub until the township decides (建议改为). C013.</summary>
    public ConsultationVariant? Proposed { get; init; }

    /// <summary>The facts of the matter call for it, not opinions from elsewhere (事项情况要求): then it does not lapse. T087, C011.</summary>
    public bool ProposedByFacts { get; init; }

    /// <summary>Communities not concerned whose opinions the township has decided upon (已定夺的社区): another one from there proposes nothing. C013.</summary>
    public ImmutableSortedSet<UnitCode> Answered { get; init; } = [];

    /// <summary>When something of it was published first, a notice or an announcement; null before. A new plan or round takes nothing back. C002.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Plan of this round.</summary>
    public ConsultationPlan? Plan { get; init; }

    /// <summary>Notice of this round.</summary>
    public ConsultationNotice? Notice { get; init; }

    /// <summary>Participants of this round.</summary>
    public ConsultationParticipants? Participants { get; init; }

    /// <summary>Sessions, oldest first; the last may still be on.</summary>
    public ImmutableList<ConsultationSession> Sessions { get; init; } = [];

    /// <summary>Dissents, oldest first (不同意见). C053, C074.</summary>
    public ImmutableList<Dissent> Dissents { get; init; } = [];

    /// <summary>Announcements, oldest first. C040.</summary>
    public ImmutableList<Announcement> Announcements { get; init; } = [];

    /// <summary>The vote that must be held, while it must.</summary>
    public RequiredVote? Vote { get; init; }

    /// <summary>Votes held, oldest first.</summary>
    public ImmutableList<ConsultationVote> Votes { get; init; } = [];

    /// <summary>How it was adopted.</summary>
    public Adoption? Adoption { get; init; }

    /// <summary>Published progress, oldest first (进度公开). C056.</summary>
    public ImmutableList<ProgressNote> Progress { get; init; } = [];

    /// <summary>Notes of the supervision committee, oldest first. C057.</summary>
    public ImmutableList<SupervisionNote> SupervisionNotes { get; init; } = [];

    /// <summary>Feedbacks, oldest first.</summary>
    public ImmutableList<ConsultationFeedback> Feedbacks { get; init; } = [];

    /// <summary>Follow-up visit and survey. C060.</summary>
    public SatisfactionSurvey? Survey { get; init; }

    /// <summary>What was filed or archived. C031, C041.</summary>
    public ConsultationFile? File { get; init; }

    /// <summary>Report up of a delegated matter. SM2 row Z.</summary>
    public DelegatedReport? Delegated { get; init; }

    /// <summary>Corrections, oldest first. C054.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];

    /// <summary>A dissent that alleges harm opened a review, not decided yet (合法性复核). C074.</summary>
    public bool ReviewOpen { get; init; }

    /// <summary>Complaints about who presided, oldest first (投诉记录). C018.</summary>
    public ImmutableList<PresiderComplaint> Complaints { get; init; } = [];

    /// <summary>Soft rules that were not kept, in order (提示): shown, nothing is blocked.</summary>
    public ImmutableList<ConsultationWarning> Warnings { get; init; } = [];

    /// <summary>All duties, in order of opening (义务).</summary>
    public ImmutableList<Duty> Duties { get; init; } = [];

    /// <summary>When it began.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Account that began it.</summary>
    public required string BegunBy { get; init; }

    /// <summary>When its newest step took effect.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it was archived, withdrawn, annulled, or, not adopted, its archive closed; else null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it was withdrawn, shelved or opened again.</summary>
    public string? Reason { get; init; }

    /// <summary>Version of the rules that it began with and keeps.</summary>
    public int Rules { get; init; } = 1;

    /// <summary>Version of the calendar by which its duties were last counted again.</summary>
    public int Calendar { get; init; }

    /// <summary>The session that is on or adjourned, or null.</summary>
    [JsonIgnore]
    public ConsultationSession? Session => Sessions is [.., { EndedAt: null } on] ? on : null;

    /// <summary>The newest ended session, or null.</summary>
    [JsonIgnore]
    public ConsultationSession? LastSession => Sessions.FindLast(s => s.EndedAt is not null);

    /// <summary>Duties still open.</summary>
    [JsonIgnore]
    public ImmutableList<Duty> OpenDuties => Duties.FindAll(d => d.Term.IsOpen);

    /// <summary>When and where this round's session is to be (协商时间、地点): by its plan, or by its notice where no plan is made; null where neither says.</summary>
    [JsonIgnore]
    public SessionArrangement? Arranged => Plan is { } plan ? new(plan.Start, plan.Place, plan.MadeAt)
        : Notice is { Start: { } start, MeetingPlace: { } place } notice ? new(start, place, notice.At) : null;

    /// <summary>The same while the session is ahead, also one that is adjourned to a set time; null otherwise.</summary>
    [JsonIgnore]
    public SessionArrangement? Ahead => Stage switch
    {
        ConsultationStage.Planned or ConsultationStage.Prepared => Arranged,
        ConsultationStage.InSession when Session is { IsAdjourned: true, Pauses: [.., { ResumesAt: { } at } pause] } on => new(at, on.Place ?? "", pause.From),
        _ => null,
    };

    /// <summary>The residents' vote drops this step. C025.</summary>
    public bool Drops(ConsultationStepKind step) =>
        Dropped.Contains(step) || (step == ConsultationStepKind.WorkMeeting && SimplifiedBy is not null && Dropped.IsEmpty);
}

/// <summary>When and where a session is to be (协商时间、地点).</summary>
/// <param name="Start">When it is to start, or to go on.</param>
/// <param name="Place">Where; empty where that is not known.</param>
/// <param name="SetAt">When that was set.</param>
public sealed record SessionArrangement(DateTimeOffset Start, string Place, DateTimeOffset SetAt);

/// <summary>Where a consultation belongs (所属区划), by parents in force when it began.</summary>
/// <param name="Grid">Grid of a building or group; else null.</param>
/// <param name="Community">Leading community; null for a cross-community one.</param>
/// <param name="Township">Township.</param>
/// <param name="County">County.</param>
/// <param name="City">City.</param>
public sealed record ConsultationPlace(UnitCode? Grid, UnitCode? Community, UnitCode Township, UnitCode County, UnitCode City)
{
    /// <summary>The unit whose figures it counts in: the community, or the township for a cross-community one.</summary>
    [JsonIgnore]
    public UnitCode Home => Community ?? Township;

    /// <summary>True when the unit is one of these.</summary>
    public bool IsWithin(UnitCode unit) => unit == Grid || unit == Community || unit == Township || unit == County || unit == City;
}
