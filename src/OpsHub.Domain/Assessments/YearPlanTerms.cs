using System.Collections.Immutable;
using OpsHub.Domain.Calendars;
using OpsHub.Domain.Hierarchy;

namespace OpsHub.Domain.Assessments;

/// <summary>Terms of the steps from the list of duties to the plan that goes to the department (计划各环节期限): each step that is owed has one, of whoever owes it. A037, A038.</summary>
internal static class YearPlanTerms
{
    /// <summary>Whether a term is one of these steps.</summary>
    internal static bool Has(Term term) => AgencyYearTerms.Stem(term) is "duties" or "plan" or "negotiate" or "submit";

    /// <summary>Steps that are owed as the year stands, by whom.</summary>
    internal static IEnumerable<(string What, OrganCode By)> Owed(AgencyYear s)
    {
        if (s.Duties.IsEmpty && s.Stage is AgencyYearStage.Opened or AgencyYearStage.PlanDrafted)
            yield return ("duties", s.Agency);
        if (s.Stage == AgencyYearStage.DutiesListed)
            yield return ("plan", s.Agency);
        if (s.Stage != AgencyYearStage.PlanDrafted)
            yield break;
        var open = s.DeterminedWhy is null ? s.Weights.Keys.Where(t => !s.Negotiated.Contains(t)).ToList() : [];
        foreach (var township in open)
            yield return ("negotiate", OrganCode.Of(township));
        if (open.Count == 0)
            yield return ("submit", s.Agency);
    }

    /// <summary>What an event does to these terms: steps taken are done, those that fell away lifted, those that are owed now opened.</summary>
    internal static ImmutableList<Term> After(AgencyYear s, AgencyYearEvent happened, AgencyYearContext x)
    {
        var next = AgencyYearFold.Apply(s, happened);
        var owed = Owed(next).ToList();
        var running = next.Terms.FindAll(t => t.IsOpen && Has(t));
        var ended = running.FindAll(t => !owed.Exists(o => Is(t, o))).ConvertAll(t => IsTaken(next, t) ? Terms.Complete(t, x.Now) : Terms.Lift(t, x.Now, x.NextSequence, Why(next)));
        var missing = owed.FindAll(o => !running.Exists(t => Is(t, o)));
        return [.. ended, .. missing.Select((o, i) => Open(next, o.What, o.By, x, missing.Take(i).Count(m => m.What == o.What)))];
    }

    /// <summary>Opens the term of a step.</summary>
    internal static Term Open(AgencyYear? s, string what, OrganCode by, AgencyYearContext x, int offset = 0, int? year = null)
    {
        var rules = s?.Rules ?? x.Rules;
        return what switch
        {
            "duties" => x.Open(s, what, "梳理属地管理职责", by, Until(rules.DutiesListBy.In(s?.Year ?? year!.Value), x), "A037", "DutiesListBy", offset),
            "plan" => x.Open(s, what, "拟定年度工作计划", by, Until(rules.PlanDraftBy.In(s!.Year), x), "A038", "PlanDraftBy", offset),
            "negotiate" => x.Open(s, what, "协商年度工作计划", by, rules.NegotiateWithin, "A038", "NegotiateWithin", offset),
            _ => x.Open(s, what, "报批年度工作计划", by, rules.SubmitPlanWithin, "A038", "SubmitPlanWithin", offset),
        };
    }

    /// <summary>Until 24:00 of a day of the year; one that has passed already is late from the next day on, and its term still tells it.</summary>
    internal static TermBudget Until(DateOnly day, AgencyYearContext x) => new(Math.Max(1, day.DayNumber - LocalDay.Of(x.Now).DayNumber), BudgetUnit.CalendarDays);

    private static bool Is(Term term, (string What, OrganCode By) owed) => AgencyYearTerms.Stem(term) == owed.What && term.Holder == owed.By.Value;

    private static bool IsTaken(AgencyYear s, Term term) => AgencyYearTerms.Stem(term) switch
    {
        "duties" => !s.Duties.IsEmpty,
        "plan" => !s.Targets.IsEmpty,
        "negotiate" => s.Negotiated.Contains(new OrganCode(term.Holder).Unit),
        _ => s.Stage == AgencyYearStage.PlanSubmitted,
    };

    private static string Why(AgencyYear s) => s.DeterminedWhy is null ? "年度计划环节已变更" : "已由绩效考核部门认定";
}
