using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Consultations;

/// <summary>How each event changes a consultation. State is what its events say, and nothing else.</summary>
public static class ConsultationFold
{
    /// <summary>So many opinions are kept with it; all are counted, and the ledger has each.</summary>
    private const int OpinionsKept = 500;

    /// <summary>The state after an event.</summary>
    /// <exception cref="InvalidOperationException">The event is not known, or does not fit: a mistake in the program.</exception>
    public static Consultation Apply(Consultation? state, ConsultationEvent happened)
    {
        if (happened is ConsultationOpened opened)
            return state is null ? With(Begin(opened), opened.Steps) : throw new InvalidOperationException("A consultation begins once.");
        if (state is null)
            throw new InvalidOperationException($"A consultation begins with {nameof(ConsultationOpened)}, not with {happened.Name}.");
        var next = With(Next(state, happened), happened.Steps);
        return happened.IsNobodysStep ? next : next with { ChangedAt = happened.At };
    }

    private static Consultation Begin(ConsultationOpened e) => new()
    {
        Number = e.Number,
        Variant = e.Variant,
        Stage = ConsultationStage.Collecting,
        Place = e.Place,
        Lead = e.Lead,
        Communities = e.Communities,
        Title = e.Title,
        Matter = e.Matter,
        Delegated = e.Matter.DelegatedBy is { } organ ? new(organ, DelegatedStage.None) : null,
        Proposed = e.Proposed,
        ProposedByFacts = e.Proposed is not null,
        Duties = e.WorkMeeting is { } meeting ? [meeting] : [],
        BeganAt = e.At,
        BegunBy = e.By,
        ChangedAt = e.At,
        Rules = e.Rules,
        Calendar = e.Calendar,
    };

    private static Consultation Next(Consultation s, ConsultationEvent happened) => happened switch
    {
        OpinionAdded e => s with
        {
            Opinions = (s.Opinions.Count < OpinionsKept ? s.Opinions : s.Opinions.RemoveAt(0)).Add(e.Opinion),
            OpinionCount = s.OpinionCount + 1,
            Proposed = e.Proposed ?? s.Proposed,
        },
        BodiesSolicited e => s with { Solicitations = s.Solicitations.Add(e.Solicitation) },
        WorkMeetingHeld e => With(s, e.Duties) with { WorkMeetings = s.WorkMeetings.Add(e.Meeting) },
        ConsultationRerouted e => With(s, e.Duties) with
        {
            // The topic is whoever's who leads now: where that is somebody else, or others are concerned, it is proposed anew.
            Stage = e.Stays ? s.Stage : ConsultationStage.Collecting,
            Topic = e.Stays ? s.Topic : null,
            Variant = e.Variant,
            Place = e.Place,
            Lead = e.Lead,
            Communities = e.Communities,
            Matter = e.Matter,
            Delegated = e.Matter.DelegatedBy is { } organ ? new(organ, DelegatedStage.None) : null,
            Proposed = null,
            ProposedByFacts = false,
            Answered = e.Answered ?? s.Answered,
            // The residents of one community drop no step of others.
            Dropped = e.Stays ? s.Dropped : [],
            SimplifiedBy = e.Stays ? s.SimplifiedBy : null,
            Reason = e.Reason,
        },
        MatterFactsAdded e => With(s, e.Duties) with
        {
            Matter = e.Matter,
            Added = AddedFacts.After(s, e.Matter),
            Lead = e.Lead ?? s.Lead,
            Proposed = e.Proposed ?? s.Proposed,
            ProposedByFacts = s.ProposedByFacts || e.Proposed is not null,
            Delegated = e.Delegated ?? s.Delegated,
        },
        ProposalLapsed e => With(s, e.Duties) with { Proposed = null, Answered = e.Answered },
        MilestonesOwed e => With(s, e.Duties),
        ConsultationAreaChanged e => ConsultationFollowing.Moved(s, e),
        StepsSimplified e => Passing(With(s, e.Duties) with { SimplifiedBy = e.VoteRecord, Dropped = e.Dropped is { } dropped ? [.. s.Dropped.Union(dropped).Order()] : s.Dropped }),
        TopicProposed e => With(s, e.Duties) with
        {
            Stage = ConsultationStage.TopicProposed,
            Topic = e.Topic,
            // What the law gives to a meeting's vote may be prepared here, never replaced. Resolution 57.
            Matter = e.Topic.Category == TopicCategory.MeetingVoteMatters ? (e.Matter ?? s.Matter) with { LegalVote = true } : e.Matter ?? s.Matter,
            Delegated = e.Matter?.DelegatedBy is { } organ ? new(organ, DelegatedStage.None) : s.Delegated,
        },
        TopicNotTaken e => With(s, e.Duties),
        ReportedToCouncil e => With(s, e.Duties) with { ReportedToCouncilAt = e.At },
        TopicDetermined e => Passing(With(s, e.Duties) with { Stage = ConsultationStage.TopicDetermined, Topic = s.Topic! with { DeterminedAt = e.At } }),
        // A plan made again is another promise: people are told anew.
        PlanMade e => Passing(With(s, e.Duties) with { Stage = ConsultationStage.Planned, Plan = e.Plan, Notice = null }),
        NoticePublished e => Prepared(s with { Notice = e.Notice, PublishedAt = s.PublishedAt ?? e.At }),
        ParticipantsFixed e => Prepared(s with { Participants = e.Participants }),
        SessionStarted e => s with { Stage = ConsultationStage.InSession, Sessions = s.Sessions.Add(e.Session) },
        SessionAdjourned e => On(s, on => on with { Pauses = on.Pauses.Add(new(e.At, e.Reason, ResumesAt: e.ResumesAt)) }),
        SessionResumed e => On(s, on => on with { Pauses = on.Pauses.SetItem(on.Pauses.Count - 1, on.Pauses[^1] with { Until = e.At }) }),
        SessionClosed e => On(With(s, e.Duties), _ => e.Session) with
        {
            Stage = ConsultationStage.SessionEnded,
            Dissents = s.Dissents.AddRange(e.Dissents),
            ReviewOpen = s.ReviewOpen || e.ReviewOpens,
        },
        ConsultationAnnounced e => With(s, e.Duties) with { Announcements = s.Announcements.Add(e.Announcement), PublishedAt = s.PublishedAt ?? e.At },
        ComplaintRecorded e => s with { Complaints = s.Complaints.Add(e.Complaint) },
        ConsultationWarned e => s with { Warnings = s.Warnings.AddRange(e.Warnings) },
        ConsultationRungsFired e => s with { Duties = e.Rungs.Aggregate(s.Duties, Fire) },
        DutiesReprojected e => With(s, e.Duties) with { Calendar = e.Calendar },
        _ => ConsultationFurtherFold.Next(s, happened),
    };

