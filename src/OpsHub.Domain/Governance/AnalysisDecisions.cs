using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Governance.GovernanceRefusals;

namespace OpsHub.Domain.Governance;

/// <summary>Decides commands to analysis reports (分析研判规则). T023. Pure.</summary>
public static class AnalysisDecisions
{
    private static readonly Decision<AnalysisEvent> Nothing = Decision<AnalysisEvent>.Nothing;

    /// <summary>Decides a command.</summary>
    /// <param name="report">The report; null before it is drafted.</param>
    /// <param name="from">First day of its cycle.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">Who, when, and whose.</param>
    public static Decision<AnalysisEvent> Decide(AnalysisReport? report, DateOnly from, AnalysisCommand command, GovernanceFacts facts) => (report, command) switch
    {
        (_, DraftReport) when facts.Actor.Role != Role.Scheduler => NotAllowed("T023", "报告由系统按周期起草", "The hub itself drafts the report of a cycle"),
        (null, DraftReport c) => c.Until <= from || c.Until > facts.Today ? Input("until", "T023", "周期尚未结束", "The cycle is not over")
            : new ReportDrafted(facts.Now, facts.Unit, from, c.Until, c.Counts, c.Counts.Draft(from, c.Until)),
        ({ }, DraftReport) => Nothing,
        _ when GovernanceAccess.Analyses(facts.Actor, facts.Unit) is { } forbidden => forbidden,
        (null, _) => NotFound("reportId", "T023", "没有这份报告", "There is no such report"),
        ({ Stage: AnalysisStage.Adopted }, EditReport) => new Refusal(RefusalCodes.WrongState, "T023", ClauseOf("T023"), "reportId", "报告已采用，不再修改", "The report is adopted and stays as it is"),
        ({ } r, EditReport c) => Text("text", c.Text, 8000, "T023") is { } bad ? bad : c.Text.Trim() == r.Text ? Nothing : new ReportEdited(facts.Now, c.Text.Trim()),
        ({ Stage: AnalysisStage.Adopted }, AdoptReport) => Nothing,
        ({ }, AdoptReport) => new ReportAdopted(facts.Now),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };
}
