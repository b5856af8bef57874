using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Mandates.MandateRefusals;

namespace OpsHub.Domain.Mandates;

/// <summary>Plans that touch townships' areas: the opinion of each is asked for; what is missing at the end is a warning that stays. T012.</summary>
internal static class PlanDecisions
{
    internal static Decision<MandateEvent> Open(OpenAreaPlan c, MandateContext x)
    {
        if ((MandateDecisions.DepartmentOrCounty(x, "T012") ?? Text("title", c.Title, 100, "T012") ?? Text("content", c.Content, 1000, "T012") ?? Townships(c.Townships, "T012", x)) is { } refusal)
            return refusal;
        var terms = c.Townships.ConvertAll(t => x.Open($"opinion-{x.NextSequence}-{t}", "提出规划意见", OrganCode.Of(t), x.Rules.PlanOpinionWithin, "T012", "PlanOpinionWithin"));
        return new AreaPlanOpened(x.Now, new(x.NextSequence, x.Actor.Organ, c.Title, c.Content, c.Townships, x.Now, [], null, []), terms);
    }

    // An opinion that comes after the end is heard all the same, and marked late; the warning stays.
    internal static Decision<MandateEvent> Say(CountyMandates s, GiveAreaOpinion c, MandateContext x)
    {
        if ((Found(s, c.Plan, x, out var plan) ?? MandateDecisions.Township(x, "T012") ?? Text("text", c.Text, 500, "T012")) is { } refusal)
            return refusal;
        var township = x.Actor.Organ.Unit;
        if (plan.Opinions.Exists(o => o.Township == township))
            return WrongStage("T012", "本乡镇街道已提出意见", "The township has given its opinion");
        var term = Term(plan.Id, township);
        return new AreaOpinionGiven(x.Now, plan.Id, new(township, c.Text, x.Now, plan.ClosedAt is not null || x.IsLate(s, term)), x.Done(s, term));
    }

    internal static Decision<MandateEvent> Close(CountyMandates s, CloseAreaPlan c, MandateContext x)
    {
        if ((Found(s, c.Plan, x, out var plan) ?? MandateDecisions.DepartmentOrCounty(x, "T012")) is { } refusal)
            return refusal;
        return plan.By != x.Actor.Organ ? Only("T012", "规划的提出单位", "whose plan it is")
            : plan.ClosedAt is not null ? WrongStage("T012", "规划已定稿", "The plan is closed")
            : new AreaPlanClosed(x.Now, plan.Id, plan.Awaited, x.Lifted(s, "规划已定稿", t => plan.Awaited.Exists(w => t.Id == Term(plan.Id, w))));
    }

    private static string Term(long plan, UnitCode township) => $"opinion-{plan}-{township}";

    private static Refusal? Found(CountyMandates s, long id, MandateContext x, out AreaPlan plan)
    {
        plan = s.Plans.Find(p => p.Id == id)!;
        return plan is null || !MandateAccess.Reads(x.Actor, x.County, plan) ? None("plan", "T012", id) : null;
    }
}
