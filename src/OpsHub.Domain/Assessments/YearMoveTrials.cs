using System.Collections.Immutable;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>Commands with good inputs, to ask the decisions whether a step would be taken (试办). None for the hub's own.</summary>
internal static class YearMoveTrials
{
    private const string Said = "-";

    internal static IEnumerable<AgencyYearCommand> Of(Type command, AgencyYear s, AgencyYearContext x) => command.Name switch
    {
        nameof(SetWeights) => Weights(s, YearWeighing.Targets(s, x)),
        nameof(ListDuties) => [new ListDuties([Said])],
        nameof(DraftPlan) => [new DraftPlan([new(1, Said, Said, new DateOnly(s.Year, 12, 31))])],
        nameof(NegotiatePlan) => [new NegotiatePlan()],
        nameof(DeterminePlan) => [new DeterminePlan(Said)],
        nameof(SubmitPlan) => [new SubmitPlan()],
        nameof(ConsentToPlan) => [new ConsentToPlan()],
        nameof(ObjectToPlan) => [new ObjectToPlan(Said)],
        nameof(SignLetter) => [new SignLetter()],
        nameof(ReportProgress) => [new ReportProgress(1, 0)],
        nameof(ConfirmTarget) => s.Targets.Take(1).Select(t => new ConfirmTarget(t.Id, !t.Done)),
        nameof(RecordKeyWork) => [new RecordKeyWork(Said, true)],
        nameof(AdjustComponent) => [new AdjustComponent(DutyComponent.KeyWork, 0, Said, Said)],
        nameof(WithdrawAdjustment) => Enum.GetValues<DutyComponent>().Select(c => new WithdrawAdjustment(c, Said)),
        nameof(SubmitDuty) => [new SubmitDuty(Said)],
        nameof(SubmitStatutory) => [new SubmitStatutory(0)],
        nameof(AggregateTownshipPart) => [new AggregateTownshipPart()],
        nameof(FinaliseScore) => [new FinaliseScore()],
        nameof(SetAgencyGrade) => [new SetAgencyGrade(AssessmentGrade.NotCompetent)],
        nameof(SetHeadGrade) => [new SetHeadGrade(AssessmentGrade.NotCompetent)],
        nameof(PublishResult) => [new PublishResult(Said)],
        nameof(ReviseResult) => [new ReviseResult(Said)],
        nameof(AppealAgainst) => Given(s).Select(Against),
        nameof(RecordHostResult) => [new RecordHostResult(AssessmentGrade.NotCompetent, s.Linked?.Host is { Coefficient: 0 } ? 1 : 0, Said)],
        nameof(RecordStaffResult) => [new RecordStaffResult(s.Linked?.Host?.Grade ?? AssessmentGrade.NotCompetent, BonusBase: s.Linked?.Staff is { BonusBase: 0 } ? 1 : 0, Reason: Said)],
        nameof(RecordDailyWork) => [new RecordDailyWork(1, s.Linked?.Daily is { Score: 0 } ? 1 : 0, Said)],
        nameof(AnswerAppeal) => s.Appeals.Where(a => a.AnsweredAt is null).Select(a => new AnswerAppeal(a.Id, false, Said)),
        _ => [],
    };

    // Those that stand, or where other townships are to be weighed, each alike.
    private static IEnumerable<AgencyYearCommand> Weights(AgencyYear s, ImmutableList<UnitCode> targets) =>
        targets.IsEmpty ? [] : [new SetWeights(s.Weights.Keys.ToHashSet().SetEquals(targets) ? s.Weights : YearWeighing.Even(targets, s.Host))];

    internal static AppealAgainst Against(AppealLine line) => new(line, Said, [Said]);

    /// <summary>Every line that stands, each township's L as a whole and by component.</summary>
    internal static IEnumerable<AppealLine> Given(AgencyYear s) => s.Counting
        .SelectMany(t => (IEnumerable<AppealLine>)
        [
            new AppealLine(AppealLine.Duty, t), .. Enum.GetValues<DutyComponent>().Select(c => new AppealLine(AppealLine.Duty, t, c)), new AppealLine(AppealLine.Satisfaction, t),
        ])
        .Concat([new AppealLine(AppealLine.Statutory), new AppealLine(AppealLine.Grade)])
        .Where(l => YearAppeals.Given(s, l) is not null);
}
