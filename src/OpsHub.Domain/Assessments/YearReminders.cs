using System.Collections.Immutable;
using OpsHub.Domain.Calendars;

namespace OpsHub.Domain.Assessments;

/// <summary>When a year's terms are told of besides their ladder (考核提醒与催办): on working days before the due, so that nobody first hears after it, and week by week while it is
/// overdue, until it is done. 5.3 LetterDue, PlanConsentDue.</summary>
internal static class YearReminders
{
    // An office reads at the start of its day.
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The reminders of a term that have not fired, in no order; none while suspended or done.</summary>
    internal static IEnumerable<Rung> Of(Term term, AssessmentRules rules, OfficialCalendar calendar) => !term.IsOpen || term.IsSuspended ? [] :
        Before(term, rules, calendar).Concat(After(term, rules)).Where(r => term.Reminded?.Contains(r.Step) != true);

    /// <summary>Orders the rungs and reminders of a term as they follow each other.</summary>
    internal static int Rank(RungKind kind, int step) => step < 0 ? step : (1000 * (int)kind) + step;

    /// <summary>The highest rung or reminder that took effect for the present due.</summary>
    internal static int Highest(Term term) => term.Fired.Select(kind => Rank(kind, 0)).Concat((term.Reminded ?? []).Select(step => Rank(KindOf(step), step))).Max();

    /// <summary>Whether it took effect for the present due, and not for a former one.</summary>
    internal static bool Stands(Term term, Rung rung) => rung.Step == 0 ? term.Fired.Contains(rung.Kind) : term.Reminded?.Contains(rung.Step) == true;

    private static RungKind KindOf(int step) => step < 0 ? RungKind.DueSoon : RungKind.OverdueCounty;

    // A term by a day of the year is long, and told of all along; one by a budget, or one of many targets, on the last working day before.
    private static IEnumerable<Rung> Before(Term term, AssessmentRules rules, OfficialCalendar calendar)
    {
        var isYearly = AgencyYearTerms.Stem(term) is "duties" or "plan" or "letter" or "duty" or "survey" or "statutory";
        var (day, counted) = (LocalDay.Before(term.Due), 0);
        foreach (var before in rules.Warnings.Order().Take(isYearly ? rules.Warnings.Count : 1))
        {
            while (counted < before)
            {
                day = day.AddDays(-1);
                counted += calendar.IsWorkingDay(day) ? 1 : 0;
            }

            var at = LocalDay.At(day, Morning);
            if (at <= term.OpenedAt)
                yield break; // whoever owes it was told when it was opened
            yield return new(term.Id, RungKind.DueSoon, at) { Step = -before };
        }
    }

    private static IEnumerable<Rung> After(Term term, AssessmentRules rules) => AgencyYearTerms.Stem(term) == "target" ? [] : Enumerable.Range(1, rules.ChaseTimes).Select(n =>
        new Rung(term.Id, RungKind.OverdueCounty, LocalDay.At(LocalDay.Of(term.Due).AddDays(n * rules.ChaseDays), Morning)) { Step = n });
}
