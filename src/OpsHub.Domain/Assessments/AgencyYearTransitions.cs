using System.Collections.Immutable;
using Stage = OpsHub.Domain.Assessments.AgencyYearStage;

namespace OpsHub.Domain.Assessments;

/// <summary>One permitted move of an agency's year (环节变更): a row of SM4.</summary>
/// <param name="Rule">Rule it rests on.</param>
/// <param name="Command">Command type.</param>
/// <param name="From">Stages from which it is permitted; empty for a new year.</param>
public sealed record AgencyYearMove(string Rule, Type Command, ImmutableList<AgencyYearStage> From);

/// <summary>Every permitted move of an agency's year, in one table. What is not here is refused.</summary>
public static class AgencyYearTransitions
{
    private static readonly ImmutableList<AgencyYearStage> Planning = [Stage.Opened, Stage.DutiesListed, Stage.PlanDrafted, Stage.PlanSubmitted, Stage.PlanConsented, Stage.PartiallySigned, Stage.LetterInForce];
    private static readonly ImmutableList<AgencyYearStage> Inputs = [Stage.Assessing, Stage.TownshipPartReady];
    private static readonly ImmutableList<AgencyYearStage> Results = [Stage.TownshipPartReady, Stage.Scored, Stage.AgencyGraded, Stage.HeadGraded];

    private static readonly ImmutableList<AgencyYearStage> Ended = [Stage.Assessing, .. Results, Stage.Shared];

    /// <summary>The table: SM4.</summary>
    public static readonly ImmutableList<AgencyYearMove> Table =
    [
        new("A037", typeof(OpenYear), []),
        // While it is being assessed only to leave out a township that serves no more; all else is refused by its stage.
        new("A026", typeof(SetWeights), [.. Planning, Stage.Assessing]),
        new("A037", typeof(ListDuties), [Stage.Opened, Stage.DutiesListed, Stage.PlanDrafted]),
        // Without a list of duties the plan is drafted and warned of (A037).
        new("A038", typeof(DraftPlan), [Stage.Opened, Stage.DutiesListed, Stage.PlanDrafted]),
        new("A038", typeof(NegotiatePlan), [Stage.PlanDrafted]),
        new("A038", typeof(DeterminePlan), [Stage.PlanDrafted]),
        new("A038", typeof(SubmitPlan), [Stage.PlanDrafted]),
        new("A039", typeof(ConsentToPlan), [Stage.PlanSubmitted]),
        new("A039", typeof(ObjectToPlan), [Stage.PlanSubmitted]),
        // Signing before the consent is a stage of its own refusal (A039), so it is asked in every stage of planning.
        new("A040", typeof(SignLetter), Planning),
        new("A020", typeof(ReportProgress), [Stage.LetterInForce]),
        new("A020", typeof(ConfirmTarget), [Stage.LetterInForce, Stage.Assessing]),
        new("A021", typeof(RecordKeyWork), [.. Planning, Stage.Assessing]),
        new("A022", typeof(RecordEvidence), [.. Planning, Stage.Assessing]),
        new("A017", typeof(OpenAssessment), Planning),
        new("A018", typeof(AdjustComponent), [Stage.LetterInForce, Stage.Assessing]),
        new("A018", typeof(WithdrawAdjustment), [Stage.LetterInForce, Stage.Assessing]),
        new("A018", typeof(SubmitDuty), [Stage.Assessing]),
        new("A024", typeof(SubmitSatisfaction), [Stage.Assessing]),
        new("A019", typeof(SubmitStatutory), Inputs),
        new("A027", typeof(AggregateTownshipPart), [Stage.Assessing]),
        new("A017", typeof(FinaliseScore), [Stage.TownshipPartReady]),
        new("A033", typeof(SetAgencyGrade), [Stage.Scored]),
        // A head's grade while the agency's is pending has its own refusal (A044).
        new("A035", typeof(SetHeadGrade), [Stage.TownshipPartReady, Stage.Scored, Stage.AgencyGraded, Stage.Shared]),
        new("A032", typeof(ShareResult), [Stage.AgencyGraded, Stage.HeadGraded, Stage.Shared]),
        new("R044", typeof(PublishResult), [Stage.Shared]),
        new("A028", typeof(ReviseResult), Results),
        // Before that no line is one of a score (A017), and the agency reads none: refused by a rule of its own.
        new("A028", typeof(AppealAgainst), [Stage.Scored, Stage.AgencyGraded, Stage.HeadGraded]),
        new("A028", typeof(AnswerAppeal), [Stage.Assessing, .. Results]),
        // The host township's own result comes after this one was fed into it (A032).
        new("A031", typeof(RecordHostResult), Ended),
        new("A029", typeof(RecordStaffResult), Ended),
        new("A034", typeof(RecordDailyWork), [Stage.LetterInForce, .. Ended]),
    ];

    private static readonly ImmutableDictionary<Type, AgencyYearMove> ByCommand = Table.ToImmutableDictionary(m => m.Command);

    /// <summary>The row of a command.</summary>
    public static AgencyYearMove Of(AgencyYearCommand command) => ByCommand[command.GetType()];

    /// <summary>Whether it is permitted in a stage; null stands for a year that is not open yet.</summary>
    public static bool Permits(AgencyYearStage? stage, AgencyYearCommand command) => stage is { } s ? Of(command).From.Contains(s) : Of(command).From.IsEmpty;
}
