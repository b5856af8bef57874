using GraphQL.Types;
using OpsHub.Contracts.Index;
using OpsHub.Domain.Consultations;
using OpsHub.GraphQL.Describing;
using OpsHub.GraphQL.Hierarchy;
using OpsHub.GraphQL.Marks;

namespace OpsHub.GraphQL.Consultations;

/// <summary>A session with the duty that its end opened.</summary>
internal sealed record HeldSession(ConsultationSession Session, Duty? Announcement);

/// <summary>A session.</summary>
internal sealed class ConsultationSessionType : Described<HeldSession>
{
    public ConsultationSessionType() : base("ConsultationSession", "A session (协商会议). Its end, whatever the outcome, opens the duty to announce. C039, C040.")
    {
        One<IntGraphType>("number", "1 for the first, over all rounds (场次).", s => s.Session.Number);
        One<IntGraphType>("round", "Its round (轮次).", s => s.Session.Round);
        One<InstantType>("startedAt", "When it started (开始时间).", s => s.Session.StartedAt);
        One<PresiderKindType>("presider", "Who presides (主持人身份). C018.", s => s.Session.Presider);
        Many<SessionPauseType>("pauses", "Adjournments, oldest first (休会).", s => s.Session.Pauses).WithAssumedSize(1);
        One<BooleanGraphType>("adjourned", "True while it is adjourned (休会中).", s => s.Session.IsAdjourned);
        Maybe<InstantType>("endedAt", "When it ended (结束时间); null while it is on. The announcement runs from here.", s => s.Session.EndedAt);
        Maybe<SessionOutcomeType>("outcome", "How it ended (协商结果); null while it is on.", s => s.Session.Outcome);
        Maybe<StringGraphType>("opinion", "The opinion formed, at most 4,000 characters (协商意见); null while it is on.", s => s.Session.Opinion);
        Maybe<IntGraphType>("replies", "Letters answered (收回份数), of a written consultation; null otherwise. C022.", s => s.Session.Replies);
        Maybe<IntGraphType>("attendance", "How many attended (到会人数); null while it is on.", s => s.Session.EndedAt is null ? null : s.Session.Attendance);
        Many<ParticipantKindType>("heard", "Kinds that were heard (已听取意见的主体). C039.", s => s.Session.Heard ?? []).WithAssumedSize(4);
        Maybe<DutyType>("announcementDue", "The duty to announce that its end opened (公告义务); null while it is on.", s => s.Announcement);
    }
}

/// <summary>An adjournment.</summary>
internal sealed class SessionPauseType : Described<SessionPause>
{
    public SessionPauseType() : base("SessionPause", "An adjournment (休会): it does not start the announcement's clock.")
    {
        One<InstantType>("from", "From when.", p => p.From);
        One<StringGraphType>("reason", "Why (理由).", p => p.Reason);
        Maybe<InstantType>("until", "When it was resumed (复会时间); null while adjourned.", p => p.Until);
        Maybe<InstantType>("resumesAt", "When it is to go on, as it was adjourned (定于何时复会); null where that was left open.", p => p.ResumesAt);
    }
}

/// <summary>A complaint about who presided.</summary>
internal sealed class PresiderComplaintType : Described<PresiderComplaint>
{
    public PresiderComplaintType() : base("PresiderComplaint", "A complaint that secretary or director presided over the council's session (投诉记录): kept where the county warns instead of refusing (PresiderRule). C018.")
    {
        One<IntGraphType>("number", "1 for the first.", c => c.Id);
        One<IntGraphType>("session", "Number of the session (场次).", c => c.Session);
        One<PresiderKindType>("presider", "The office that presided (主持人身份): secretary or director.", c => c.Presider);
        One<BooleanGraphType>("asHead", "True when it did so as the head of the council (以议事会负责人身份). Resolution 14.", c => c.AsHead);
        One<InstantType>("at", "When the session started (时间).", c => c.At);
    }
}

/// <summary>A dissent.</summary>
internal sealed class DissentType : Described<Dissent>
{
    public DissentType() : base("Dissent", "A dissent (不同意见): of a kind of body, never of a person. Each must be explained. C053, C074.")
    {
        One<IntGraphType>("number", "1 for the first.", d => d.Id);
        One<IntGraphType>("session", "Number of the session (场次).", d => d.Session);
        One<ParticipantKindType>("kind", "Kind of body that dissents (协商主体).", d => d.Kind);
        One<StringGraphType>("text", "What it says, at most 1,000 characters (内容).", d => d.Text);
        One<BooleanGraphType>("allegesHarm", "True when it says that rights are harmed, which opens a review (认为权益受损). C074.", d => d.AllegesHarm);
        Maybe<InstantType>("explainedAt", "When it was explained (解释时间); null while it is owed.", d => d.ExplainedAt);
        Maybe<StringGraphType>("explanation", "The explanation (解释说明); null while it is owed.", d => d.Explanation);
    }
}

/// <summary>An announcement of a consultation.</summary>
internal sealed record PostedAnnouncement(string Number, Announcement Announcement);

