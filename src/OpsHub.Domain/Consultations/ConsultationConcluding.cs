using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>What a session's outcome leads to: conclusion, another round, shelving, an end after a failed vote. SM2 rows 12-14a and 17.</summary>
internal static class ConsultationConcluding
{
    internal static Refusal? BarsConclusion(Consultation s) => s.LastSession?.Outcome == SessionOutcome.Consensus
        ? ReviewOpen(s)
        : Guard("NO_CONSENSUS", "SM2.12", "二(四)", "本轮未达成一致，不能形成协商意见", "This round ended without agreement, so there is nothing to conclude");

    internal static Refusal? BarsFurther(Consultation s) => s.LastSession?.Outcome == SessionOutcome.Consensus
        ? Guard("CONSENSUS_REACHED", "C042", "二(四)2", "本轮已达成一致，应先形成协商意见", "This round ended in agreement: conclude it first")
        : null;

    internal static Refusal? BarsShelving(Consultation s) => BarsFurther(s) ?? (s.Round >= 2 && s.Variant is ConsultationVariant.Community or ConsultationVariant.CrossCommunity
        ? s.Variant == ConsultationVariant.Community
            ? Guard("VOTE_REQUIRED", "C043", "二(四)2", "再次协商仍不能达成一致的，应当提交居（村）民会议或代表会议表决，不能搁置",
                "After a second round without agreement it must be put to the residents' or representatives' meeting; it can't be shelved")
            : Guard("VOTE_REQUIRED", "C049", "二(四)3", "再次协商仍不能达成一致的，应当召开多元主体参加的会议表决，不能搁置",
                "After a second round without agreement it must be put to a meeting of plural bodies; it can't be shelved")
        : null);

    /// <summary>A dissent that alleges harm is reviewed before its result takes effect. C054, C074.</summary>
    internal static Refusal? ReviewOpen(Consultation s) => s.ReviewOpen
        ? Guard("REVIEW_OPEN", "C074", "一(二)", "有不同意见认为结果损害权益，合法性复核尚未结束", "A dissent alleges that rights are harmed, and its review is not over")
        : null;

    internal static Decision<ConsultationEvent> Conclude(Consultation s, ConsultationContext x)
    {
        // Where a vote is still owed, the result to report is the vote's.
        var (duties, track) = ConsultationVoting.Outstanding(s, x.Rules) is null ? ConsultationDelegated.ResultThere(s, x) : ([], null);
        return new ConsultationConcluded(x.Now, duties, track);
    }

    internal static Decision<ConsultationEvent> Again(Consultation s, OpenAnotherRound c, ConsultationContext x)
    {
        var needsReason = s.Round + 1 > x.Rules.MaxRounds;
        if (needsReason && string.IsNullOrWhiteSpace(c.Reason))
            return Input("reason", "C042", "二(四)2", $"第 {s.Round + 1} 轮须说明理由（MaxConsultationRounds，本系统默认值）", $"Round {s.Round + 1} takes a reason (MaxConsultationRounds, assumed)");
        if (Text("reason", c.Reason, 500, "C042", "二(四)2", required: needsReason) is { } bad)
            return bad;
        return new RoundOpened(x.Now, s.Round + 1, c.Reason, ConsultationDuties.OwesPlan(s) ? [ConsultationDuties.Open(s, DutyStems.Plan, x)] : []);
    }

    internal static Decision<ConsultationEvent> Shelve(Consultation s, Shelve c, ConsultationContext x)
    {
        if (Text("reason", c.Reason, 500, "C042", "二(四)2") is { } bad)
            return bad;
        var (duties, track) = NotAdopted(s, x);
        return new ConsultationShelved(x.Now, c.Reason, duties, track);
    }

    internal static Decision<ConsultationEvent> CloseFailed(Consultation s, ConsultationContext x)
    {
        var (duties, track) = NotAdopted(s, x);
        return new FailedClosed(x.Now, duties, track);
    }

    // It is archived too, and goes up where it was entrusted. SM2 rows 17 and Z.
    private static (ImmutableList<Duty> Duties, DelegatedReport? Track) NotAdopted(Consultation s, ConsultationContext x)
    {
        var (duties, track) = ConsultationDelegated.ResultThere(s, x, another: true);
        return (duties.Add(ConsultationDuties.Open(s, DutyStems.Archive, x)), track);
    }
}
