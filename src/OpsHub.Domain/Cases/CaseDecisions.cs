using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;

namespace OpsHub.Domain.Cases;

/// <summary>Decides every command to a case (案件决策). Pure: the same arguments give the same answer.</summary>
public static class CaseDecisions
{
    /// <summary>Decides a command that is given as it happens. What time and calendar did by then stands in front of its events, so that no step goes by a due
    /// of a former calendar, nor ends a term of which somebody has yet to hear; a command that is entered afterwards was given before.</summary>
    /// <inheritdoc cref="Decide" path="/param" />
    public static Decision<CaseEvent> DecideNow(Case? state, CaseCommand command, CaseContext context)
    {
        ImmutableList<CaseEvent> before = state is null ? [] : CaseReprojection.Overtaken(state, context.Now, context.Rules, context.NextSequence, context.InForce, context.NameOf);
        return DecideAfter(before, state, command, context);
    }

    /// <summary>Decides a command that is entered afterwards. A suspension whose limit lay before it had ended by then; rungs wait until entering is over.</summary>
    /// <inheritdoc cref="Decide" path="/param" />
    public static Decision<CaseEvent> DecideThen(Case? state, CaseCommand command, CaseContext context)
    {
        ImmutableList<CaseEvent> before = state is not null && CaseReprojection.Ended(state, context.Now, context.NextSequence, context.Rules) is { } resumed ? [resumed] : [];
        return DecideAfter(before, state, command, context);
    }

    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="state">The case, or null before its report.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which rules.</param>
    public static Decision<CaseEvent> Decide(Case? state, CaseCommand command, CaseContext context)
    {
        if (command is ContactCommand contact)
            return CaseContacts.Decide(state, contact, context);
        var move = CaseTransitions.Of(command);
        if (!CaseTransitions.Permits(state?.Stage, command))
            return CaseRefusals.WrongStage(state?.Stage, move);
        if (state is not null && context.Now < state.ChangedAt)
        {
            return CaseRefusals.Input("occurredAt", "G019", "三(四)",
                $"发生时间早于上一步（{LocalDay.Text(state.ChangedAt)}）", $"occurredAt lies before the last step ({LocalDay.Text(state.ChangedAt)})");
        }

        return command switch
        {
            ReportCase c => CaseIntake.Report(c, context),
            AcceptCase => CaseIntake.Accept(state!, context),
            DeclineCase c => CaseIntake.Decline(state!, c, context),
            TriageCase c => CaseIntake.Triage(state!, c, context),
            RelocateCase c => CasePlacing.Relocate(state!, c, context),
            DispatchCase c => CaseDispatching.Dispatch(state!, c, context),
            AcceptDispatch => CaseDispatching.Accept(state!, context),
            ReturnCase c => CaseDispatching.Return(state!, c, context),
            RedispatchCase c => CaseDispatching.Redispatch(state!, c, context),
            FeedBackCase c => CaseHandling.FeedBack(state!, c, context),
            VerifyCase c => CaseHandling.Verify(state!, c, context),
            FailVerification c => CaseHandling.Fail(state!, c, context),
            CloseCase => CaseHandling.Close(state!, context),
            RequestExtension c => CaseExtending.Request(state!, c, context),
            GrantExtension c => CaseExtending.Grant(state!, c, context),
            RefuseExtension c => CaseExtending.Refuse(state!, c, context),
            SuspendCase c => CaseExtending.Suspend(state!, c, context),
            ResumeCase c => CaseExtending.Resume(state!, c, context),
            TransferToCoordination c => CaseCoordinating.Transfer(state!, c, context),
            RecordMeeting c => CaseCoordinating.Record(state!, c, context),
            AssignParts c => CaseCoordinating.Assign(state!, c, context),
            FeedBackPart c => CaseCoordinating.FeedBackPart(state!, c, context),
            UrgeCase c => CaseUrging.Urge(state!, c, context),
            AnswerUrge c => CaseUrging.Answer(state!, c, context),
            EscalateCase c => CaseUrging.Escalate(state!, c, context),
            MergeCase c => CaseEnding.Merge(state!, c, context),
            JoinCase c => CaseEnding.Join(state!, c, context),
            EvaluateCase c => CaseEnding.Evaluate(state!, c, context),
            ReopenCase c => CaseEnding.Reopen(state!, c, context),
            WithdrawCase c => CaseEnding.Withdraw(state!, c, context),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    // What happened before stands in front of the command's events, unless it is refused.
    private static Decision<CaseEvent> DecideAfter(ImmutableList<CaseEvent> before, Case? state, CaseCommand command, CaseContext context)
    {
        var decision = before.IsEmpty ? Decide(state, command, context) : Decide(before.Aggregate(state, Case.Apply), command, context with { NextSequence = context.NextSequence + before.Count });
        return decision.Events.IsEmpty || (before.IsEmpty && state?.Stage.IsOpen() != false) ? decision : Following(state!, before.AddRange(decision.Events), context);
    }

    // What was over followed nobody: once it is open again it does, at once. G011.
    private static ImmutableList<CaseEvent> Following(Case state, ImmutableList<CaseEvent> events, CaseContext context) =>
        !state.Stage.IsOpen() && context.InForce is { } found && CaseFollowing.Of(events.Aggregate(state, Case.Apply), context.Now, found, context.NameOf) is { } follows ? events.Add(follows) : events;
}