/// <summary>An announcement.</summary>
internal sealed class AnnouncementType : Described<PostedAnnouncement>
{
    public AnnouncementType() : base("Announcement", "An announcement (公告), public with its own page. C040.")
    {
        One<IntGraphType>("number", "1 for the first; part of its public address.", a => a.Announcement.Id);
        One<AnnouncementKindType>("kind", "What it tells (公告类别).", a => a.Announcement.Kind);
        Maybe<IntGraphType>("session", "Number of the session it tells of (场次); null where it tells of none.", a => a.Announcement.Session);
        Maybe<IntGraphType>("vote", "Number of the vote it tells of, 1 for the first (第几次表决); null where it tells of none.", a => a.Announcement.Vote);
        Maybe<IntGraphType>("correction", "Number of the correction it tells of, 1 for the first (第几次纠正); null where it tells of none.", a => a.Announcement.Correction);
        One<InstantType>("at", "When it was published (公告时间).", a => a.Announcement.At);
        One<StringGraphType>("place", "Where it hangs in the community (张贴地点).", a => a.Announcement.Place);
        Many<PublicationChannelType>("channels", "Through what else (公布渠道).", a => a.Announcement.Channels).WithAssumedSize(2);
        One<StringGraphType>("text", "What it says, at most 4,000 characters (内容).", a => a.Announcement.Text);
        Maybe<InstantType>("dueAt", "Until when it was due (公告期限); null where no term ran.", a => a.Announcement.Due);
        One<BooleanGraphType>("late", "True when it was published at or after its due (逾期公告): accepted, and the violation stays visible.", a => a.Announcement.Late);
        One<StringGraphType>("publicPath", "Path of its public page on this hub, open without sign-in (公示页地址).", a => PublicPages.Announcement(a.Number, a.Announcement.Id));
    }
}

/// <summary>The vote that must be held.</summary>
internal sealed class RequiredVoteType : Described<RequiredVote>
{
    public RequiredVoteType() : base("RequiredVote", "The vote that must be held (须表决): implementation waits for it.")
    {
        One<InstantType>("since", "Since when.", v => v.Since);
        Many<VoteBodyType>("bodies", "Bodies that may hold it (表决主体).", v => v.Bodies).WithAssumedSize(2);
        One<VoteThresholdType>("threshold", "Threshold that it takes (通过门槛). C051.", v => v.Threshold);
        One<StringGraphType>("rule", "Rule that calls for it, e.g. `C043`.", v => v.Rule);
        One<StringGraphType>("clause", "Clause of that rule (条款), e.g. `二(四)2`.", v => v.Clause);
        Maybe<StringGraphType>("reason", "Reason where one was needed (理由); null otherwise.", v => v.Reason);
    }
}

/// <summary>A vote as it may be shown.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Hidden">So few voted that the tally would tell ballots.</param>
internal sealed record ShownVote(ConsultationVote Vote, bool Hidden);

/// <summary>A vote.</summary>
internal sealed class ConsultationVoteType : Described<ShownVote>
{
    public ConsultationVoteType(IHubDirectory directory) : base("ConsultationVote", "A vote held (表决): a tally, no ballots. C050-C052.")
    {
        One<InstantType>("at", "When.", v => v.Vote.At);
        One<VoteBodyType>("body", "Which body (表决主体).", v => v.Vote.Body);
        One<IntGraphType>("present", "Present, the base of the threshold: abstentions count (到会人数). C052.", v => v.Vote.Present);
        Maybe<IntGraphType>("yes", "Yes (赞成); null when hidden.", v => v.Hidden ? null : v.Vote.Yes);
        Maybe<IntGraphType>("no", "No (反对); null when hidden.", v => v.Hidden ? null : v.Vote.No);
        Maybe<IntGraphType>("abstain", "Abstentions and invalid ballots (弃权); null when hidden.", v => v.Hidden ? null : v.Vote.Abstain);
        One<BooleanGraphType>("hidden", $"True when yes, no and abstentions of a secret ballot are hidden because fewer than {SmallCounts.Threshold} were present and the tally would tell ballots (小数隐藏); "
            + "whoever holds the vote sees them. C050.", v => v.Hidden);
        One<VoteThresholdType>("threshold", "Threshold (通过门槛). C051.", v => v.Vote.Threshold);
        One<BooleanGraphType>("passed", "True when it passed (通过).", v => v.Vote.Passed);
        One<BooleanGraphType>("secret", "True when by secret ballot (无记名投票).", v => v.Vote.Secret);
        Maybe<IntGraphType>("eligible", "Entitled to vote (有表决权人数); null where no quorum is judged.", v => v.Vote.Eligible);
        One<StringGraphType>("record", "Reference of the record (表决记录).", v => v.Vote.Record);
        Maybe<UnitType>("community", "The community whose meeting it was, or the one that took that over and for which it counts (社区、村); null where none was named, or where it counts for none in force. C007.", v => v.Vote.Community is { } community ? directory.Node(community) : null);
    }
}
