using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Notices;

/// <summary>Who reads notices and sets channels (提醒权限): part 4 of the rules. A notice names its case or consultation by number, so it is read by whoever reads such a one.</summary>
public static class NoticeAccess
{
    /// <summary>How the keys of what has a subject of its own begin; all else is <see cref="NoticeSubjects.Others"/>.</summary>
    public static readonly ImmutableSortedDictionary<NoticeSubjects, string> Prefixes = ImmutableSortedDictionary<NoticeSubjects, string>.Empty
        .Add(NoticeSubjects.Consultations, "consultation-").Add(NoticeSubjects.Assessments, "year-").Add(NoticeSubjects.Posts, "posts-").Add(NoticeSubjects.Surveys, "survey-").Add(NoticeSubjects.Mandates, "mandates-")
        .Add(NoticeSubjects.Filings, "filings-");

    /// <summary>May the actor read a notice?</summary>
    public static bool Reads(Actor actor, Notice notice, IsWithin isWithin) => Reads(actor, notice.Recipient, isWithin).HasFlag(SubjectOf(notice));

    /// <summary>Which of an organ's notices may the actor read? Its own; those of the units below where it reads their cases or consultations. R046, C002.</summary>
    public static NoticeSubjects Reads(Actor actor, OrganCode recipient, IsWithin isWithin) =>
        (ReadsOthers(actor, recipient, isWithin) ? NoticeSubjects.Others : NoticeSubjects.None)
        | (ReadsConsultations(actor, recipient, isWithin) ? NoticeSubjects.Consultations : NoticeSubjects.None)
        | (ReadsAssessments(actor, recipient) ? NoticeSubjects.Assessments : NoticeSubjects.None)
        | (ReadsPosts(actor, recipient) ? NoticeSubjects.Posts : NoticeSubjects.None)
        | (ReadsSurveys(actor, recipient) ? NoticeSubjects.Surveys : NoticeSubjects.None)
        | (ReadsMandates(actor, recipient) ? NoticeSubjects.Mandates : NoticeSubjects.None)
        | (ReadsFilings(actor, recipient, isWithin) ? NoticeSubjects.Filings : NoticeSubjects.None);

    /// <summary>May the actor mark a notice read? Only those who act for the organ that was told.</summary>
    public static Refusal? MarkRead(Actor actor, Notice notice, IsWithin isWithin) =>
        actor.Organ == notice.Recipient && actor.Role is not (Role.Auditor or Role.Scheduler) && Reads(actor, notice, isWithin)
            ? null
            : new(RefusalCodes.NotAllowed, "R046", "四(五)", "noticeId", "只有被提醒单位可以标记已读", "Only the organ that was told may mark a notice read");

    /// <summary>May the actor see an organ's channels and how they go?</summary>
    public static bool Channels(Actor actor, OrganCode organ) => actor.Role is Role.Administrator or Role.Auditor || IsHead(actor, organ);

    /// <summary>May the actor set a channel? Null when it may.</summary>
    public static Refusal? Manage(Actor actor, OrganCode organ, ChannelKind kind) =>
        actor.Role == Role.Administrator ? null
        : !IsHead(actor, organ) ? Not("只有管理员或本单位可以设置渠道", "Only the administrator or the organ itself may set its channels")
        : kind == ChannelKind.Webhook ? Not("回调地址只能由管理员设置", "A webhook's target is set by the administrator only")
        : null;

    /// <summary>May the actor see how channels go over the whole hub? Who operates it, and auditors.</summary>
    public static bool AllChannels(Actor actor) => actor.Role is Role.Administrator or Role.Auditor;

    /// <summary>May the actor have a channel's given-up messages sent again? They go where they were to go. Null when it may.</summary>
    public static Refusal? Resend(Actor actor, OrganCode organ) =>
        actor.Role == Role.Administrator || IsHead(actor, organ) ? null : Not("只有管理员或本单位可以重发", "Only the administrator or the organ itself may have messages sent again");

