using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>The one check of what may be put on a township or a community (职责准入): only what the county has approved. T014, R034, R036, W013.</summary>
public static class Admission
{
    /// <summary>Why a task of a department may not be put on a unit; null when it may.</summary>
    /// <param name="s">The county's record.</param>
    /// <param name="unit">Township or community.</param>
    /// <param name="department">Who gives the task.</param>
    /// <param name="reference">Approval number; for a community also the code of an admitted item.</param>
    /// <param name="nameOf">What a unit is called.</param>
    public static Refusal? Fault(CountyMandates s, UnitCode unit, OrganCode department, string? reference, Func<OrganCode, string> nameOf)
    {
        var (rule, number) = (unit.Level == UnitLevel.Community ? "R036" : "T014", reference?.Trim());
        if (string.IsNullOrEmpty(number))
        {
            return unit.Level == UnitLevel.Community
                ? Refused("社区工作实行准入制：清单之外的事项须经县市区审核批准", "Only admitted items are put on a community: beyond the list it takes the county's approval")
                : Refused("不得随意将工作任务转嫁给乡镇政府：下派任务须有县市区批准文号", "Tasks are not shifted to townships: one takes the county's approval");
        }

        if (unit.Level == UnitLevel.Community && s.Items.Exists(i => i.Code == number && i.EndedAt is null))
            return null;
        // Another department's approval is none of this one's business: it is answered like one that there isn't.
        return s.Duties.Find(d => d.Approval == number && d.Department == department) is not { } duty
                ? Refused($"没有本部门的批准文号或准入事项 {number}", $"There is no approval of this department, and no admitted item, {number}")
            : duty.Stage != DutyStage.InForce ? Refused($"批准文号 {number} 的职责未生效或已终止", $"The duty approved as {number} is not in force")
            : !duty.Covers(unit) ? Refused($"批准文号 {number} 不包括{nameOf(OrganCode.Of(unit))}", $"The approval {number} does not cover {nameOf(OrganCode.Of(unit))}")
            : null;

        Refusal Refused(string zh, string en) => Guard("NOT_ADMITTED", rule, zh, en, "reference");
    }
}
