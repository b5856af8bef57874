using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Decides every command to an agency's year (年度考核决策). Pure: the same arguments give the same answer. SM4.</summary>
public static class AgencyYearDecisions
{
    /// <summary>Decides a command that is given as it happens. What time and calendar did by then stands in front of its events, so that no act closes a
    /// term of whose lateness somebody has yet to hear.</summary>
    /// <inheritdoc cref="Decide" path="/param" />
    public static Decision<AgencyYearEvent> DecideNow(AgencyYear? state, AgencyYearCommand command, AgencyYearContext context)
    {
        ImmutableList<AgencyYearEvent> before = state is null ? [] : AgencyYearReprojection.Overtaken(state, context.Now, context.Calendar, context.NextSequence);
        if (before.IsEmpty)
            return Decide(state, command, context);
        var decision = Decide(before.Aggregate(state, AgencyYearFold.Apply), command, context with { NextSequence = context.NextSequence + before.Count });
        return decision.Events.IsEmpty ? decision : before.AddRange(decision.Events);
    }

    /// <summary>The refusal of a command that opens another year than the one it was given to.</summary>
    public static Decision<AgencyYearEvent> OtherYear(OpenYear named) => Input(
        "agency", "A037", $"指令写的是 {named.Agency} 的 {named.Year} 年度，却发给了另一年度", $"The command names {named.Agency} and {named.Year} but was given to another year");

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
            return YearInputs.Late(state, command) ?? YearAppeals.Early(state, command) ?? WrongStage(state.Stage, move.Rule);
        if (context.Now < state.ChangedAt)
        {
            return Input("occurredAt", "G019", $"发生时间早于上一步（{LocalDay.Text(state.ChangedAt)}）", $"occurredAt lies before the last step ({LocalDay.Text(state.ChangedAt)})");
        }

        return command switch
        {
            SetWeights c => YearWeighing.Weigh(state, c, context),
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
            WithdrawAdjustment c => YearInputs.Withdraw(state, c, context),
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
            RecordHostResult c => LinkedResults.Host(state, c, context),
            RecordStaffResult c => LinkedResults.Staff(state, c, context),
            RecordDailyWork c => LinkedResults.Daily(state, c, context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }
}
