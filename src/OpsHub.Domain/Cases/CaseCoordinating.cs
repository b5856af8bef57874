using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Cases.CaseRefusals;

namespace OpsHub.Domain.Cases;

/// <summary>Coordination led by the township: transfer, meetings, parts. SM1 rows 12-14, T022, R030, G046.</summary>
internal static class CaseCoordinating
{
    internal static Refusal? MayTransfer(Case s, Actor actor, Placement place) =>
        CaseAccess.Township(actor, place) || CaseAccess.Lead(actor, s, "SM1.12") is null
            ? null
            : NotAllowed("SM1.12", "四(一)", "只有牵头单位或本乡镇街道可以提请协调", "Only the lead unit or the township of this place may transfer to coordination");

    internal static Decision<CaseEvent> Transfer(Case s, TransferToCoordination c, CaseContext x)
    {
        if ((MayTransfer(s, x.Actor, x.PlaceOf(s)) ?? Text("reason", c.Reason, 500)) is { } refusal)
            return refusal;
        var township = OrganCode.Of(x.PlaceOf(s).Township);
        ImmutableList<Term> terms =
        [
            .. x.Lifted(s, "提请协调", t => Case.Stem(t) == "extension"),
            x.Open(s, "coordination", "协调", township, [x.Rules.Cases.LimitOf("Coordination", x.Rules.Cases.Coordination)], "SM1.13"),
        ];
        return new CoordinationBegun(x.Now, x.Actor.Organ, c.Reason, township, terms);
    }

    internal static Refusal? MayRecord(Actor actor, Placement place, CaseRules rules) =>
        CaseAccess.TownshipOrCentre(actor, place, rules)
            ? null
            : NotAllowed("T022", "二(二)", "协调会由本辖区的乡镇街道或指挥中心记录", "Coordination meetings are recorded by the township or the command centre of this area");

    internal static Decision<CaseEvent> Record(Case s, RecordMeeting c, CaseContext x)
    {
        var faulty = MayRecord(x.Actor, x.PlaceOf(s), x.Rules.Cases) ?? Text("minutes", c.Minutes, 2000) ?? Text("reference", c.Reference, 200, required: false);
        if (faulty is not null)
            return faulty;
        if (c.HeldAt > x.Now || c.HeldAt < s.ReportedAt)
            return Input("heldAt", "T022", "二(二)", "会议时间须在上报之后、现在之前", "A meeting was held after the report and not in the future");
        if (c.Attended.Count is 0 or > 30 || c.Attended.Distinct().Count() != c.Attended.Count)
            return Input("attended", "T021", "二(二)", "参会单位 1 至 30 个，不能重复", "1 to 30 organs attended, none twice");
        if (c.Attended.Find(o => x.Organs.GetValueOrDefault(o) is not { Exists: true }) is { Value: not null } unknown)
            return Input("attended", "T021", "二(二)", $"没有单位 {unknown}", $"There is no organ {unknown}");
        return new MeetingRecorded(x.Now, x.Actor.Organ, new(c.HeldAt, c.Attended, c.Minutes, c.Reference, x.Actor.Organ, x.Now, Called(s, c.Attended)));
    }

    // Who returned it is called too: whose matter it is, is what such a meeting settles.
    private static ImmutableList<OrganCode> Called(Case s, ImmutableList<OrganCode> attended)
    {
        var since = CycleFold.Known(s)[^1].StartedAt;
        var asked = s.Terms.FindAll(t => Case.Stem(t) == "accept" && t.OpenedAt >= since).ConvertAll(t => new OrganCode(t.Holder));
        return [.. asked.Concat(s.Lead is { } lead ? [lead] : []).Concat(s.Assists).Concat(attended).Distinct()];
    }

    internal static Refusal? MayAssign(Case s, Actor actor, Placement place) =>
        !CaseAccess.Township(actor, place) ? NotAllowed("SM1.13", "四(一)", "协调由本乡镇街道牵头，由其明确分工", "The township coordinates and assigns the parts")
        : !s.Met ? Guard("MEETING_REQUIRED", "T022", "二(二)", "须先记录协调会议", "A coordination meeting must be recorded first")
        : null;

    internal static Decision<CaseEvent> Assign(Case s, AssignParts c, CaseContext x)
    {
        if ((MayAssign(s, x.Actor, x.PlaceOf(s)) ?? Text("note", c.Note, 500, required: false)) is { } refusal)
            return refusal;
        if (CaseDispatching.Parties(s, c.Parties, x, out var lead, out var assists) is { } wrong)
            return wrong;
        // Who has done its part need not do it again.
        var kept = s.Parts.FindAll(p => assists.Contains(p.Organ));
        var (parts, opened) = x.OpenParts(s, assists.RemoveAll(a => kept.Exists(p => p.Organ == a)));
        if (s.Suspension is { } suspension)
            opened = opened.ConvertAll(t => Terms.Suspend(t, x.Now, x.NextSequence, suspension.Reason, x.Rules.Calendar));
        // Who is out owes neither its part nor an answer: it could not even read the case any more.
        var (idle, leads) = (s.Parts.FindAll(p => p.IsOpen && !assists.Contains(p.Organ)).ConvertAll(p => p.Term), lead);
        var lifted = x.Lifted(s, "重新明确分工", t => idle.Contains(t.Id) || (Case.Stem(t) == "reply" && t.Holder != leads.Value && !assists.Contains(new(t.Holder)) && t.Holder != s.Holder.Value));
        return new PartsAssigned(x.Now, x.Actor.Organ, lead, assists, c.Note, kept.AddRange(parts), lifted.AddRange(opened), Former(s).RemoveAll(o => o == leads || assists.Contains(o)));
    }

    private static ImmutableList<OrganCode> Former(Case s) => s.Lead is { } lead ? s.Assists.Insert(0, lead) : s.Assists;

    internal static Refusal? MayFeedBackPart(Case s, Actor actor) =>
        CaseAccess.Acts(actor) && s.Parts.Exists(p => p.IsOpen && p.Organ == actor.Organ)
            ? null
            : NotAllowed("SM1.14", "三(五)", "只有尚未反馈的协办单位可以反馈协办结果", "Only an assisting unit that owes its part may feed it back");

    internal static Decision<CaseEvent> FeedBackPart(Case s, FeedBackPart c, CaseContext x) =>
        (MayFeedBackPart(s, x.Actor) ?? Text("result", c.Result, 2000) ?? CaseHandling.Faulty(c.Evidence)) is { } refusal
            ? refusal
            : new PartFedBack(x.Now, x.Actor.Organ, c.Result, c.Evidence);
}
