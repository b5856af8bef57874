using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Decides every command to an agency's year (年度考核决策). Pure: the same arguments give the same answer. SM4.</summary>
public static class AgencyYearDecisions
{
    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The year, or null before it is opened.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which rules.</param>
    public static Decision<AgencyYearEvent> Decide(AgencyYear? state, AgencyYearCommand command, AgencyYearContext context)
    {
        var move = AgencyYearTransitions.Of(command);
        if (command is OpenYear open)
            return state is null ? YearPlanning.Open(open, context) : Decision<AgencyYearEvent>.Nothing; // once per agency and year
        if (state is null)
            return new Refusal(RefusalCodes.NotFound, move.Rule, ClauseOf(move.Rule), null, "年度尚未开启", "The year is not open");
        if (!AgencyYearTransitions.Permits(state.Stage, command))
            return YearInputs.Late(state, command) ?? WrongStage(state.Stage, move.Rule);
        return command switch
        {
            SetWeights c => YearPlanning.Weigh(state, c, context),
            ListDuties c => YearPlanning.List(state, c, context),
            DraftPlan c => YearPlanning.Draft(state, c, context),
            NegotiatePlan => YearPlanning.Negotiate(state, context),
            DeterminePlan c => YearPlanning.Determine(state, c, context),
            SubmitPlan => YearPlanning.Submit(state, context),
            ConsentToPlan => YearPlanning.Consent(state, context),
            ObjectToPlan c => YearPlanning.Object(state, c, context),
            SignLetter => YearPlanning.Sign(state, context),
            ReportProgress c => YearEvidence.Report(state, c, context),
            ConfirmTarget c => YearEvidence.Confirm(state, c, context),
            RecordKeyWork c => YearEvidence.Record(state, c, context),
            RecordEvidence c => YearEvidence.Total(state, c, context),
            OpenAssessment => YearInputs.Open(state, context),
            AdjustComponent c => YearInputs.Adjust(state, c, context),
            SubmitDuty c => YearInputs.Duty(state, c, context),
            SubmitSatisfaction c => YearInputs.Rate(state, c, context),
            SubmitStatutory c => YearInputs.Statutory(state, c, context),
            AggregateTownshipPart => YearInputs.Aggregate(state, context),
            FinaliseScore => YearResults.Finalise(state, context),
            SetAgencyGrade c => YearResults.Grade(state, c, context),
            SetHeadGrade c => YearResults.GradeHead(state, c, context),
            ShareResult c => YearResults.Share(state, c, context),
            PublishResult c => YearResults.Publish(state, c, context),
            ReviseResult c => YearResults.Revise(state, c, context),
            AppealAgainst c => YearAppeals.File(state, c, context),
            AnswerAppeal c => YearAppeals.Answer(state, c, context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }
}