    /// <summary>Each of the duties in the place of the one with its term's id, new ones at the end.</summary>
    internal static Consultation With(Consultation s, ImmutableList<Duty>? changed) => changed is null or { IsEmpty: true } ? s : s with
    {
        Duties = changed.Aggregate(s.Duties, (all, duty) => all.FindIndex(d => d.Term.Id == duty.Term.Id) is >= 0 and var at ? all.SetItem(at, duty) : all.Add(duty)),
    };

    private static Consultation Prepared(Consultation s) => s.Variant != ConsultationVariant.DirectMeeting ? Passing(s)
        : s.Notice is not null ? s with { Stage = ConsultationStage.Prepared } : s;

    /// <summary>What was done, and what residents voted to drop, is passed over. C024, C025.</summary>
    internal static Consultation Passing(Consultation s)
    {
        var next = s.Stage == ConsultationStage.TopicDetermined && s.Drops(ConsultationStepKind.Plan) ? s with { Stage = ConsultationStage.Planned } : s;
        return next.Stage == ConsultationStage.Planned && (next.Notice is not null || next.Drops(ConsultationStepKind.Notice))
            && (next.Participants is not null || next.Drops(ConsultationStepKind.Participants))
                ? next with { Stage = ConsultationStage.Prepared }
                : next;
    }

    private static Consultation On(Consultation s, Func<ConsultationSession, ConsultationSession> change) =>
        s with { Sessions = s.Sessions.SetItem(s.Sessions.Count - 1, change(s.Sessions[^1])) };

    private static ImmutableList<Duty> Fire(ImmutableList<Duty> duties, Rung rung) =>
        duties.Find(d => d.Term.Id == rung.Term) is { } duty && !duty.Term.Fired.Contains(rung.Kind)
            ? duties.Replace(duty, duty with { Term = duty.Term with { Fired = duty.Term.Fired.Add(rung.Kind) } })
            : duties;
}
