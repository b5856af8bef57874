using System.Collections.Immutable;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>New duties: no department assigns one; the county reviews it, and power, staff and funds go along. R034, R035.</summary>
internal static class DutyDecisions
{
    internal static Decision<MandateEvent> Propose(ProposeDuty c, MandateContext x)
    {
        if ((MandateDecisions.Department(x, "R034") ?? Text("title", c.Title, 100, "R034") ?? Text("content", c.Content, 1000, "R034") ?? Townships(c.Townships, "R034", x)
            ?? Given(c.Power, c.Staff, c.Funds)) is { } refusal)
            return refusal;
        var duty = new TownshipDuty(x.NextSequence, x.Actor.Organ, c.Title, c.Content, c.Townships, c.ForCommunities, Transfers(c.Power, c.Staff, c.Funds), x.Now, DutyStage.Proposed);
        return new DutyProposed(x.Now, duty, [x.Open(Term(duty.Id), "审核新增职责", OrganCode.Of(x.County), x.Rules.DutyReviewLimit, "R034", "DutyReviewLimit")]);
    }

    internal static Decision<MandateEvent> Approve(CountyMandates s, ApproveDuty c, MandateContext x)
    {
        if ((Found(s, c.Duty, x, out var duty, DutyStage.Proposed) ?? MandateDecisions.County(x, "R034") ?? Text("approval", c.Approval, 100, "R034") ?? Given(c.Power, c.Staff, c.Funds)) is { } refusal)
            return refusal;
        var number = c.Approval.Trim();
        if (s.Duties.Exists(d => d.Approval == number))
            return Input("approval", "R034", $"批准文号 {number} 已使用", $"The approval number {number} is used");
        var transfers = duty.Transfers.SetItems(Transfers(c.Power, c.Staff, c.Funds));
        foreach (var (transfer, field, zh, en) in new[] { (DutyTransfer.Power, "power", "权", "power"), (DutyTransfer.Staff, "staff", "人", "staff"), (DutyTransfer.Funds, "funds", "费", "funds") })
        {
            if (!transfers.ContainsKey(transfer))
                return Guard("TRANSFER_MISSING", "R035", $"权随责转、人随事转、费随事转：缺“{zh}”，不得批准", $"A duty carries power, staff and funds: {en} is missing, so it is not approved", field);
        }

        return new DutyApproved(x.Now, duty.Id, number, transfers, x.IsLate(s, Term(duty.Id)), x.Done(s, Term(duty.Id)));
    }

    internal static Decision<MandateEvent> Refuse(CountyMandates s, RefuseDuty c, MandateContext x) =>
        (Found(s, c.Duty, x, out var duty, DutyStage.Proposed) ?? MandateDecisions.County(x, "R034") ?? Text("reason", c.Reason, 500, "R034")) is { } refusal
            ? refusal
            : new DutyRefused(x.Now, duty.Id, c.Reason, x.IsLate(s, Term(duty.Id)), x.Done(s, Term(duty.Id)));

    internal static Decision<MandateEvent> Activate(CountyMandates s, ActivateDuty c, MandateContext x)
    {
        if ((Found(s, c.Duty, x, out var duty, DutyStage.Proposed, DutyStage.Refused, DutyStage.Approved) ?? MandateDecisions.Department(x, "R034")) is { } refusal)
            return refusal;
        return duty.Stage == DutyStage.Approved
            ? new DutyActivated(x.Now, duty.Id)
            : Guard("DUTY_NOT_APPROVED", "R034", "职能部门不能直接下派职责，须由县市区委、政府审核批准后生效", "A department cannot assign a duty directly: it takes effect with the county's approval", "duty");
    }

    internal static Decision<MandateEvent> End(CountyMandates s, EndDuty c, MandateContext x) =>
        (Found(s, c.Duty, x, out var duty, DutyStage.Proposed, DutyStage.Approved, DutyStage.InForce) ?? MandateDecisions.DepartmentOrCounty(x, "R034") ?? Text("reason", c.Reason, 500, "R034")) is { } refusal
            ? refusal
            : new DutyEnded(x.Now, duty.Id, c.Reason, x.Lifted(s, "职责已终止", t => t.Id == Term(duty.Id)));

    private static string Term(long duty) => $"review-{duty}";

    private static Refusal? Given(string? power, string? staff, string? funds) =>
        Text("power", power, 300, "R035", required: false) ?? Text("staff", staff, 300, "R035", required: false) ?? Text("funds", funds, 300, "R035", required: false);

    // A blank is none: three words must say what goes along.
    private static ImmutableSortedDictionary<DutyTransfer, string> Transfers(string? power, string? staff, string? funds) => new[]
    {
        (Key: DutyTransfer.Power, Text: power), (Key: DutyTransfer.Staff, Text: staff), (Key: DutyTransfer.Funds, Text: funds),
    }.Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToImmutableSortedDictionary(t => t.Key, t => t.Text!);

    private static Refusal? Found(CountyMandates s, long id, MandateContext x, out TownshipDuty duty, params ReadOnlySpan<DutyStage> stages)
    {
        duty = s.Duties.Find(d => d.Id == id)!;
        return duty is null || !MandateAccess.Reads(x.Actor, x.County, duty) ? None("duty", "R034", id)
            : !stages.Contains(duty.Stage) ? WrongStage("R034", "职责所处环节不能办理本步骤", $"The duty stands at {duty.Stage}: this step is not possible")
            : null;
    }
}
