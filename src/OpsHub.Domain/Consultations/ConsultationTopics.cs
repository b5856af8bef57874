using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Consultations.ConsultationRefusals;

namespace OpsHub.Domain.Consultations;

/// <summary>Topic: proposed, reported, taken, determined. SM2 rows 3 and 4.</summary>
internal static class ConsultationTopics
{
    internal static Decision<ConsultationEvent> Propose(Consultation s, ProposeTopic c, ConsultationContext x)
    {
        if (s.ProposedByFacts && WayProposed(s) is { } open)
            return open;
        if (c.Category is not { } category || !Enum.IsDefined(category))
            return Input("category", "C004", "二(一)", "须从八类协商内容中选一类", "category is required: one of eight");
        if (Text("text", c.Text, 500, "C034", ConsultationBasis.ClauseOf(s.Variant)) is { } faulty)
            return faulty;
        if ((ConsultationOpening.Entrusted(c.DelegatedBy, "delegatedBy", x) ?? Text("agreementRecord", c.AgreementRecord, 200, "C083", "二(一)8", required: false)) is { } unfit)
            return unfit;
        var matter = s.Matter with
        {
            DelegatedBy = c.DelegatedBy ?? s.Matter.DelegatedBy,
            AgreementRecord = string.IsNullOrWhiteSpace(c.AgreementRecord) ? s.Matter.AgreementRecord : c.AgreementRecord.Trim(),
        };
        if (category == TopicCategory.ProposedByBodies && string.IsNullOrWhiteSpace(matter.AgreementRecord))
        {
            return Guard("NO_AGREEMENT", "C083", "二(一)8", "第八类议题须有各类协商主体协商一致的记录", "A topic of category 8 takes the record that the bodies agreed", "category");
        }

        // Otherwise nobody would be reported to, nor owe an answer.
        if (category == TopicCategory.DelegatedByGovernment && matter.DelegatedBy is null)
            return Input("category", "C058", "二(五)", "第七类议题须注明委托的政府或部门", "A topic of category 7 names the government or department that entrusted it");

        ImmutableList<ParticipantKind> kinds = [.. c.KindsConcerned.Distinct()];
        if (s.Variant == ConsultationVariant.CrossCommunity && Unasked(s, kinds) is { } unasked)
            return unasked;
        if (s is { Variant: ConsultationVariant.BuildingOrGroup, OpinionCount: 0 })
        {
            return Guard("NO_OPINION", "C080", "二(四)1", "议题须根据本区域群众意见提出：意见台账中还没有意见", "The topic rests on local opinions, and none is entered yet");
        }

        ImmutableList<Duty> duties = s.Variant switch
        {
            ConsultationVariant.BuildingOrGroup => [ConsultationDuties.Open(s, DutyStems.ReportToCouncil, x)],
            ConsultationVariant.Community => [ConsultationDuties.Open(s, DutyStems.TakeTopic, x)],
            _ => [],
        };
        ImmutableList<ConsultationWarning> warnings = [];
        if (s is { Variant: ConsultationVariant.Community, WorkMeetings.IsEmpty: true } && !s.Drops(ConsultationStepKind.WorkMeeting))
            warnings = warnings.Add(new("C033", x.Now));
        return ConsultationWarnings.Beside(
            new TopicProposed(x.Now, new(category, c.Text.Trim(), kinds, x.Now), duties, matter == s.Matter ? null : matter), warnings);
    }

    /// <summary>While the hub's proposal of another way is open, nobody goes past the step up to which the township decides on it. C013.</summary>
    internal static Refusal? WayProposed(Consultation s) => s.Proposed is not { } way ? null : s.ProposedByFacts ? CalledFor(s, way) : Guard(
        "WAY_PROPOSED", "C013", "二(二)1", $"另一社区（村）也有意见，建议改为“{ConsultationWording.Of(way).Zh}”：须先由乡镇（街道）确定协商层级",
        $"Another community has an opinion on it as well; a {ConsultationWording.Of(way).En} is proposed, and the township decides on the way first");

    private static Refusal CalledFor(Consultation s, ConsultationVariant way)
    {
        var (rule, clause) = s.Variant == ConsultationVariant.DirectMeeting ? ("C011", "二(二)1") : way == ConsultationVariant.CrossCommunity ? ("C013", "二(二)1") : ("T087", "四(十一)");
        return Guard(
            "WAY_PROPOSED", rule, clause, $"按事项情况应走“{ConsultationWording.Of(way).Zh}”：须先由乡镇（街道）确定协商层级和牵头组织",
            $"By its facts the matter takes the way of a {ConsultationWording.Of(way).En}; the township decides on way and lead first");
    }

