using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationStage;

namespace OpsHub.Domain.Consultations;

/// <summary>What a decision has to have behind it (决策前置条件). A consultation's result is an important reference and a precondition. T088, C006.</summary>
/// <param name="Refusal">Why the decision may not be taken, or null.</param>
/// <param name="Warning">The soft rule that it does not keep, or null.</param>
public sealed record ConsultationPrecondition(Refusal? Refusal, ConsultationWarning? Warning)
{
    /// <summary>Judges a decision that party or government is about to take.</summary>
    /// <param name="matter">What is decided upon.</param>
    /// <param name="communities">How many communities it concerns.</param>
    /// <param name="consultation">The consultation on it, or null.</param>
    /// <param name="now">When the decision is to be taken.</param>
    /// <param name="rules">Rules that the consultation goes by, for the threshold of its vote; null for the defaults.</param>
    public static ConsultationPrecondition Of(MatterFacts matter, int communities, Consultation? consultation, DateTimeOffset now, ConsultationRules? rules = null)
    {
        if (IsFinished(consultation, rules ?? new()))
            return new(null, null);
        if (matter.SocialEffect || matter.PublicConcern || (matter.Important && communities >= 2))
        {
            return new(ConsultationRefusals.Guard("CONSULTATION_REQUIRED", "T088", "四(十一)", consultation is null ? "本事项须先组织协商，协商结果是决策的重要参考和前置条件" : $"协商 {consultation.Number} 尚无结果，不能决策",
                consultation is null ? "This matter is consulted first: the result is a precondition of the decision" : $"Consultation {consultation.Number} has no result yet", "consultation"), null);
        }

        return new(null, matter.Major || matter.Important ? new("C006", now, "重大事项未经协商") : null);
    }

    /// <summary>A result is there and stands: agreed with every vote that it takes, or voted down. None is one that was shelved, annulled or withdrawn, that waits for a vote, or whose lawfulness is under review.</summary>
    public static bool IsFinished(Consultation? s, ConsultationRules rules) => s is { ReviewOpen: false } && s.Stage switch
    {
        Concluded or VotePassed or Adopted or Implementing or Implemented or FedBack or Surveyed => ConsultationVoting.Outstanding(s, rules) is null,
        NotAdopted => ConsultationVoting.IsVotedDown(s),
        // An archive holds what came before it: carried out, or not adopted.
        Archived => s.Adoption is null ? ConsultationVoting.IsVotedDown(s) : ConsultationVoting.Outstanding(s, rules) is null,
        _ => false,
    };
}
