using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Assessments;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Surveys;

/// <summary>Decides every command to a survey (测评决策). Pure. A018, A024, A025.</summary>
public static class SurveyDecisions
{
    /// <summary>Decides a command: events, or a refusal with rule and clause.</summary>
    public static Decision<SurveyEvent> Decide(Survey? state, SurveyCommand command, SurveyContext x)
    {
        if (command is PlanSurvey plan)
            return SurveyPlanning.Plan(state, plan, x);
        if (state is not { } s)
            return new Refusal(RefusalCodes.NotFound, "A024", ClauseOf("A024"), null, "尚未安排这项测评", "This survey is not planned");
        return command switch
        {
            IssueTokens c => Issue(s, c, x),
            OpenSurvey => Hub(x) is { } forbidden ? forbidden
                : s.Stage == SurveyStage.Planned && x.Now >= s.OpensAt ? new SurveyOpened(x.Now) : Decision<SurveyEvent>.Nothing,
            ExtendSurvey c => SurveyPlanning.Extend(s, c, x),
            RemindTownship => Remind(s, x),
            CloseSurvey c => Close(s, c, x),
            RecordDelivery => Hub(x) is { } forbidden ? forbidden
                : s.Stage == SurveyStage.Closed && !s.Tallies.IsEmpty ? new SurveyDelivered(x.Now) : Decision<SurveyEvent>.Nothing,
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<SurveyEvent> Issue(Survey s, IssueTokens c, SurveyContext x)
    {
        if (Township(x, s.Township) is { } forbidden)
            return forbidden;
        if (c.Group is not { } group)
            return Input("group", "A024", "group 必填：社区工作人员、群众代表或服务对象", "group is required: community workers, representatives or service users");
        if (c.Count is < 1 or > SurveyRules.MostAtOnce)
            return Input("count", "A024", $"一次发放 1 至 {SurveyRules.MostAtOnce} 个测评码，实为 {c.Count}", $"1 to {SurveyRules.MostAtOnce} tokens at a time, got {c.Count}");
        if (s.StageAt(x.Now) is not (SurveyStage.Planned or SurveyStage.Open))
            return Over(s.StageAt(x.Now));
        return s.Issued.GetValueOrDefault(group) + c.Count > SurveyRules.MostOfGroup
            ? Input("count", "A024", $"每类主体最多 {SurveyRules.MostOfGroup} 个测评码", $"A group gets {SurveyRules.MostOfGroup} tokens at most")
            : new TokensIssued(x.Now, group, c.Count);
    }

    // Of several that passed at once only the last is told.
    private static Decision<SurveyEvent> Remind(Survey s, SurveyContext x)
    {
        if (Hub(x) is { } forbidden)
            return forbidden;
        var passed = SurveySchedule.Passed(s, x.Now, x.Rules);
        var missing = Enum.GetValues<RaterGroup>().Except(x.Enough).ToImmutableList();
        return s.StageAt(x.Now) == SurveyStage.Open && passed > s.Reminded && missing.Count > 0 ? new TownshipReminded(x.Now, passed, missing) : Decision<SurveyEvent>.Nothing;
    }

    private static Decision<SurveyEvent> Close(Survey s, CloseSurvey c, SurveyContext x)
    {
        var byHub = x.Actor.Role == Role.Scheduler;
        if (!byHub && Township(x, s.Township) is { } forbidden)
            return forbidden;
        if (s.IsClosed)
            return byHub ? Decision<SurveyEvent>.Nothing : Over(s.Stage);
        if (byHub && x.Now < s.ClosesAt)
            return Decision<SurveyEvent>.Nothing;
        if (!byHub && x.Now < s.OpensAt)
            return Guard("SURVEY_NOT_OPEN", "A024", "测评尚未开始，不能提前结束", "The survey has not begun, so it cannot end early");
        // Before its time the end is written first and the sums are read after it: whatever dies in between, the window says that it is over.
        if (x.Now < s.ClosesAt)
            return Text("reason", c.Reason, 500, "A024") is { } faulty ? faulty : new SurveyEndedEarly(x.Now, x.Now, c.Reason!);
        var least = Math.Max(s.Least, SurveyRules.LeastOf(x.Assessments));
        var kept = x.Tallies.FindAll(t => t.Ballots >= least).Sort((a, b) => a.Group.CompareTo(b.Group));
        return new SurveyClosed(x.Now, null, kept, [.. Enum.GetValues<RaterGroup>().Except(kept.Select(t => t.Group))]);
    }

    internal static Refusal? Township(SurveyContext x, UnitCode township) => SurveyAccess.Runs(x.Actor, township)
        ? null
        : NotAllowed("A024", "满意度测评由乡镇街道组织，被测评的派驻机构和其他单位不得参与", "The township runs its survey; the agency that is rated, and all others, have no hand in it");

    internal static Refusal Over(SurveyStage stage) => new(
        RefusalCodes.WrongState, "A024", ClauseOf("A024"), null, $"测评{SurveyWording.Of(stage)}，不能办理本步骤", $"The survey stands at {stage}: this step is not possible");

    private static Refusal? Hub(SurveyContext x) => x.Actor.Role == Role.Scheduler ? null : NotAllowed("A024", "只有系统可以办理", "Only the hub may do this");
}
