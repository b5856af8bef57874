using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>How much one organ may leave open (未办结事项上限): a county's record is one document, which no organ fills alone.</summary>
public static class MandateBounds
{
    /// <summary>Open matters of one kind that an organ may have begun.</summary>
    public const int MostOpen = 50;

    /// <summary>Why the organ may not begin another matter of this kind; null when it may, and for all other commands.</summary>
    internal static Refusal? Full(CountyMandates s, MandateCommand command, OrganCode organ) => command switch
    {
        OpenAreaPlan => Over("T012", s.Plans.Count(p => p.By == organ && p.ClosedAt is null), "规划", "plans"),
        MakeSuggestion => Over("T013", s.Suggestions.Count(g => OrganCode.Of(g.Township) == organ && g.RepliedAt is null), "建议", "suggestions"),
        ProposeDuty => Over("R034", s.Duties.Count(d => d.Department == organ && d.Stage == DutyStage.Proposed), "新增职责", "proposed duties"),
        AssignTask => Over("T014", s.Tasks.Count(t => t.Department == organ && t.IsOpen), "下派任务", "tasks"),
        _ => null,
    };

    private static Refusal? Over(string rule, int open, string zh, string en) => open < MostOpen ? null
        : Guard("TOO_MANY_OPEN", rule, $"本单位未办结的{zh}已有 {open} 项，每类最多 {MostOpen} 项，请先办结或撤回", $"This organ has {open} open {en}, and {MostOpen} is the most; end some first");
}
