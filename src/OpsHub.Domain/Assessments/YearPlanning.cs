using System.Collections.Immutable;
using OpsHub.Domain.Accounts;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Commands;
using OpsHub.Domain.Hierarchy;
using static OpsHub.Domain.Assessments.AssessmentRefusals;

namespace OpsHub.Domain.Assessments;

/// <summary>Duties, plan, consent, letter. A026, A037-A040.</summary>
internal static class YearPlanning
{
    internal static Decision<AgencyYearEvent> Open(OpenYear c, AgencyYearContext x)
    {
        if (AgencyYearAccess.Hub(x.Actor, "A037") is { } forbidden)
            return forbidden;
        if (x.Agency is not { } agency || agency.Code != c.Agency)
            return new Refusal(RefusalCodes.NotFound, "A001", ClauseOf("A001"), "agency", $"没有派驻机构 {c.Agency}", $"There is no stationed agency {c.Agency}");
        if (c.Year < 2018 || c.Year > LocalDay.Of(x.Now).Year)
            return Input("year", "A037", $"年度 {c.Year} 尚未开始", $"The year {c.Year} has not begun");
        return new YearOpened(x.Now, c.Agency, c.Year, agency.Department, agency.Host, YearWeighing.Even(agency.Served, agency.Host), x.Rules,
            [YearPlanTerms.Open(null, "duties", agency.Code, x, year: c.Year), LetterTerm(c, agency, x)]);
    }

    private static Term LetterTerm(OpenYear c, AgencyFacts agency, AgencyYearContext x) =>
        x.Open(null, "letter", "签订年度目标责任书", agency.Code, YearPlanTerms.Until(x.Rules.LetterSignBy.In(c.Year), x), "A040", "LetterSignBy");

    internal static Decision<AgencyYearEvent> List(AgencyYear s, ListDuties c, AgencyYearContext x) =>
        AgencyYearAccess.Agency(x.Actor, s, "A037") is { } forbidden ? forbidden
        : c.Duties.Count is < 1 or > 100 ? Input("duties", "A037", $"属地职责 1 至 100 项，实为 {c.Duties.Count} 项", $"duties takes 1 to 100 entries, got {c.Duties.Count}")
        : c.Duties.Select((d, i) => Text($"duties[{i}]", d, 500, "A037")).FirstOrDefault(r => r is not null) is { } faulty ? faulty
        : Listed(s, new(x.Now, c.Duties), x);

    private static DutiesListed Listed(AgencyYear s, DutiesListed listed, AgencyYearContext x) => listed with { Terms = YearPlanTerms.After(s, listed, x) };

    internal static Decision<AgencyYearEvent> Draft(AgencyYear s, DraftPlan c, AgencyYearContext x)
    {
        if (AgencyYearAccess.Agency(x.Actor, s, "A038") is { } forbidden)
            return forbidden;
        if (c.Targets.Count is < 1 or > 50)
            return Input("targets", "A038", $"目标 1 至 50 项，实为 {c.Targets.Count} 项", $"targets takes 1 to 50 entries, got {c.Targets.Count}");
        for (var i = 0; i < c.Targets.Count; i++)
        {
            var t = c.Targets[i];
            if ((Text($"targets[{i}].text", t.Text, 500, "A038") ?? Text($"targets[{i}].measure", t.Measure, 300, "A038")) is { } faulty)
                return faulty;
            if (t.Due.Year != s.Year)
                return Input($"targets[{i}].due", "A038", $"目标的日期须在 {s.Year} 年内", $"A target's day lies within {s.Year}");
        }

        var drafted = new PlanDrafted(x.Now, [.. c.Targets.Select((t, i) => new YearTarget(i + 1, t.Text, t.Measure, t.Due))]);
        return drafted with { Terms = YearPlanTerms.After(s, drafted, x) };
    }

    internal static Decision<AgencyYearEvent> Negotiate(AgencyYear s, AgencyYearContext x) =>
        AgencyYearAccess.Served(x.Actor, s, "A038") is { } forbidden ? forbidden
        : s.Negotiated.Contains(x.Actor.Organ.Unit) ? Decision<AgencyYearEvent>.Nothing
        : Negotiated(s, new(x.Now, x.Actor.Organ.Unit), x);

