using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>What is put on townships and communities: tasks, admitted items, award activities. T014, T110, R036, W013.</summary>
internal static class TaskDecisions
{
    internal static Decision<MandateEvent> Assign(CountyMandates s, AssignTask c, MandateContext x)
    {
        if ((MandateDecisions.Department(x, "T014") ?? Place(c.Unit, x) ?? Text("title", c.Title, 100, "T014") ?? Text("content", c.Content, 1000, "T014")
            ?? Text("reference", c.Reference, 100, "T014", required: false) ?? Day("until", c.Until, "T014", x) ?? Admission.Fault(s, c.Unit, x.Actor.Organ, c.Reference, x.NameOf)) is { } refusal)
            return refusal;
        var task = new AssignedTask(x.NextSequence, x.Actor.Organ, c.Unit, c.Title, c.Content, c.Reference!.Trim(), c.Until, x.Now);
        return new TaskAssigned(x.Now, task, [x.OpenUntil($"task-{task.Id}", "办理下派任务", OrganCode.Of(c.Unit), c.Until, "T014")]);
    }

    internal static Decision<MandateEvent> Finish(CountyMandates s, FinishTask c, MandateContext x)
    {
        var task = s.Tasks.Find(t => t.Id == c.Task);
        return task is null || !MandateAccess.Reads(x.Actor, x.County, task, x.IsWithin) ? None("task", "T014", c.Task)
            : !MandateAccess.IsUnit(x.Actor, task.Unit) ? Only("T014", "承办任务的单位", "the unit that has the task")
            : (Over(task) ?? Text("report", c.Report, 1000, "T014")) is { } refusal ? refusal
            : new TaskFinished(x.Now, task.Id, c.Report, x.IsLate(s, $"task-{task.Id}"), x.Done(s, $"task-{task.Id}"));
    }

    internal static Decision<MandateEvent> Take(CountyMandates s, WithdrawTask c, MandateContext x)
    {
        var task = s.Tasks.Find(t => t.Id == c.Task);
        return task is null || !MandateAccess.Reads(x.Actor, x.County, task, x.IsWithin) ? None("task", "T014", c.Task)
            : !MandateAccess.IsCounty(x.Actor, x.County) && !(MandateAccess.IsDepartment(x.Actor, x.County) && x.Actor.Organ == task.Department)
                ? Only("T014", "下派任务的职能部门或县市区党委、政府", "the department that gave the task, or the county's party committee and government")
            : (Over(task) ?? Text("reason", c.Reason, 500, "T014")) is { } refusal ? refusal
            : new TaskWithdrawn(x.Now, task.Id, c.Reason, x.Lifted(s, "任务已撤回", t => t.Id == $"task-{task.Id}"));
    }

    internal static Decision<MandateEvent> Admit(CountyMandates s, AdmitItem c, MandateContext x)
    {
        if ((MandateDecisions.County(x, "R036") ?? Text("code", c.Code, 40, "R036") ?? Text("title", c.Title, 100, "R036") ?? Text("basis", c.Basis, 200, "W013")) is { } refusal)
            return refusal;
        var code = c.Code.Trim();
        return s.Items.Exists(i => i.Code == code && i.EndedAt is null) ? WrongStage("R036", $"事项 {code} 已准入", $"The item {code} is admitted")
            : s.Duties.Exists(d => d.Approval == code) ? Input("code", "R036", $"{code} 已用作批准文号", $"{code} is used as an approval number")
            : new ItemAdmitted(x.Now, new(code, c.Title, c.Basis, x.Now));
    }

    internal static Decision<MandateEvent> Withdraw(CountyMandates s, WithdrawItem c, MandateContext x) =>
        (MandateDecisions.County(x, "R036") ?? Text("reason", c.Reason, 500, "W013")) is { } refusal ? refusal
        : s.Items.Find(i => i.Code == c.Code && i.EndedAt is null) is not { } item ? Input("code", "R036", $"没有准入事项 {c.Code}", $"There is no admitted item {c.Code}")
        : new ItemWithdrawn(x.Now, item.Code, c.Reason);

    internal static Decision<MandateEvent> Create(CreateActivity c, MandateContext x)
    {
        if ((MandateDecisions.DepartmentOrCounty(x, "T110") ?? Text("title", c.Title, 100, "T110") ?? Townships(c.Townships, "T110", x) ?? Text("approval", c.Approval, 100, "T110", required: false)) is { } refusal)
            return refusal;
        return string.IsNullOrWhiteSpace(c.Approval)
            ? Guard("AWARD_NOT_APPROVED", "T110", "针对乡镇的评比表彰、示范创建活动须经批准：缺批准文号", "An award activity aimed at townships takes an approval: its reference is missing", "approval")
            : new ActivityCreated(x.Now, new(x.NextSequence, x.Actor.Organ, c.Title, c.Townships, c.Approval.Trim(), x.Now));
    }

    private static Refusal? Over(AssignedTask task) => task.DoneAt is not null ? WrongStage("T014", "任务已办结", "The task is done")
        : task.WithdrawnAt is not null ? WrongStage("T014", "任务已撤回", "The task was withdrawn")
        : null;

    private static Refusal? Place(UnitCode unit, MandateContext x) => x.Holds(unit, UnitLevel.Township) || x.Holds(unit, UnitLevel.Community)
        ? null
        : Input("unit", "T014", $"{unit} 不是本县市区的乡镇街道或社区、村", $"{unit} is no township or community of this county");
}
