using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Adoption, Sunshine works, progress, supervision, completion. SM2 rows 18-20.</summary>
internal static class ConsultationAdopting
{
    /// <summary>Most milestones of one result.</summary>
    internal const int MostMilestones = 20;

    internal static Decision<ConsultationEvent> Adopt(Consultation s, AdoptResult c, ConsultationContext x)
    {
        var (rule, clause) = s.Variant == ConsultationVariant.CrossCommunity ? ("C081", "二(四)3") : ("C055", "二(五)");
        var acts = s.Matter.CommunityActs || c.CommunityActs;
        var answers = s.Variant == ConsultationVariant.CrossCommunity || acts;
        if ((Text("implementingBody", c.ImplementingBody, 200, rule, clause) ?? Text("owner", c.Owner, 100, rule, clause, required: answers)
            ?? Text("sunshineEntry", c.SunshineEntry, 100, "C055", "二(五)", required: acts) ?? Milestones(c.Milestones, x)) is { } bad)
            return bad;
        var adoption = new Adoption(x.Now, c.ImplementingBody, c.Owner ?? "", Given(c.SunshineEntry), c.Milestones.ConvertAll(m => m with { DoneAt = null }));
        // Compulsory for major matters; otherwise the meeting is the final form all the same. Resolution 60.
        var milestones = ConsultationMilestones.Owed(s, adoption, x);
        return ConsultationAfter.With(new ResultAdopted(x.Now, adoption, c.CommunityActs) { Duties = milestones.IsEmpty ? null : milestones },
            ConsultationVoting.MeetingMissed(s) ? new ConsultationWarning("C020", x.Now, "会议协商未经居（村）民会议或代表会议") : null,
            // What the community leads it mostly carries out itself, whatever was said of the matter at its beginning.
            !acts && adoption.SunshineEntry is null && s.Lead is { Kind: OrganKind.Unit, Unit.Level: UnitLevel.Community }
                ? new ConsultationWarning("C055", x.Now, "由社区落实的，应纳入村（居）级事务阳光工程") : null);
    }

    /// <summary>What the law or the policy wants first stands before implementation, whatever way it was adopted. C007, C030, C055, C081.</summary>
    internal static Refusal? BarsStart(Consultation s, ConsultationRules rules)
    {
        if ((ConsultationVoting.Outstanding(s, rules) ?? ConsultationConcluding.ReviewOpen(s)) is { } barred)
            return barred;
        if (s.Matter.CommunityActs && s.Adoption?.SunshineEntry is null)
            return Guard("NO_SUNSHINE_ENTRY", "C055", "二(五)", "须由社区落实的事项，先纳入村（居）级事务阳光工程", "What the community must act on goes into the Sunshine works first");
        return s.Variant == ConsultationVariant.CrossCommunity && s.Adoption is not { ImplementingBody.Length: > 0, Owner.Length: > 0 }
            ? Guard("NO_IMPLEMENTING_BODY", "C081", "二(四)3", "跨社区协商成果须明确实施单位和责任岗位", "A cross-community result names its implementing body and the post that answers for it")
            : null;
    }

    internal static Decision<ConsultationEvent> Start(Consultation s, ConsultationContext x) =>
        new ImplementationStarted(x.Now, [ConsultationDuties.Open(s, DutyStems.Progress, x)]);

    internal static Decision<ConsultationEvent> Progress(Consultation s, PublishProgress c, ConsultationContext x)
    {
        if (Text("text", c.Text, 2000, "C056", "二(五)") is { } bad)
            return bad;
        var milestones = s.Adoption?.Milestones ?? [];
        if (c.Milestone is { } number)
        {
            if (number < 1 || number > milestones.Count)
                return Input("milestone", "C056", "二(五)", $"没有节点 {number}，共 {milestones.Count} 个", $"There is no milestone {number} of {milestones.Count}");
            if (milestones[number - 1].DoneAt is { } done)
                return Input("milestone", "C056", "二(五)", $"节点 {number} 已于 {LocalDay.Text(done)} 完成", $"Milestone {number} was reached {LocalDay.Text(done)}");
        }

        return new ProgressPublished(x.Now, new(x.Now, c.Text, c.Milestone),
            ConsultationDuties.Done(s, DutyStems.Progress, x.Now).Add(ConsultationDuties.Open(s, DutyStems.Progress, x))
                .AddRange(c.Milestone is { } reached ? ConsultationDuties.Done(s, DutyStems.Milestone, x.Now, d => d.Milestone == reached) : []));
    }

    internal static Decision<ConsultationEvent> Note(Consultation s, NoteSupervision c, ConsultationContext x) =>
        Text("text", c.Text, 1000, "C057", "二(五)") is { } bad ? bad : new SupervisionNoted(x.Now, new(x.Now, c.Text));

    internal static Decision<ConsultationEvent> Complete(Consultation s, CompleteImplementation c, ConsultationContext x)
    {
        if (Text("text", c.Text, 2000, "C071", "二(五)") is { } bad)
            return bad;
        var duties = ConsultationAfter.Settled(s, x, "实施已完成", d => d.Stem is DutyStems.Progress or DutyStems.Milestone)
            .Add(ConsultationDuties.Open(s, DutyStems.Feedback, x)).Add(ConsultationDuties.Open(s, DutyStems.Survey, x));
        return ConsultationAfter.With(new ImplementationCompleted(x.Now, c.Text, duties),
            s.SupervisionNotes.IsEmpty ? new ConsultationWarning("C057", x.Now, "实施期间没有监督委员会的监督意见") : null,
            Unreached(s) is { Length: > 0 } open ? new ConsultationWarning("C056", x.Now, $"节点 {open} 尚未公开完成") : null);
    }

    // Numbers of the milestones that no progress said were reached.
    private static string Unreached(Consultation s) => string.Join("、", (s.Adoption?.Milestones ?? []).Index().Where(m => m.Item.DoneAt is null).Select(m => m.Index + 1));

    private static Refusal? Milestones(ImmutableList<Milestone> milestones, ConsultationContext x)
    {
        if (milestones.Count > MostMilestones)
            return Input("milestones", "C055", "二(五)", $"节点最多 {MostMilestones} 个", $"At most {MostMilestones} milestones");
        var today = LocalDay.Of(x.Now);
        return milestones.Select(m => Text("milestones", m.Text, 200, "C055", "二(五)") ?? (m.Due < today
            ? Input("milestones", "C055", "二(五)", $"节点日期不能早于 {LocalDay.Text(today)}", $"A milestone lies on {LocalDay.Text(today)} or later")
            : null)).FirstOrDefault(r => r is not null);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
