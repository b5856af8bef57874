using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Steps simplified by a vote of residents (简化步骤). C025, resolution 13: which steps it drops stands with it, and those are passed over.</summary>
internal static class ConsultationSimplifying
{
    /// <summary>Steps that residents may drop.</summary>
    internal static readonly ImmutableList<ConsultationStepKind> MayDrop =
        [ConsultationStepKind.WorkMeeting, ConsultationStepKind.Plan, ConsultationStepKind.Notice, ConsultationStepKind.Participants];

    /// <summary>Those of them that a variant has.</summary>
    internal static ImmutableList<ConsultationStepKind> Droppable(ConsultationVariant variant) =>
        variant == ConsultationVariant.Community ? MayDrop : MayDrop.Remove(ConsultationStepKind.WorkMeeting);

    internal static Decision<ConsultationEvent> Simplify(Consultation s, SimplifySteps c, ConsultationContext x)
    {
        if (Text("voteRecord", c.VoteRecord, 200, "C025", "二(四)") is { } faulty)
            return faulty;
        ImmutableList<ConsultationStepKind> dropped = c.Dropped is { IsEmpty: false } named ? [.. named.Distinct().Order()]
            : s.Variant == ConsultationVariant.Community ? [ConsultationStepKind.WorkMeeting] : [];
        if (dropped.FindAll(step => !MayDrop.Contains(step)) is [var kept, ..])
            return Never(s, kept);
        if (dropped.Contains(ConsultationStepKind.WorkMeeting) && !Droppable(s.Variant).Contains(ConsultationStepKind.WorkMeeting))
            return Input("dropped", "C033", "二(四)2", "本类协商没有工作例会这一步", "This way of consulting has no work meeting");
        return new StepsSimplified(
            x.Now, c.VoteRecord.Trim(), ConsultationAfter.Settled(s, x, $"居民表决简化步骤（{c.VoteRecord.Trim()}）", d => StepOf(d) is { } step && dropped.Contains(step)), dropped.IsEmpty ? null : dropped);
    }

    private static ConsultationStepKind? StepOf(Duty duty) => duty.Stem switch
    {
        DutyStems.WorkMeeting => ConsultationStepKind.WorkMeeting,
        DutyStems.Plan => ConsultationStepKind.Plan,
        _ => null,
    };

    private static Refusal Never(Consultation s, ConsultationStepKind step)
    {
        var (rule, clause) = step switch
        {
            ConsultationStepKind.Opinions => ("C032", "二(四)2"),
            ConsultationStepKind.Topic => ("C034", "二(四)2"),
            ConsultationStepKind.Session => ("C039", "二(四)2"),
            ConsultationStepKind.Announcement => s.Variant == ConsultationVariant.Community ? ("C040", "二(四)2") : ("C069", "二(四)"),
            _ => ("C024", "二(四)"), // a number that is no step
        };
        return Guard("STEP_NEVER_DROPPED", rule, clause, Enum.IsDefined(step) ? $"“{ConsultationWording.Of(step).Zh}”不能省去，居民表决也不能简化这一步" : "没有这一步骤",
            Enum.IsDefined(step) ? $"No vote drops this step: {ConsultationWording.Of(step).En}" : "There is no such step", "dropped");
    }
}
