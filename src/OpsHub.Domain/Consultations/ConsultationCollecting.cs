using OpsHub.Domain.Accounts;
using OpsHub.Domain.Commands;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Opinions, bodies asked, work meeting. SM2 rows 1 and 2, C032, C033, C045.</summary>
internal static class ConsultationCollecting
{
    internal static Decision<ConsultationEvent> Add(Consultation s, AddOpinion c, ConsultationContext x)
    {
        if ((Text("text", c.Text, 2000, "C032", "二(四)2") ?? Text("entry", c.Entry, 100, "C032", "二(四)2", required: false)) is { } faulty)
            return faulty;
        if (!string.IsNullOrWhiteSpace(c.Entry) && !HoldsLedger(x.Actor.Role))
        {
            return Input("entry", "C032", "二(四)2", "意见台账编号由党组织、居（村）委会或乡镇（街道）填写",
                "entry, the id in the opinion ledger, is given by party organisations, committee or township only");
        }

        var concerned = s.Communities.Contains(c.Community);
        if (!concerned && !x.Communities.TryGetValue(c.Community, out _))
            return new Refusal(RefusalCodes.NotFound, "C032", "二(四)2", "community", $"没有社区（村）{c.Community}，或已不再使用", $"There is no community {c.Community} in force");
        if (!concerned && x.Communities[c.Community].Township != (x.Place ?? s.Place).Township)
            return Input("community", "C013", "二(二)1", $"社区（村）{c.Community} 不属于本乡镇（街道）", $"The community {c.Community} is not of this township");
        var id = string.IsNullOrWhiteSpace(c.Entry) ? x.CommandId : c.Entry.Trim();
        if (s.Opinions.Exists(o => o.Id == id))
            return new Refusal(RefusalCodes.Conflict, "C032", "二(四)2", "entry", $"意见 {id} 已登记", $"The opinion {id} is entered already");
        // The same matter in a second community: the township decides on the way, and the hub says so by itself. Once that is too late it can only be shown. C013.
        var proposed = ConsultationRouting.ProposedBy(s, c.Community);
        var shown = proposed is null && ConsultationRouting.IsElsewhere(s, c.Community) && !s.Warnings.Exists(w => w.Rule == "C013" && w.Note == c.Community.Value);
        return ConsultationWarnings.Beside(
            new OpinionAdded(x.Now, new(id, c.Source, c.Community, c.Kind, c.Text.Trim(), x.Now), proposed), shown ? [new("C013", x.Now, c.Community.Value)] : []);
    }

    // Under another's id an opinion would take the place of the ledger's own.
    private static bool HoldsLedger(Role role) => role is Role.CommunityCommittee or Role.CommunityParty or Role.GroupParty or Role.TownshipGovernment;

    internal static Decision<ConsultationEvent> Solicit(Consultation s, RecordSolicitation c, ConsultationContext x) =>
        Text("record", c.Record, 200, "C045", "二(四)3") is { } faulty ? faulty
        : !s.Communities.Contains(c.Community)
            ? Input("community", "C045", "二(四)3", $"{c.Community} 不是本协商涉及的社区（村）", $"{c.Community} is no community that this concerns")
            : new BodiesSolicited(x.Now, new(c.Community, c.Kind, c.Record.Trim(), x.Now));

    internal static Decision<ConsultationEvent> Meet(Consultation s, HoldWorkMeeting c, ConsultationContext x) =>
        (BarsMeeting(s) ?? Text("record", c.Record, 200, "C033", "二(四)2")) is { } faulty
            ? faulty
            : new WorkMeetingHeld(x.Now, new(x.Now, c.Record.Trim()), ConsultationDuties.Done(s, DutyStems.WorkMeeting, x.Now));

    /// <summary>Past the opinions it is held only where it is owed still.</summary>
    internal static Refusal? BarsMeeting(Consultation s) => s.Stage == ConsultationStage.Collecting || s.OpenDuties.Exists(d => d.Stem == DutyStems.WorkMeeting)
        ? null
        : Guard("NO_MEETING_OWED", "C033", "二(四)2", "没有待补开的工作例会", "No work meeting is owed any more");
}
