using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationStage;

namespace OpsHub.Domain.Consultations;

/// <summary>The next step as a duty (办理下一步): soft, so that no consultation rests where nobody is told. Opened on entering a stage whose step no other duty asks for,
/// kept by leaving it. SM2; its length is our default (resolution 53).</summary>
internal static class ConsultationSteps
{
    /// <summary>The decision, and in its last step the step's duty: kept where that step was taken, opened where another is awaited.</summary>
    /// <param name="before">The consultation before it; null before it begins.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="x">When, by which rules.</param>
    internal static Decision<ConsultationEvent> Followed(Consultation? before, Decision<ConsultationEvent> decision, ConsultationContext x)
    {
        var at = decision.Events.FindLastIndex(e => !e.IsNobodysStep);
        if (at < 0)
            return decision;
        var after = decision.Events.Aggregate(before, ConsultationFold.Apply)!;
        var duties = Turned(before, after, x with { NextSequence = x.NextSequence + at });
        return duties.IsEmpty ? decision : decision.Events.SetItem(at, decision.Events[at] with { Steps = duties });
    }

    /// <summary>The step for which somebody must be told; null where another duty asks for it, where opinions are still collected, and at the end.</summary>
    internal static Type? Awaited(Consultation s, ConsultationRules rules) => s switch
    {
        { EndedAt: not null } => null,
        { Stage: Collecting or ConsultationStage.TopicProposed, Proposed: not null } => typeof(RerouteConsultation),
        { Stage: Collecting, Variant: ConsultationVariant.DirectMeeting } => typeof(PublishNotice),
        { Stage: ConsultationStage.TopicProposed, Variant: ConsultationVariant.CrossCommunity } => typeof(DetermineTopic),
        { Stage: Planned } => s.Notice is null && !s.Drops(ConsultationStepKind.Notice) ? typeof(PublishNotice) : typeof(FixParticipants),
        { Stage: Prepared } => typeof(StartSession),
        { Stage: InSession } => s.Session is { IsAdjourned: true } ? typeof(ResumeSession) : typeof(EndSession),
        { Stage: SessionEnded, LastSession.Outcome: not SessionOutcome.Consensus } => s.Round > 1 ? typeof(RequireVote) : typeof(OpenAnotherRound),
        // Nothing goes on before whoever may correct has decided. C074.
        { Stage: SessionEnded or Concluded or VotePassed or Adopted, ReviewOpen: true } => typeof(DismissReview),
        { Stage: SessionEnded } => typeof(Conclude),
        { Stage: Concluded or VotePassed } => ConsultationVoting.Outstanding(s, rules) is null ? typeof(AdoptResult) : typeof(RequireVote),
        { Stage: VoteRequired } => typeof(HoldVote),
        { Stage: VoteFailed } => typeof(CloseFailed),
        { Stage: Adopted } => typeof(StartImplementation),
        _ => null,
    };

    /// <summary>Opens the duty of a step.</summary>
    internal static Duty Open(Consultation s, Type step, ConsultationContext x)
    {
        var number = s.Duties.Count(d => d.Stem == DutyStems.Step) + 1;
        var (rule, clause) = Resting(s, step, x.Rules);
        var term = Terms.Open(
            number == 1 ? DutyStems.Step : $"{DutyStems.Step}-{number}", ConsultationWording.Of(step).Zh, Holder(s, step, x).Value, From(s, step, x), x.NextSequence, x.Rules.NextStep,
            ConsultationBasis.OfStep(rule, clause, x.Rules), x.Calendar, x.Hours, x.Rules.Days);
        return new(term, Hard: false, Step: step.Name);
    }

    /// <summary>The command that a step's duty asks for.</summary>
    internal static Type? CommandOf(Duty duty) => duty.Step is { } name ? ConsultationTransitions.Table.Find(m => m.Command.Name == name)?.Command : null;

    /// <summary>What a step does to the duties of steps: the one that it leaves is kept, the one that it leads to opened.</summary>
    internal static ImmutableList<Duty> Turned(Consultation? before, Consultation after, ConsultationContext x)
    {
        var open = after.OpenDuties.FindAll(d => d.Stem == DutyStems.Step);
        var awaited = Awaited(after, x.Rules);
        // A plan made again, one community's vote of several: the first is no new turn, the second is.
        if (awaited is not null && open is [{ Step: var step }] && step == awaited.Name && before is { } was && was.Stage == after.Stage && was.Votes.Count == after.Votes.Count)
            return [];
        // What was not owed yet is lifted, not kept: a plan made again takes its hour with it.
        var kept = open.ConvertAll(d => x.Now < d.Term.OpenedAt
            ? d with { Term = Terms.Lift(d.Term, x.Now, x.NextSequence, "未到期的步骤已提前办理或另行安排") }
            : ConsultationDuties.Done(d, x.Now));
        return awaited is null ? kept : kept.Add(Open(after, awaited, x));
    }

    private static OrganCode Holder(Consultation s, Type step, ConsultationContext x) => ConsultationOffices.Of(s, step, x.Now, x.Place) is [var first, ..] ? first.Organ : s.Lead;

    // A session is not owed before its planned hour, nor before the one to which it was adjourned, nor a villagers' meeting within its notice. Resolution 10.
    private static DateTimeOffset From(Consultation s, Type step, ConsultationContext x) => step.Name switch
    {
        nameof(StartSession) or nameof(ResumeSession) when s.Ahead is { } ahead && ahead.Start > x.Now => ahead.Start,
        nameof(HoldVote) when s.Vote?.Bodies.Contains(VoteBody.ResidentsMeeting) == true && s.Communities.Any(c => x.Communities.GetValueOrDefault(c) is { IsVillage: true })
            && LocalDay.Start(LocalDay.Of(s.Vote.Since).AddDays(x.Rules.VillagersMeetingNoticeDays)) is var notified && notified > x.Now => notified,
        _ => x.Now,
    };

    private static (string Rule, string Clause) Resting(Consultation s, Type step, ConsultationRules rules) => step.Name switch
    {
        nameof(StartSession) or nameof(ResumeSession) or nameof(EndSession) => ("C024", "二(四)"),
        nameof(PublishNotice) => ConsultationStageRefusals.Notice(s.Variant),
        nameof(StartImplementation) => ("C056", "二(五)"),
        nameof(RequireVote) when ConsultationVoting.Outstanding(s, rules) is { } owed => (owed.Rule, owed.Clause),
        nameof(HoldVote) when s.Vote is { Rule: ['C', ..] } vote => (vote.Rule, vote.Clause),
        _ => ConsultationActs.Basis(s, step),
    };
}
