using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Correction of an unlawful result, the review that a dissent opens, withdrawal. SM2 rows X and Y, C054, C074.</summary>
internal static class ConsultationCorrecting
{
    internal static Decision<ConsultationEvent> Correct(Consultation s, CorrectResult c, ConsultationContext x)
    {
        if ((c.Annul ? BarsAnnulment(s) : null) is { } barred)
            return barred;
        if (Text("ground", c.Ground, 1000, "C054", "二(五)") is { } bad)
            return bad;
        // The result is void, so nobody carries it out, reports or files it; what the sessions left to announce and to explain is owed still.
        var duties = ConsultationAfter.Settled(s, x, "结果已纠正", d => !IsOwedToPeople(d))
            .Add(ConsultationDuties.Open(s, DutyStems.Announce, x, announces: AnnouncementKind.Correction) with { Correction = s.Corrections.Count + 1 });
        if (!c.Annul && ConsultationDuties.OwesPlan(s))
            duties = duties.Add(ConsultationDuties.Open(s, DutyStems.Plan, x));
        return new ResultCorrected(x.Now, new(x.Now, c.Ground, c.Annul, x.Actor.Organ), c.Annul ? s.Round : s.Round + 1, duties)
        {
            Delegated = c.Annul && s.Delegated is { Stage: not DelegatedStage.None } track ? track with { Stage = DelegatedStage.Void } : null,
            ReportedTo = s.Delegated is { ReportedAt: not null } given ? given.Organ : null,
        };
    }

    // Where nobody agreed and no vote passed there is no result: to annul it would only spare the round or the vote that is owed. C043, C049.
    private static Refusal? BarsAnnulment(Consultation s)
    {
        if (s.LastSession is not { Outcome: not SessionOutcome.Consensus, EndedAt: { } ended } || s.Votes.Exists(v => v.Passed && v.At >= ended))
            return null;
        var (rule, clause) = s.Variant switch
        {
            ConsultationVariant.Community => ("C043", "二(四)2"),
            ConsultationVariant.CrossCommunity => ("C049", "二(四)3"),
            _ => ("C054", "二(五)"),
        };
        return Guard("NO_RESULT", rule, clause, "没有达成一致，也没有表决通过，没有可以撤销的结果；可以重新协商",
            "There was neither agreement nor a vote that passed, so there is no result to annul; it can be opened again", "annul");
    }

    internal static Decision<ConsultationEvent> Dismiss(Consultation s, DismissReview c, ConsultationContext x) =>
        Text("reason", c.Reason, 500, "C074", "一(二)") is { } bad ? bad : new ReviewDismissed(x.Now, c.Reason);

    // Once a session was held, residents wait for its outcome: another round or a vote, not a withdrawal. C043.
    internal static Refusal? BarsWithdrawal(Consultation s) => s.Sessions.IsEmpty
        ? null
        : Guard("SESSION_HELD", "SM2.Y", "二(四)", "已召开过协商会议，不能撤回", "A session has been held, so it can no longer be withdrawn");

    internal static Decision<ConsultationEvent> Withdraw(Consultation s, WithdrawConsultation c, ConsultationContext x) => Text("reason", c.Reason, 500, "SM2.Y", "二(四)") is { } bad
        ? bad
        : new ConsultationWithdrawn(x.Now, c.Reason, ConsultationAfter.Settled(s, x, "协商已撤回", _ => true));

    private static bool IsOwedToPeople(Duty duty) => duty.Stem is DutyStems.Announce or DutyStems.Explain;
}
