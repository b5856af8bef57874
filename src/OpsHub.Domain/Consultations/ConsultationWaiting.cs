using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationStage;

namespace OpsHub.Domain.Consultations;

/// <summary>What a consultation waits for (等待事项): whose move, since when, until when.</summary>
/// <param name="Office">Who may make it; the first of those who may. Null where nobody may by office.</param>
/// <param name="Organ">Whose move it is.</param>
/// <param name="Zh">What is awaited, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">Until when; null where no term runs.</param>
/// <param name="Duty">The duty; null for a step that no term bounds.</param>
public sealed record ConsultationWait(ConsultationOffice? Office, OrganCode Organ, string Zh, string En, DateTimeOffset Since, DateTimeOffset? Until, Duty? Duty);

/// <summary>Everything a consultation waits for: its open duties, and the next step where none of them asks for it.</summary>
public static class ConsultationWaiting
{
    /// <summary>The waits, nearest first; those without an end last. Empty once it is over and nothing is owed.</summary>
    /// <param name="s">The consultation.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="inForce">Where it belongs by the units in force; as it began when left out. Who may act goes by it, and so does who is waited for.</param>
    public static ImmutableList<ConsultationWait> Of(Consultation s, DateTimeOffset now, ConsultationPlace? inForce = null)
    {
        var owed = s.OpenDuties.ConvertAll(d => (Duty: d, By: By(s, d)));
        var waits = owed.ConvertAll(o => Wait(s, o.Duty, ConsultationOffices.Of(s, o.By, now, inForce), inForce));
        if (Next(s) is { } step && !owed.Exists(o => o.By == step || o.Duty.Stem == DutyStems.Step))
        {
            var (words, office) = (ConsultationWording.Of(step), ConsultationOffices.Of(s, step, now, inForce));
            waits = waits.Add(new(
                office.IsEmpty ? null : office[0], office.IsEmpty ? s.Lead : office[0].Organ, words.Zh, words.En,
                s.Stage == VoteRequired ? s.Vote?.Since ?? s.ChangedAt : s.ChangedAt, s.Stage == Planned ? null : s.Ahead?.Start, null));
        }

        return [.. waits.OrderBy(w => w.Until ?? DateTimeOffset.MaxValue).ThenBy(w => w.Since)];
    }

    private static ConsultationWait Wait(Consultation s, Duty duty, ImmutableList<ConsultationOffice> offices, ConsultationPlace? inForce)
    {
        var holder = new OrganCode(duty.Term.Holder);
        if (inForce is { } place && holder == OrganCode.Of(s.Place.Township) && duty.Stem != DutyStems.GovernmentFeedback)
            holder = OrganCode.Of(place.Township); // a township that the community has left can't act any more
        return new(
            offices.Find(o => o.Organ == holder) ?? offices.FirstOrDefault(), holder, duty.Term.Name, TermNames.English(duty.Term.Name), duty.Term.OpenedAt,
            duty.Term.IsSuspended ? null : duty.Term.Due, duty);
    }

    // The command that keeps a duty.
    private static Type By(Consultation s, Duty duty) => duty.Stem switch
    {
        DutyStems.WorkMeeting => typeof(HoldWorkMeeting),
        DutyStems.ReportToCouncil => typeof(ReportToCouncil),
        DutyStems.TakeTopic => typeof(DetermineTopic),
        DutyStems.Plan => typeof(MakePlan),
        DutyStems.Announce => typeof(Announce),
        DutyStems.Explain => typeof(ExplainDissent),
        DutyStems.ReportUp => typeof(ReportUp),
        DutyStems.GovernmentFeedback => s.Delegated?.Stage switch { DelegatedStage.Reported => typeof(StudyReport), DelegatedStage.Studied => typeof(DecideReport), _ => typeof(FeedBackReport) },
        DutyStems.Progress or DutyStems.Milestone => typeof(PublishProgress),
        DutyStems.Feedback => typeof(FeedBackResult),
        DutyStems.Survey => typeof(RecordSurvey),
        DutyStems.Archive => typeof(ArchiveConsultation),
        DutyStems.Step when ConsultationSteps.CommandOf(duty) is { } step => step,
        _ => throw new InvalidOperationException($"Nobody has said what keeps the duty {duty.Term.Id}."),
    };

    // The step that leads on from the stage.
    private static Type? Next(Consultation s) => s.Stage switch
    {
        Collecting or ConsultationStage.TopicProposed when s.Proposed is not null => typeof(RerouteConsultation),
        Collecting => s.Variant == ConsultationVariant.DirectMeeting ? typeof(PublishNotice) : typeof(ProposeTopic),
        ConsultationStage.TopicProposed => s.Variant == ConsultationVariant.BuildingOrGroup ? typeof(ReportToCouncil) : typeof(DetermineTopic),
        ConsultationStage.TopicDetermined => typeof(MakePlan),
        Planned => s.Notice is null && !s.Drops(ConsultationStepKind.Notice) ? typeof(PublishNotice) : typeof(FixParticipants),
        Prepared => typeof(StartSession),
        InSession => s.Session is { IsAdjourned: true } ? typeof(ResumeSession) : typeof(EndSession),
        SessionEnded => s.LastSession?.Outcome == SessionOutcome.Consensus ? typeof(Conclude) : s.Round > 1 ? typeof(RequireVote) : typeof(OpenAnotherRound),
        VoteRequired => typeof(HoldVote),
        Concluded or VotePassed => typeof(AdoptResult),
        VoteFailed => typeof(CloseFailed),
        Adopted => typeof(StartImplementation),
        Implementing => typeof(CompleteImplementation),
        Implemented => typeof(FeedBackResult),
        FedBack => typeof(RecordSurvey),
        Surveyed or NotAdopted => typeof(ArchiveConsultation),
        _ => null,
    };
}