    private static PlanNegotiated Negotiated(AgencyYear s, PlanNegotiated negotiated, AgencyYearContext x) => negotiated with { Terms = YearPlanTerms.After(s, negotiated, x) };

    internal static Decision<AgencyYearEvent> Determine(AgencyYear s, DeterminePlan c, AgencyYearContext x) =>
        (AgencyYearAccess.Performance(x.Actor, s, "A038") ?? Text("reason", c.Reason, 500, "A038")) is { } refusal ? refusal : Determined(s, new(x.Now, c.Reason), x);

    private static PlanDetermined Determined(AgencyYear s, PlanDetermined determined, AgencyYearContext x) => determined with { Terms = YearPlanTerms.After(s, determined, x) };

    internal static Decision<AgencyYearEvent> Submit(AgencyYear s, AgencyYearContext x)
    {
        if (AgencyYearAccess.Agency(x.Actor, s, "A038") is { } forbidden)
            return forbidden;
        var missing = s.Weights.Keys.Where(t => !s.Negotiated.Contains(t)).ToList();
        return s.DeterminedWhy is null && missing.Count > 0
            ? Guard("PLAN_NOT_NEGOTIATED", "A038", $"计划尚未与{string.Join("、", missing.Select(x.Name))}协商，也未经绩效考核部门认定",
                $"The plan is neither negotiated with {string.Join(", ", missing.Select(x.Name))} nor determined by the performance organ")
            : new PlanSubmitted(x.Now, [.. YearPlanTerms.After(s, new PlanSubmitted(x.Now, []), x), x.Open(s, "consent", "审批年度工作计划", s.Department, s.Rules.PlanConsent, "A039", "PlanConsentLimit")]);
    }

    internal static Decision<AgencyYearEvent> Consent(AgencyYear s, AgencyYearContext x) =>
        AgencyYearAccess.Department(x.Actor, s, "A039") is { } forbidden ? forbidden : new PlanConsented(x.Now, x.Done(s, "consent"));

    internal static Decision<AgencyYearEvent> Object(AgencyYear s, ObjectToPlan c, AgencyYearContext x) =>
        (AgencyYearAccess.Department(x.Actor, s, "A039") ?? Text("reason", c.Reason, 500, "A039")) is { } refusal
            ? refusal
            : new PlanObjected(x.Now, c.Reason, [.. x.Done(s, "consent"), .. YearPlanTerms.After(s, new PlanObjected(x.Now, c.Reason, []), x)]);

    internal static Decision<AgencyYearEvent> Sign(AgencyYear s, AgencyYearContext x)
    {
        var byAgency = AgencyYearAccess.IsAgency(x.Actor, s);
        if (!byAgency && !AgencyYearAccess.IsHost(x.Actor, s))
            return NotAllowed("A040", "责任书由派驻机构和驻地乡镇街道签订", "The agency and the host township sign the letter");
        if (s.ConsentedAt is null)
            return Guard("PLAN_NOT_CONSENTED", "A039", "年度计划须先报派出部门同意", "The department consents to the plan before the letter is signed");
        if ((byAgency ? s.AgencySignedAt : s.TownshipSignedAt) is not null)
            return Guard("SIGNED_ALREADY", "A040", "本方已签字", "This side has signed already");
        var other = byAgency ? s.TownshipSignedAt : s.AgencySignedAt;
        return new LetterSigned(x.Now, byAgency, other is null ? [] : [.. x.Done(s, "letter"), .. s.Targets.Select(t => TargetTerm(s, t, x, 1))]);
    }

    /// <summary>A target's own term: until 24:00 of its day in the letter; one that has passed already is late from the next day on.</summary>
    internal static Term TargetTerm(AgencyYear s, YearTarget target, AgencyYearContext x, int round)
    {
        var budget = new TermBudget(Math.Max(1, target.Due.DayNumber - LocalDay.Of(x.Now).DayNumber), BudgetUnit.CalendarDays);
        var term = x.Open(s, "target", "完成年度目标", s.Agency, budget, "A020", "LetterTarget");
        return term with { Id = TargetTermId(target.Id, round), Basis = term.Basis with { Kind = BasisKind.Text } };
    }

    internal static string TargetTermId(int target, int round) => round == 1 ? $"target-{target}" : $"target-{target}-{round}";
}