    internal static Decision<ConsultationEvent> Report(Consultation s, ConsultationContext x)
    {
        if (WayProposed(s) is { } open)
            return open;
        var reported = new ReportedToCouncil(x.Now, ConsultationDuties.Done(s, DutyStems.ReportToCouncil, x.Now));
        return ImmutableList.Create<ConsultationEvent>(
            reported, Determined(ConsultationFold.Apply(s, reported), x.Now, x with { NextSequence = x.NextSequence + 1 }));
    }

    internal static Decision<ConsultationEvent> Determine(Consultation s, ConsultationContext x)
    {
        if (WayProposed(s) is { } open)
            return open;
        // Resolution 7: the council took the topic too late, so its time is not the party organisation's loss.
        var late = s.OpenDuties.Find(d => d.Stem == DutyStems.TakeTopic && d.Term.IsLate(x.Now));
        return Determined(s, late?.Term.OpenedAt ?? x.Now, x);
    }

    /// <summary>The plan of a topic that the council did not take in time: it runs from the proposal. Resolution 7. Not while
    /// the township has yet to decide on the way: the council may not take it then, and its time runs anew afterwards.</summary>
    internal static TopicNotTaken? NotTaken(Consultation s, DateTimeOffset now, ConsultationRules rules, OfficialCalendar calendar, WorkingHours hours, long sequence) =>
        s is { Stage: ConsultationStage.TopicProposed, Proposed: null } && ConsultationDuties.OwesPlan(s) && s.OpenDuties is var open
        && open.Find(d => d.Stem == DutyStems.TakeTopic && d.Term.IsLate(now)) is { } taking && !open.Exists(d => d.Stem == DutyStems.Plan)
            ? new(now, [ConsultationDuties.Open(s, DutyStems.Plan, Hub(s, now, calendar, rules, hours, sequence), taking.Term.OpenedAt)])
            : null;

    /// <summary>What opinions from elsewhere proposed, once the township has let its time for it pass: it goes on as it was, and its lateness stays visible. What the
    /// facts call for does not lapse. C013.</summary>
    internal static ProposalLapsed? Lapsed(Consultation s, DateTimeOffset now, ConsultationRules rules, OfficialCalendar calendar, WorkingHours hours, long sequence)
    {
        if (s is not { Proposed: not null, ProposedByFacts: false } || !s.OpenDuties.Exists(d => d.Step == nameof(RerouteConsultation) && d.Term.IsLate(now)))
            return null;
        var x = Hub(s, now, calendar, rules, hours, sequence);
        var lapsed = new ProposalLapsed(now, Elsewhere(s, s.Communities), ConsultationOpening.Waited(s, x));
        return lapsed with { Steps = ConsultationSteps.Turned(s, ConsultationFold.Apply(s, lapsed), x) };
    }

    /// <summary>Communities not concerned from which opinions came, decided upon now or before.</summary>
    internal static ImmutableSortedSet<UnitCode> Elsewhere(Consultation s, ImmutableSortedSet<UnitCode> concerned) =>
        s.Answered.Union(s.Opinions.Select(o => o.Community)).Except(concerned);

    private static ConsultationContext Hub(Consultation s, DateTimeOffset now, OfficialCalendar calendar, ConsultationRules rules, WorkingHours hours, long sequence) =>
        new(Actor.Hub(s.Place.City), now, calendar, rules, hours, sequence);

    private static TopicDetermined Determined(Consultation s, DateTimeOffset from, ConsultationContext x)
    {
        var duties = ConsultationDuties.Done(s, DutyStems.TakeTopic, x.Now);
        if (ConsultationDuties.OwesPlan(s) && !s.OpenDuties.Exists(d => d.Stem == DutyStems.Plan))
            duties = duties.Add(ConsultationDuties.Open(s, DutyStems.Plan, x, from));
        return new(x.Now, from, duties);
    }

    private static Refusal? Unasked(Consultation s, ImmutableList<ParticipantKind> kinds)
    {
        if (s.Communities.Count < 2)
            return Guard("NOT_SOLICITED", "C013", "二(二)1", "跨社区协商须涉及两个以上社区（村）", "It takes two communities or more");
        if (kinds.IsEmpty)
            return Missing("kindsConcerned", "C045", "二(四)3", "涉及的各类主体", "kindsConcerned");
        if (kinds.FindAll(kind => !s.Solicitations.Exists(a => a.Kind == kind)) is [var missed, ..])
            return Guard("NOT_SOLICITED", "C045", "二(四)3", $"尚未征求“{ConsultationWarnings.Name(missed)}”的意见", $"{missed} has not been asked", "kindsConcerned");
        return s.Communities.Where(community => !s.Solicitations.Exists(a => a.Community == community)).Select(community => (Refusal?)Guard(
            "NOT_SOLICITED", "C045", "二(四)3", $"尚未征求社区（村）{community} 各类主体的意见", $"No body of the community {community} has been asked")).FirstOrDefault();
    }
}
