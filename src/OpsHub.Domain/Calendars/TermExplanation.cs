using System.Collections.Immutable;

namespace OpsHub.Domain.Calendars;

/// <summary>
/// Puts a term's explanation together: what is said, in which order. How it is said stands in the two wordings.
/// </summary>
internal static class TermExplanation
{
    /// <summary>Up to so many counted days are named one by one; more are named as ranges.</summary>
    private const int NamedDays = 20;

    internal static string Of(Term term, OfficialCalendar calendar, Language language)
    {
        ITermWording words = language == Language.Zh ? new TermWordingZh() : new TermWordingEn();
        var projection = TermProjection.Of(term, calendar);
        List<string> clauses = [words.Opening(term), words.Budget(term)];
        AddIf(clauses, words.Counted, Counted(projection, calendar, words));
        AddIf(clauses, words.NotCounted, NotCounted(projection, calendar, words));
        clauses.AddRange(term.Ledger.Select(entry => words.Entry(entry, term.Budget.Unit)));
        clauses.Add(term.IsOpen && term.IsSuspended ? words.Suspended(projection.UnitsLeft, term.Budget.Unit) : words.Due(term.Due));
        var sentences = new List<string> { string.Join(words.Semicolon, clauses) };
        if (term.Provisional)
            sentences.Add(words.Provisional(calendar.Horizon));
        if (term is { DoneAt: { } done, IsMissed: false })
            sentences.Add(words.Done(done, term.IsLate(done)));
        if (!term.IsSuspended && projection.Due != term.Due)
            sentences.Add(words.CalendarMoved(projection.Due));
        sentences.Add(words.Basis(term.Basis));
        AddIf(sentences, words.Notices, string.Join(words.Comma, Notices(projection, calendar)));
        return string.Concat(sentences.Select(sentence => sentence + words.FullStop)).TrimEnd();
    }

    private static void AddIf(List<string> parts, Func<string, string> say, string what)
    {
        if (what.Length > 0)
            parts.Add(say(what));
    }

    private static string Counted(TermProjection projection, OfficialCalendar calendar, ITermWording words)
    {
        var days = projection.Days.FindAll(day => day.Counts);
        return string.Join(words.Comma, days.Count <= NamedDays
            ? days.Select(day => words.Day(day, calendar.Find(day.Day)))
            : Runs(days).Select(run => words.Range(run.First, run.Last)));
    }

    private static string NotCounted(TermProjection projection, OfficialCalendar calendar, ITermWording words) =>
        string.Join(words.Comma, Runs(projection.Days.FindAll(day => !day.Counts)).Select(run =>
            words.Off(run.First, run.Last, ReasonsOf(run.First, run.Last, calendar, words))));

    private static ImmutableList<string> ReasonsOf(DateOnly first, DateOnly last, OfficialCalendar calendar, ITermWording words) =>
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(offset => first.AddDays(offset))
            .Select(day => calendar.ClosureOn(day) is { } closure ? words.Closure(closure) : calendar.Find(day)?.Name)
            .OfType<string>().Distinct()];

    private static List<(DateOnly First, DateOnly Last)> Runs(ImmutableList<MeteredDay> days)
    {
        var runs = new List<(DateOnly First, DateOnly Last)>();
        foreach (var (day, _, _) in days)
        {
            if (runs.Count > 0 && runs[^1].Last.AddDays(1) == day)
                runs[^1] = (runs[^1].First, day);
            else
                runs.Add((day, day));
        }
        return runs;
    }

    // Late December may be arranged by the next year's notice, so both the year's notice and the day's own are named.
    private static IEnumerable<string> Notices(TermProjection projection, OfficialCalendar calendar) =>
        projection.Days
            .SelectMany(day => new[] { calendar.Notice(day.Day.Year), calendar.Find(day.Day)?.Notice })
            .OfType<string>().Distinct();
}
