using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>Decides every command about townships' rights and duties (乡镇权责决策). Pure: the same arguments give the same answer. T012-T014, T016, T108-T110, R033-R036, R038.</summary>
public static class MandateDecisions
{
    /// <summary>Decides a command as it comes: the county's record is opened in the same step where there is none yet, and rungs that have passed are fired first.</summary>
    public static Decision<MandateEvent> DecideNow(CountyMandates? state, MandateCommand command, MandateContext context)
    {
        ImmutableList<MandateEvent> before = state is null
            ? [new MandatesOpened(context.Now, context.County)]
            : MandateTerms.Overtaken(state, context.Now, context.Calendar, context.Rules, context.NextSequence);
        var decided = Decide(before.Aggregate(state, MandateFold.Apply)!, command, context with { NextSequence = context.NextSequence + before.Count });
        return before.IsEmpty || decided.IsRefused || decided.Events.IsEmpty ? decided : before.AddRange(decided.Events);
    }

    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    /// <param name="s">The county's record.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who, when, by which parameters.</param>
    public static Decision<MandateEvent> Decide(CountyMandates s, MandateCommand command, MandateContext context) => command switch
    {
        OpenAreaPlan or MakeSuggestion or ProposeDuty or AssignTask when MandateBounds.Full(s, command, context.Actor.Organ) is { } full => full,
        OpenAreaPlan c => PlanDecisions.Open(c, context),
        GiveAreaOpinion c => PlanDecisions.Say(s, c, context),
        CloseAreaPlan c => PlanDecisions.Close(s, c, context),
        MakeSuggestion c => SuggestionDecisions.Make(c, context),
        AnswerSuggestion c => SuggestionDecisions.Reply(s, c, context),
        ProposeDuty c => DutyDecisions.Propose(c, context),
        ApproveDuty c => DutyDecisions.Approve(s, c, context),
        RefuseDuty c => DutyDecisions.Refuse(s, c, context),
        ActivateDuty c => DutyDecisions.Activate(s, c, context),
        EndDuty c => DutyDecisions.End(s, c, context),
        AssignTask c => TaskDecisions.Assign(s, c, context),
        FinishTask c => TaskDecisions.Finish(s, c, context),
        WithdrawTask c => TaskDecisions.Take(s, c, context),
        AdmitItem c => TaskDecisions.Admit(s, c, context),
        WithdrawItem c => TaskDecisions.Withdraw(s, c, context),
        CreateActivity c => TaskDecisions.Create(c, context),
        RecordTownshipResult c => ResultDecisions.Record(s, c, context),
        TakeMeasure c => ResultDecisions.Take(s, c, context),
        ConfirmRectified c => ResultDecisions.Confirm(s, c, context),
        RemindOfScheme c => ResultDecisions.Remind(s, c, context),
        NoteScheme c => ResultDecisions.Note(s, c, context),
        OpenAssessments c => AssessmentDecisions.Open(s, c, context),
        RecordAssessment c => AssessmentDecisions.Record(s, c, context),
        ExcludeFromAssessment c => AssessmentDecisions.Exclude(s, c, context),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    internal static Refusal? Department(MandateContext x, string rule) => MandateAccess.IsDepartment(x.Actor, x.County) ? null : Only(rule, "县级职能部门", "a department of the county");

    internal static Refusal? County(MandateContext x, string rule) => MandateAccess.IsCounty(x.Actor, x.County) ? null : Only(rule, "县市区党委、政府", "the county's party committee and government");

    internal static Refusal? DepartmentOrCounty(MandateContext x, string rule) =>
        MandateAccess.IsDepartment(x.Actor, x.County) || MandateAccess.IsCounty(x.Actor, x.County) ? null : Only(rule, "县市区党委、政府或职能部门", "the county or one of its departments");

    internal static Refusal? Township(MandateContext x, string rule) =>
        x.Actor.Role == Role.TownshipGovernment && x.IsWithin(x.Actor.Organ.Unit, x.County) ? null : Only(rule, "乡镇街道", "a township");
}