    /// <summary>What a notice tells of.</summary>
    public static NoticeSubjects SubjectOf(Notice notice) =>
        Prefixes.FirstOrDefault(p => notice.Case.StartsWith(p.Value, StringComparison.Ordinal), new(NoticeSubjects.Others, "")).Key;

    // What its own organ is told: centres read evidence and no step, and nobody reads an agency's beside itself.
    private static bool ReadsAssessments(Actor actor, OrganCode recipient) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        Role.AgencyStaff or Role.Department or Role.TownshipGovernment or Role.CountyGovernment or Role.PerformanceOrgan => recipient == actor.Organ,
        _ => false,
    };

    // Only who reads people decisions, and only what its own organ is told: at the county's code that is the organisation department, not the whole county. Part 4.
    private static bool ReadsPosts(Actor actor, OrganCode recipient) => actor.Role is Role.Auditor or Role.Scheduler
        || (actor.Role is Role.TownshipGovernment or Role.Department or Role.OrganisationDepartment && actor.Organ == recipient);

    // The township runs it and alone is told.
    private static bool ReadsSurveys(Actor actor, OrganCode recipient) => actor.Role is Role.Auditor or Role.Scheduler
        || (actor.Role == Role.TownshipGovernment && actor.Organ == recipient);

    // What its own organ is told; the county's performance organ acts for the county, whose scheme it makes.
    private static bool ReadsMandates(Actor actor, OrganCode recipient) => actor.Role is Role.Auditor or Role.Scheduler
        || (actor.Role is Role.TownshipGovernment or Role.CommunityCommittee or Role.Department or Role.CountyGovernment or Role.PerformanceOrgan && actor.Organ == recipient);

    // The city's establishment office is told at the city's code, of filings alone. A042.
    private static bool ReadsFilings(Actor actor, OrganCode recipient, IsWithin isWithin) => ReadsOthers(actor, recipient, isWithin)
        || (actor.Role == Role.EstablishmentOffice && actor.Organ == recipient && recipient.Unit.Level == UnitLevel.City);

    private static bool ReadsConsultations(Actor actor, OrganCode recipient, IsWithin isWithin) => actor.Role switch
    {
        // A building's or group's duties are held by the grid's organ, and its party organisation is who acts; a council acts for its community.
        Role.GroupParty or Role.Council => actor.Organ.Kind == OrganKind.Unit && recipient == actor.Organ,
        // What its own organ is told; a community's drafts are none of its business.
        Role.GridWorker => recipient == actor.Organ,
        // Of consultations they have figures only.
        Role.TownshipGovernanceCentre or Role.CountyCommandCentre => false,
        _ => ReadsOthers(actor, recipient, isWithin),
    };

    private static bool ReadsOthers(Actor actor, OrganCode recipient, IsWithin isWithin) => actor.Role switch
    {
        Role.Auditor or Role.Scheduler => true,
        // Aggregates only, or nothing of the hub's own work.
        Role.WallKey or Role.Resident or Role.Administrator or Role.Integrator or Role.Hotline => false,
        // Of cases they see what was escalated to them, which is what they are told.
        Role.CountyGovernment or Role.CityGovernanceOffice or Role.AgencyStaff or Role.Department => recipient == actor.Organ,
        Role.GridWorker or Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre =>
            actor.Organ.Kind == OrganKind.Unit && recipient.Kind != OrganKind.Department && isWithin(recipient.Unit, actor.Organ.Unit)
            // A township reads the cases of its agencies; a community none of them.
            && (recipient.Kind == OrganKind.Unit || actor.Role is Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre),
        // Council, supervision committee, a building's party organisation: of cases they see figures or nothing.
        _ => false,
    };

    private static bool IsHead(Actor actor, OrganCode organ) => actor.Organ == organ
        && actor.Role is Role.CommunityCommittee or Role.CommunityParty or Role.TownshipGovernment or Role.TownshipGovernanceCentre or Role.CountyCommandCentre or Role.CountyGovernment
            or Role.CityGovernanceOffice or Role.AgencyStaff or Role.Department;

    private static Refusal Not(string zh, string en) => new(RefusalCodes.NotAllowed, "HUB", "", null, zh, en);
}
